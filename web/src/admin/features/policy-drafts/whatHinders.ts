import { ProblemError, type CriteriaFault } from '@/shared/api';
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
