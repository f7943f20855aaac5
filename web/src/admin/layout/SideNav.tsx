import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useMenu, useTrail, type AppRoute } from '@/shared/app';
import { useBrand } from '@/shared/brand';
import { BrandMark, Icon, Motif } from '@/shared/ui';
import { useWaiting } from '../waiting';
import { grouped } from './menu';
import css from './SideNav.module.css';

/** The console's menu: what the caller may open, in groups, with the number of cases that wait, which opens those alone. */
export function SideNav({ onPick }: { onPick?: () => void }) {
  const brand = useBrand();
  const groups = grouped(useMenu());
  const lit = useTrail().map((route) => route.path);
  const waiting = useWaiting();
  const menu = useRef<HTMLElement>(null);
  const here = lit.at(-1);
  // A menu longer than the window shows where one is.
  useEffect(() => {
    menu.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [here, groups.length]);
  const queueOf = (route: AppRoute) => waiting.find((one) => one.path === route.path && one.count);
  return (
    <aside className={css.side} aria-label="管理端">
      <Link to="/" className={css.brand} onClick={onPick}>
        <BrandMark size={36} onDark />
        <span>
          <b>{brand.name}</b>
          <small>管理端</small>
        </span>
      </Link>
      <nav ref={menu} className={css.nav} aria-label="主菜单">
        {groups.map(({ name, routes }) => (
          <div key={name} role="group" aria-label={name || '概览'}>
            {name && (
              <p className={css.group} aria-hidden="true">
                {name}
              </p>
            )}
            <ul>
              {routes.map((route) => {
                const queue = queueOf(route);
                return (
                  <li key={route.path} className={css.row}>
                    <Link
                      to={route.path}
                      className={css.link}
                      aria-current={lit.includes(route.path) ? 'page' : undefined}
                      onClick={onPick}
                    >
                      <Icon name={route.menu!.icon} />
                      <span>{route.title}</span>
                    </Link>
                    {queue && (
                      <Link
                        to={queue.to}
                        className={css.count}
                        title={queue.label}
                        aria-label={`${queue.label} ${queue.count} ${queue.unit}`}
                        onClick={onPick}
                      >
                        {queue.count}
                      </Link>
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </nav>
      <Motif className={css.motif} stroke="rgb(255 255 255 / 30%)" />
    </aside>
  );
}
