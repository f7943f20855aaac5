import { Definition } from '@/shared/ui';
import css from './criteria.module.css';
import { isGroup, type Criterion } from './model';

/** Of these everything but their clause stands in their line already: they are read, not shown as fields that are shut. */
export const isToldByItsLine = (node: Criterion): boolean =>
  isGroup(node) || node.type === 'comparison' || node.type === 'unverified';

/** What is behind the line of a condition, for who only reads it. */
export function Reading({ node }: { node: Criterion }) {
  const { clause } = node;
  const items = [
    ...(node.type === 'comparison' && node.hint ? [{ label: '不满足时提示', value: node.hint }] : []),
    ...(clause?.text ? [{ label: '原文', value: clause.text }] : []),
    ...(clause?.place ? [{ label: '原文出处', value: clause.place }] : []),
    ...(clause ? [{ label: '核对', value: clause.certain ? '数值已与原文核对' : '待核实' }] : []),
  ];
  return (
    <div className={css.wide}>
      {items.length ? <Definition columns={1} items={items} /> : <p className={css.quiet}>没有记录原文。</p>}
    </div>
  );
}
