import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Facet } from '@/shared/api';
import { Icon } from '@/shared/ui';
import css from './Facets.module.css';

interface FacetGroup {
  /** Name of the query parameter. */
  name: string;
  title: string;
  /** Without a count where the list cannot tell it. */
  items: (Omit<Facet, 'count'> & { count?: number })[];
}

/** Filters as links with their counts: one value a group, chosen again to take it off. */
export function Facets({ groups }: { groups: FacetGroup[] }) {
  const [open, setOpen] = useState(false);
  const [params] = useSearchParams();
  // Nothing found, nothing to narrow: the list has the whole width.
  if (!groups.some((group) => group.items.length)) return null;
  const active = groups.filter((group) => params.get(group.name)).length;
  return (
    <div className={css.facets}>
      <button type="button" className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="filter" /> 筛选{active > 0 && `（${active}）`}
        <Icon name="down" size={16} />
      </button>
      <div className={open ? `${css.groups} ${css.open}` : css.groups}>
        {groups
          .filter((group) => group.items.length)
          .map((group) => (
            <Group key={group.name} group={group} />
          ))}
      </div>
    </div>
  );
}

const SHOWN = 8;

function Group({ group }: { group: FacetGroup }) {
  const [params] = useSearchParams();
  const [all, setAll] = useState(false);
  const chosen = params.get(group.name);
  const href = (value: string) => {
    const next = new URLSearchParams(params);
    if (value === chosen) next.delete(group.name);
    else next.set(group.name, value);
    next.delete('page');
    return `?${next.toString()}`;
  };
  const items = group.items.filter((item, index) => all || index < SHOWN || item.value === chosen);
  return (
    <section aria-label={group.title}>
      <h2>{group.title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.value}>
            <Link
              to={href(item.value)}
              preventScrollReset
              aria-current={item.value === chosen ? 'true' : undefined}
            >
              <span>{item.label}</span>
              {item.value === chosen ? (
                <Icon name="close" size={14} title="取消此条件" />
              ) : (
                item.count !== undefined && <span className="zq-num">{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      {group.items.length > SHOWN && (
        <button type="button" className={css.all} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? '收起' : `全部 ${group.items.length} 项`}
        </button>
      )}
    </section>
  );
}
