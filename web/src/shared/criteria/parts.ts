import type { CriterionView } from '../api';
import { figuresIn } from '../ui';
import { sentencesOf, type Sentence } from './sentences';

/** What is asked for in one tier of a measure, in the words that the tier leaves to be said. */
interface Tier {
  tier: string;
  sentence: Sentence;
}

/** Conditions that stand together: under a title that says how many of them are asked for, under none, or by the tiers of a measure. */
export type Part = { title?: string; sentences: Sentence[] } | { measure: string; tiers: Tier[] };

/** A group's name that is a tier of a measure, as "按最近一年销售收入分档:≤5000万元". */
const TIERED = /^按(.+)分档[:：](.+)$/;

const BOUNDS: [RegExp, string][] = [
  [/^≤(.+)$/, '不超过$1'],
  [/^[<＜](.+)$/, '不足$1'],
  [/^[>＞](.+)$/, '超过$1'],
  [/^≥(.+)$/, '$1及以上'],
  [/[~～]/, '—'],
];

const tierText = (tier: string) =>
  figuresIn(BOUNDS.reduce((text, [sign, words]) => text.replace(sign, words), tier.trim()));

/** The sentence without the tier at its head, which stands beside it. */
const withoutTier = (sentence: Sentence, measure: string, tier: string): Sentence => {
  const [head, ...rest] = sentence.text.split('：');
  return rest.length && (head!.includes(measure) || head === tier)
    ? { ...sentence, text: rest.join('：') }
    : sentence;
};

/** Documents in the catalogue name their choices "任一", "任一A" or "任一:免征". */
const ANY_OF = /^任一(?:([A-Z])|[:：](.+))?$/;

const titleOf = (group: string) =>
  group
    .replace(ANY_OF, (_all, letter?: string, what?: string) =>
      ['满足其一即可', letter && `（${letter} 组）`, what && `：${what}`].filter(Boolean).join(''),
    )
    .replace(':', '：');

/** Conditions by what they stand under, in the order in which that is first named; tiers of one measure are one part. */
export function partsOf(sentences: Sentence[]): Part[] {
  const parts = new Map<string, Part>();
  for (const sentence of sentences) {
    const group = sentence.group ?? '';
    const [, measure, tier] = TIERED.exec(group) ?? [];
    const key = measure ? `tiers ${measure}` : group;
    const part = parts.get(key);
    if (measure && tier) {
      const told = { tier: tierText(tier), sentence: withoutTier(sentence, measure, tier) };
      if (part && 'tiers' in part) part.tiers.push(told);
      else parts.set(key, { measure, tiers: [told] });
    } else if (part && 'sentences' in part) part.sentences.push(sentence);
    else parts.set(key, { title: titleOf(group) || undefined, sentences: [sentence] });
  }
  return [...parts.values()];
}

/** The same in lines: what stands alone has one, a choice and a measure have one each that says what they are. */
export function linesOf(criteria: CriterionView[]): string[] {
  return partsOf(sentencesOf(criteria)).flatMap((part) => {
    if ('tiers' in part)
      return `按${part.measure}分档：${part.tiers.map(({ tier, sentence }) => `${tier}，${sentence.text}`).join('；')}`;
    const sentences = part.sentences.map(({ text }) => text);
    return part.title ? `${part.title}：${sentences.join('；')}` : sentences;
  });
}
