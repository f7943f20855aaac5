import { expect, it } from 'vitest';
import type { LoanApplication } from '../api';
import { overtakenText } from './Unsent';

type Step = LoanApplication['timeline'][number];

const step = (kind: Step['kind'], applicant?: string): Step => ({
  at: '2026-11-21T10:00:00+08:00',
  kind,
  label: kind,
  applicant,
});

const asked = step('MATERIAL_ASKED');

it.each([
  ['IN_REVIEW', [asked, step('MATERIAL_SUPPLIED', '甲一')], '甲一已补充材料并通知银行，您的补充没有送出。'],
  ['WITHDRAWN', [asked, step('WITHDRAWN', '甲一')], '甲一已撤回这笔申请，您的补充没有送出。'],
  ['REFUSED', [asked, step('REFUSED')], '银行已答复这笔申请，您的补充没有送出。'],
  // Supplied in an earlier round, maybe by the reader: the bank asked once more, and refused.
  [
    'REFUSED',
    [asked, step('MATERIAL_SUPPLIED', '甲一'), asked, step('REFUSED')],
    '银行已答复这笔申请，您的补充没有送出。',
  ],
  [
    'APPROVED',
    [asked, step('MATERIAL_SUPPLIED', '甲一'), step('APPROVED')],
    '银行已答复这笔申请，您的补充没有送出。',
  ],
  [
    'NEED_MATERIAL',
    [asked, step('MATERIAL_SUPPLIED', '甲一'), asked],
    '这笔申请刚有变化，您的补充没有送出；请核对银行的要求后再提交。',
  ],
] as const)('tells by what came last since the bank asked: %s', (status, timeline, words) => {
  expect(overtakenText({ status, timeline: [...timeline] })).toBe(words);
});
