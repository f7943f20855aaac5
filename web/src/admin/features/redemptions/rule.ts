import type { AmountRule, AmountTier } from '@/shared/api';
import { numberText, withUnit, yuanExact } from '@/shared/ui';

/** A rule as far as it is typed. */
export interface RuleDraft {
  type?: AmountRule['type'];
  amount?: number | null;
  basis?: string;
  percent?: number | null;
  cap?: number | null;
  unit?: string;
  tiers?: ({ from?: number | null; amount?: number | null } | null)[];
}

export const RULES: { value: AmountRule['type']; label: string; hint: string }[] = [
  { value: 'FIXED', label: '定额', hint: '每家企业相同的金额' },
  { value: 'RATIO', label: '按比例', hint: '按某项金额的一定比例，可设上限' },
  { value: 'TIERED', label: '分档', hint: '按某项数额达到的档次，每档一个金额' },
];

export const EMPTY_TIERS: RuleDraft['tiers'] = [{}, {}];

/** Left out where it is not filled in: a rule has no place for what is empty. */
export function ruleOf(draft: RuleDraft): AmountRule {
  switch (draft.type) {
    case 'RATIO':
      return {
        type: 'RATIO',
        basis: draft.basis?.trim() ?? '',
        percent: draft.percent ?? 0,
        cap: draft.cap ?? undefined,
      };
    case 'TIERED':
      return {
        type: 'TIERED',
        basis: draft.basis?.trim() ?? '',
        unit: draft.unit?.trim() ?? '',
        tiers: (draft.tiers ?? []).map((tier): AmountTier => ({
          from: tier?.from ?? 0,
          amount: tier?.amount ?? 0,
        })),
      };
    default:
      return { type: 'FIXED', amount: draft.amount ?? 0 };
  }
}

/** The rule in a sentence as the enterprise will read it; undefined while something of it is missing. */
export function ruleWords(draft: RuleDraft): string | undefined {
  const { basis, unit } = draft;
  switch (draft.type) {
    case 'FIXED':
      return draft.amount ? `每家企业定额 ${yuanExact(draft.amount)}` : undefined;
    case 'RATIO':
      if (!basis || !draft.percent) return undefined;
      return `按${basis}的 ${numberText(draft.percent, 4)}% 兑付${draft.cap ? `，最高 ${yuanExact(draft.cap)}` : ''}`;
    case 'TIERED': {
      const tiers = (draft.tiers ?? []).filter((tier) => tier && tier.from != null && tier.amount);
      if (!basis || !unit || !tiers.length) return undefined;
      const each = tiers.map(
        (tier) => `${withUnit(numberText(tier!.from, 4), unit)}及以上 ${yuanExact(tier!.amount)}`,
      );
      return `按${basis}分档兑付：${each.join('；')}`;
    }
    default:
      return undefined;
  }
}
