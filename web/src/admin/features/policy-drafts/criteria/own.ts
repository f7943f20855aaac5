import type { CriteriaFault } from '@/shared/api';
import type { Editing } from './CriteriaEditor';
import type { Criterion } from './model';

export interface Own<N extends Criterion> extends Editing {
  node: N;
  path: string;
  /** What is wrong with this condition itself. */
  here: CriteriaFault[];
  onChange: (node: Criterion) => void;
}

/** Of a field with a fault the edge says so; the words stand above. */
export const mark = (faults: CriteriaFault[], ...members: string[]) =>
  faults.some((fault) => members.includes(fault.member ?? '')) ? ('error' as const) : undefined;
