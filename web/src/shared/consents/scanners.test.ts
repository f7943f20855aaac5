import { expect, it } from 'vitest';
import roles from '../../../../docs/permissions/roles.json';
import { CLAIM_CONSENT, CONSENT_SCOPE, SCANNERS } from '.';

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
