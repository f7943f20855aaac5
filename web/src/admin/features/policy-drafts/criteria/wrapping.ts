import type { Criterion } from './model';

/** What stands alone at its place cannot be moved or deleted, only become part of a group. */
export const wrapping = (node: Criterion, set: (node: Criterion) => void) => [
  { key: 'all', label: '放进一组“全部满足”', run: () => set({ type: 'allOf', criteria: [node] }) },
  {
    key: 'any',
    label: '放进一组“任一满足”',
    run: () => set({ type: 'anyOf', exhaustive: false, criteria: [node] }),
  },
  {
    key: 'unverified',
    label: '改为“待核实的内容”',
    run: () => set({ type: 'unverified', ...(node.clause && { clause: node.clause }), reason: '' }),
  },
  { key: 'comparison', label: '改为单项条件', run: () => set({ type: 'comparison', fact: '', op: '>=' }) },
];
