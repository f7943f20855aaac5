import { describe, expect, it } from 'vitest';
import { steps } from './ApplicationPage';
import { portalPath } from './MessagePage';

describe('the steps of an application', () => {
  const submitted = {
    at: '2026-03-15T10:00:00+08:00',
    kind: 'SUBMITTED' as const,
    label: '提交',
    actor: '甲',
  };
  it('go on with what is still to come', () => {
    expect(steps({ status: 'SUBMITTED', timeline: [submitted] }).map((one) => one.label)).toEqual([
      '提交',
      '银行受理',
      '银行审批',
      '放款',
    ]);
  });
  it('end with a refusal', () => {
    const refused = { ...submitted, kind: 'REFUSED' as const, label: '审批不通过', note: '纳税额不足' };
    const all = steps({ status: 'REFUSED', timeline: [submitted, refused] });
    expect(all).toHaveLength(2);
    expect(all[1]).toMatchObject({ tone: 'bad', note: '纳税额不足' });
  });
});

it('addresses in messages become pages of the portal', () => {
  expect(portalPath('/my/applications/0199-a')).toBe('/center/applications/0199-a');
  expect(portalPath('/my/claims/1')).toBe('/code/claims');
  expect(portalPath('/my/code')).toBe('/code');
  expect(portalPath('/my/admission')).toBe('/center/admission');
  expect(portalPath('/my/scans')).toBe('/code/scans');
  expect(portalPath('//evil.example')).toBe('/center');
});
