import { ProblemError, type CriteriaFault, type DraftContent, type GoldenCase } from '@/shared/api';
import { fieldPath } from '@/shared/ui/fieldErrors';
import { faultText } from './criteria/model';

export const TABS = { document: '文件', criteria: '申报条件', cases: '核验案例' } as const;

/** One thing that keeps a draft from being handed in, and where it is put right. */
export interface Hindrance {
  tab: keyof typeof TABS;
  /** Of the document: as the server names it. */
  field?: string;
  text: string;
}

const TAB_OF: Record<string, Hindrance['tab']> = {
  CRITERIA_FAULTY: 'criteria',
  QUOTE_DIFFERS: 'criteria',
  GOLDEN_CASE_REQUIRED: 'cases',
  GOLDEN_CASE_FAILED: 'cases',
};

const LISTS: Record<string, string> = { relations: '关系', exclusions: '不能同享的政策' };
const FIELDS: Record<string, string> = {
  validTo: '有效期至',
  ruleFrom: '从何日起匹配',
  ruleTo: '匹配至何日',
};

/** Words that do not name their field have its name before them. */
function named(field: string, message: string): string {
  const [, list = '', index] = /^(\w+)\[(\d+)\]/.exec(field) ?? [];
  const name = LISTS[list] ? `第 ${Number(index) + 1} 项${LISTS[list]}` : FIELDS[field];
  return name && !message.includes(name) ? `${name}：${message}` : message;
}

/** All that a refusal names, from the first tab to the last; nothing where it is about something else than the draft. */
export function hindrancesIn(error: unknown): Hindrance[] {
  if (!(error instanceof ProblemError)) return [];
  const parts = (error.problem.parts as { code: string; detail: string }[] | undefined) ?? [
    { code: error.code, detail: error.message },
  ];
  const faults = (error.problem.faults as CriteriaFault[] | undefined) ?? [];
  return [
    ...error.fields.map(({ field, message }) => ({
      tab: 'document' as const,
      field,
      text: named(field, message),
    })),
    ...parts.flatMap(({ code, detail }): Hindrance[] => {
      const tab = TAB_OF[code];
      if (!tab) return [];
      return code === 'CRITERIA_FAULTY' && faults.length
        ? faults.map((fault) => ({ tab, text: faultText(fault) }))
        : [{ tab, text: detail }];
    }),
  ];
}

/** What was handed in when it was refused. */
export interface HandedIn {
  content: DraftContent;
  cases: GoldenCase[];
}

/** Whether the place of a hindrance was changed since: whether it is put right is known only when it is checked again. */
export function isChanged({ tab, field }: Hindrance, then: HandedIn, now: HandedIn): boolean {
  if (tab === 'document') return !same(valueAt(then.content, field ?? ''), valueAt(now.content, field ?? ''));
  // How cases come out rests on the conditions as well.
  return (
    !same(then.content.criteria, now.content.criteria) || (tab === 'cases' && !same(then.cases, now.cases))
  );
}

const valueAt = (content: DraftContent, field: string): unknown =>
  fieldPath(field).reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | undefined)?.[part],
    content,
  );

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
