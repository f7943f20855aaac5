import { Link } from 'react-router';
import { comparePath, MOST_COMPARED } from './compare';
import { useCompared } from './compared';
import css from './Comparison.module.css';

/** At a product of a list: whether it is to be compared. */
export function CompareChoice({ product }: { product: { code: string; title: string } }) {
  const { has, full, toggle } = useCompared();
  const chosen = has(product.code);
  return (
    <label className={css.choice}>
      <input
        type="checkbox"
        checked={chosen}
        disabled={full && !chosen}
        aria-label={`加入对比：${product.title}`}
        onChange={() => toggle({ code: product.code, title: product.title })}
      />
      {full && !chosen ? `最多对比 ${MOST_COMPARED} 个` : '加入对比'}
    </label>
  );
}

/** What was chosen, in reach at the foot of the list; nothing while nothing was. */
export function CompareBar() {
  const { chosen, toggle, clear } = useCompared();
  if (!chosen.length) return null;
  return (
    <aside className={`${css.bar} zq-no-print`} aria-label="产品对比">
      <p role="status">
        已选 {chosen.length} 个产品{chosen.length < 2 && '，再选一个即可对比'}
      </p>
      <ul>
        {chosen.map((one) => (
          <li key={one.code}>
            {one.title}
            <button type="button" aria-label={`移出对比：${one.title}`} onClick={() => toggle(one)}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <div>
        <button type="button" className={css.clear} onClick={clear}>
          清空
        </button>
        {chosen.length > 1 && (
          <Link className={css.go} to={comparePath(chosen.map(({ code }) => code))}>
            开始对比
          </Link>
        )}
      </div>
    </aside>
  );
}
