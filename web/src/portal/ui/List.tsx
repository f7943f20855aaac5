import type { ReactNode } from 'react';
import css from './List.module.css';

/** Frame of the public lists: search on top, filters at the side, count and sort above the rows. */
export function List({
  search,
  filters,
  sort,
  total,
  busy,
  children,
}: {
  search: ReactNode;
  filters?: ReactNode;
  sort?: { options: { value: string; label: string }[]; value?: string; onChange: (value: string) => void };
  total?: number;
  busy?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={css.list}>
      <div className={css.search}>{search}</div>
      <div className={css.filters}>{filters}</div>
      <div className={css.rows} aria-busy={busy}>
        <div className={css.head}>
          <p role="status">{total === undefined ? '正在查询' : `共 ${total} 条`}</p>
          {sort && (
            <label>
              排序
              <select value={sort.value} onChange={(event) => sort.onChange(event.target.value)}>
                {sort.options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
        {children}
      </div>
    </div>
  );
}

export function ListItem({
  tags,
  title,
  highlight,
  facts,
  aside,
}: {
  tags?: ReactNode;
  title: ReactNode;
  highlight?: ReactNode;
  facts: [string, ReactNode][];
  aside?: ReactNode;
}) {
  return (
    <article className={css.item}>
      <div className={css.itemMain}>
        {tags}
        <h2>{title}</h2>
        {highlight && <p className={css.highlight}>{highlight}</p>}
        <dl className={css.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </div>
      {aside && <div className={css.aside}>{aside}</div>}
    </article>
  );
}
