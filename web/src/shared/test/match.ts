import type { ConditionResult, LoanMatch, MatchResult, PolicyMatch } from '../api/types';

export const met = {
  label: '制造业',
  outcome: 'MET',
  certain: true,
  missingFacts: [],
} as unknown as ConditionResult;

export const gap: ConditionResult = {
  ...met,
  label: '研发人员占比',
  outcome: 'NOT_MET',
  gapText: '研发人员占比 9.83%，还差约 1 人',
};

/** A bank that says nothing of whom it lends to. */
export const unpublished: ConditionResult = {
  ...met,
  label: '待核实',
  outcome: 'UNKNOWN',
  certain: false,
  gapText: '准入条件未公布，以银行核定为准',
};

/** One condition is lacking, and the source is not verified. */
export const nearlyMet = {
  policyId: 'p1',
  code: 'N01',
  edition: '2016',
  title: '高新技术企业认定管理办法',
  docNumber: '国科发火〔2016〕32号',
  level: '国家',
  category: '创新',
  outcome: 'NEARLY',
  degree: 90,
  completeness: 100,
  verified: false,
  periodOver: false,
  alreadyHeld: false,
  conditions: [met, gap],
  missing: [],
  excludes: [],
  firstSteps: [],
} as unknown as PolicyMatch;

export const loanMatch = (code: string, conditions: ConditionResult[], more: Partial<LoanMatch>): LoanMatch =>
  ({
    productId: code,
    code,
    edition: '1',
    title: `产品${code}`,
    bankName: '重庆银行',
    degree: 100,
    completeness: 100,
    verified: true,
    conditions,
    missing: [],
    ...more,
  }) as unknown as LoanMatch;

export const matchResult = (found: { policies?: PolicyMatch[]; loans?: LoanMatch[] }): MatchResult =>
  ({
    id: '01a213c8-0a45-7d9e-8f10-aab20fcd406e',
    enterpriseName: '重庆渝巴精密机械有限公司',
    createdAt: '2026-11-26T08:00:00+08:00',
    asOf: '2026-11-26',
    profileCompleteness: 80,
    policies: [],
    loans: [],
    unmatched: [],
    ...found,
  }) as unknown as MatchResult;
