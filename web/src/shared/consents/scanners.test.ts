import { expect, it } from 'vitest';
import roles from '../../../../docs/permissions/roles.json';
import { CLAIM_CONSENT, CONSENT_SCOPE, consentTexts, SCANNERS, withdrawalText } from '.';

const words: Record<string, string> = {
  BANK: '银行',
  DEPARTMENT: '政府部门',
  TOWN: '镇街',
  OPERATOR: '平台运营单位',
};

it('who may scan is named as the roles have it', () => {
  const holders = new Set(
    roles.filter((role) => role.permissions.includes('code.scan')).flatMap((role) => role.holders),
  );
  for (const holder of holders) expect(SCANNERS, holder).toContain(words[holder]);
  for (const [holder, word] of Object.entries(words))
    if (!holders.has(holder)) expect(SCANNERS).not.toContain(word);
  expect(CONSENT_SCOPE).toContain(SCANNERS);
  expect(CLAIM_CONSENT).toContain(SCANNERS);
});

it('what a code itself says of the enterprise is said to stay when the rest is withdrawn', () => {
  expect(consentTexts.BASIC).toContain('企业名称和统一社会信用代码由企业码本身表明，不在此项内');
  expect(withdrawalText('BASIC')).toContain('企业名称、统一社会信用代码和企业码的状态、级别仍会显示');
  expect(withdrawalText('LEGAL')).toBe('收回后，扫码人立即看不到此类信息。');
});
