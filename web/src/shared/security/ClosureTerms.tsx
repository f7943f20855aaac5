import css from './ClosureTerms.module.css';
import { GONE_AFTER_CLOSURE, KEPT_AFTER_CLOSURE } from './myData';

/** What becomes of a person's data when they close their account. */
export function ClosureTerms() {
  return (
    <div className={css.terms}>
      <h3>注销后删除</h3>
      <Points of={GONE_AFTER_CLOSURE} />
      <h3>依法保留</h3>
      <Points of={KEPT_AFTER_CLOSURE} />
      <p>您是企业唯一的管理员时，须先在门户“成员管理”中移交管理员，或在“企业信息”中解绑企业，才能注销。</p>
    </div>
  );
}

/** The same, once it is done. */
export function ClosureFate() {
  return (
    <div className={css.terms}>
      <h2>删除了什么</h2>
      <Points of={GONE_AFTER_CLOSURE} />
      <h2>依法保留什么，为什么</h2>
      <Points of={KEPT_AFTER_CLOSURE} />
    </div>
  );
}

function Points({ of: points }: { of: readonly string[] }) {
  return (
    <ul>
      {points.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
