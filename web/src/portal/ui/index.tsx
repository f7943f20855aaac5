import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { useTrail } from '@/shared/app';
import { Icon, inWords, numberText, type IconName } from '@/shared/ui';
import css from './ui.module.css';

/** `main` is the amber one: at most one on a page; `danger` for what cannot be taken back. */
type ButtonLook = 'main' | 'primary' | 'outline' | 'danger' | 'plain' | 'ghost';

const classes = (look: ButtonLook, small?: boolean, more?: string) =>
  [css.button, css[look], small && css.small, more].filter(Boolean).join(' ');

/** For a link that is drawn elsewhere and has to look like the others here. */
export const buttonClass = (look: ButtonLook, small?: boolean) => classes(look, small);

export function Button({
  look = 'primary',
  small,
  className,
  ...rest
}: ComponentProps<'button'> & { look?: ButtonLook; small?: boolean }) {
  return <button type="button" {...rest} className={classes(look, small, className)} />;
}

export function ButtonLink({
  look = 'primary',
  small,
  className,
  ...rest
}: LinkProps & { look?: ButtonLook; small?: boolean }) {
  return <Link {...rest} className={classes(look, small, className)} />;
}

/** A button that leaves the app's router: sign-in, other sites. */
export function ButtonAnchor({
  look = 'primary',
  small,
  className,
  children,
  ...rest
}: ComponentProps<'a'> & { look?: ButtonLook; small?: boolean }) {
  return (
    <a {...rest} className={classes(look, small, className)}>
      {children}
    </a>
  );
}

export function Wrap({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={className ? `${css.wrap} ${className}` : css.wrap}>{children}</div>;
}

export function Card({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={className ? `${css.card} ${className}` : css.card}>{children}</div>;
}

export function More({ to, children = '查看更多' }: { to: string; children?: ReactNode }) {
  return (
    <Link to={to} className={css.more}>
      {children}
      <Icon name="right" size={14} />
    </Link>
  );
}

/** Where the page stands in the site. */
export function Trail({ last }: { last?: string }) {
  const trail = useTrail();
  const rows = [{ path: '/', title: '首页' }, ...trail.filter((route) => route.path !== '/')];
  return (
    <nav aria-label="当前位置">
      <ol className={css.trail}>
        {rows.map((route, index) => (
          <li key={route.path}>
            {index < rows.length - 1 ? (
              <Link to={route.path}>{route.title}</Link>
            ) : (
              <span aria-current="page">{last ?? route.title}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function PageHead({
  title,
  intro,
  actions,
  last,
  short = false,
}: {
  title: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  /** On a phone the title alone: what one came for is below it. */
  short?: boolean;
  /** Text of the breadcrumb's last step, where the route's title is too general. */
  last?: string;
}) {
  return (
    <header className={short ? `${css.pageHead} ${css.short}` : css.pageHead}>
      <Wrap>
        <Trail last={last} />
        <div className={css.pageHeadInner}>
          <div>
            <h1>{inWords(title)}</h1>
            {intro && <div className={css.intro}>{inWords(intro)}</div>}
          </div>
          {actions && <div className={`${css.pageActions} zq-no-print`}>{actions}</div>}
        </div>
      </Wrap>
    </header>
  );
}

/** Pages as links, so that they can be opened, shared and gone back to. */
export function Pager({
  page,
  size,
  total,
  href,
}: {
  page: number;
  size: number;
  total: number;
  href: (page: number) => string;
}) {
  const last = Math.max(1, Math.ceil(total / size));
  return (
    <nav className={css.pager} aria-label="分页">
      <span>共 {numberText(total)} 条</span>
      {last > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <Link to={href(page - 1)}>上一页</Link>
            </li>
          )}
          {pagesAround(page, last).map((one, index) => (
            <li key={index}>
              {one === null ? (
                <span className={css.gap}>…</span>
              ) : (
                <Link
                  to={href(one)}
                  aria-current={one === page ? 'page' : undefined}
                  aria-label={`第 ${one} 页`}
                >
                  {one}
                </Link>
              )}
            </li>
          ))}
          {page < last && (
            <li>
              <Link to={href(page + 1)}>下一页</Link>
            </li>
          )}
        </ul>
      )}
    </nav>
  );
}

/** First, last and the pages around the current one; null stands for a gap. */
export function pagesAround(page: number, last: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, last])].filter((one) => one >= 1 && one <= last);
  return wanted.flatMap((one, index) => (index > 0 && one - wanted[index - 1]! > 1 ? [null, one] : [one]));
}

const alertIcons = { bad: 'warning', info: 'info', wait: 'info', good: 'check' } as const satisfies Record<
  string,
  IconName
>;
const alertClasses = { bad: css.alertBad, info: css.alertInfo, wait: css.alertWait, good: css.alertGood };

export function Notice({ tone = 'info', children }: { tone?: keyof typeof alertIcons; children: ReactNode }) {
  return (
    <div className={`${css.alert} ${alertClasses[tone]}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={alertIcons[tone]} size={18} />
      <div>{children}</div>
    </div>
  );
}

/** A labelled text input with hint and error, for pages that do without a component library. */
export function TextField({
  label,
  hint,
  error,
  ...input
}: { label: string; hint?: ReactNode; error?: string } & Omit<ComponentProps<'input'>, 'id'>) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const secret = input.type === 'password';
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <div className={css.input}>
        <input
          {...input}
          id={id}
          type={secret && shown ? 'text' : (input.type ?? 'text')}
          aria-invalid={!!error}
          aria-describedby={
            [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
          }
        />
        {secret && (
          <button type="button" onClick={() => setShown(!shown)} aria-label={shown ? '隐藏密码' : '显示密码'}>
            <Icon name={shown ? 'eyeOff' : 'eye'} />
          </button>
        )}
      </div>
      {hint && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={css.error} id={`${id}-error`}>
          <Icon name="warning" size={16} />
          {error}
        </p>
      )}
    </div>
  );
}

export function CheckField({
  children,
  error,
  ...input
}: { children: ReactNode; error?: string } & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const id = useId();
  return (
    <div className={css.field}>
      <div className={css.check}>
        <input
          {...input}
          id={id}
          type="checkbox"
          aria-invalid={!!error}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <label htmlFor={id} style={{ fontWeight: 400 }}>
          {children}
        </label>
      </div>
      {error && (
        <p className={css.error} id={`${id}-error`}>
          <Icon name="warning" size={16} />
          {error}
        </p>
      )}
    </div>
  );
}
