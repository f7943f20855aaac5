import type { CriterionView } from '../api';

export interface Sentence {
  text: string;
  group?: string;
  certain: boolean;
  /** What is checked by it, where that is more than one thing. */
  checked: string[];
}

/** What only says how something compares, and not what. */
const BARE = /^(?:[≥≤<>]\s|不是 |不属于 |有 |有其一：|[是否]$)/;

/** A condition in words that stand alone: what was published without words of its own is named by the fact that it compares. */
export const criterionText = ({ label, text }: CriterionView) =>
  label && BARE.test(text.trim()) ? `${label}：${text.trim()}` : text;

/** Conditions as their document words them: several that come from one sentence of a group are that sentence, once. */
export function sentencesOf(criteria: CriterionView[]): Sentence[] {
  const found = new Map<string, CriterionView[]>();
  for (const one of criteria) {
    const key = JSON.stringify([one.group, criterionText(one).trim()]);
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return [...found.values()].map((of) => {
    const labels = [...new Set(of.map(({ label }) => label))];
    return {
      text: criterionText(of[0]!),
      group: of[0]!.group,
      certain: of.every(({ certain }) => certain),
      checked: labels.length > 1 ? labels : [],
    };
  });
}

/** "（逐项核对：所属行业、成立年限）", after a sentence that says more than one thing. */
export const checkedText = ({ checked }: Sentence) =>
  checked.length ? `（逐项核对：${checked.join('、')}）` : '';
