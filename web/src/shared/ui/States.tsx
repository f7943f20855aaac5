import type { ReactNode } from 'react';
import { problemText, ProblemError } from '../api/problem';
import { startSignIn } from '../api/session-flow';
import { label } from '../i18n';
import { Mascot, type Pose } from './Mascot';
import css from './States.module.css';
import { usePageTitle } from './usePageTitle';
import { inWords } from './Words';

/** One quiet block for "there is nothing here", whatever the reason. */
export function State({
  pose,
  title,
  hint,
  note,
  children,
  compact = false,
  role,
  page = false,
}: {
  pose: Pose;
  title: string;
  hint?: ReactNode;
  /** What an operator would ask for. */
  note?: ReactNode;
  children?: ReactNode;
  compact?: boolean;
  role?: 'alert' | 'status';
  /** Is all that the page shows: its title is the page's heading. */
  page?: boolean;
}) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={compact ? `${css.state} ${css.compact}` : css.state} role={role}>
      <Mascot pose={pose} size={compact ? 72 : 112} />
      <Title className={css.title}>{inWords(title)}</Title>
      {hint && <p className={css.hint}>{inWords(hint)}</p>}
      {note && <p className={css.note}>{note}</p>}
      {children && <div className={css.actions}>{children}</div>}
    </div>
  );
}

export function Empty({
  title,
  hint,
  children,
  compact,
}: {
  title?: string;
  hint?: ReactNode;
  children?: ReactNode;
  compact?: boolean;
}) {
  return (
    <State pose="rest" title={title ?? label('state', 'empty')} hint={hint} compact={compact}>
      {children}
    </State>
  );
}

/** `title` is the page's, so that one can say what one asks for. */
export function Forbidden({ title, children }: { title?: string; children?: ReactNode }) {
  return (
    <State
      page
      pose="guard"
      title={label('state', 'forbidden')}
      hint={`${title ? `“${title}”不在当前账号的权限内。` : ''}${label('state', 'forbiddenHint')}`}
    >
      {children ?? <WayOut />}
    </State>
  );
}

export function NotFound({ children, title }: { children?: ReactNode; title?: string }) {
  usePageTitle(title ?? label('state', 'notFound'));
  return (
    <State
      page
      pose="search"
      title={title ?? label('state', 'notFound')}
      hint={label('state', 'notFoundHint')}
    >
      {children ?? <WayOut />}
    </State>
  );
}

/** What a failed query shows in place of its data: sign-in, 403, 404, or the error with "重试". */
export function ErrorState({
  error,
  onRetry,
  compact,
  page,
  children,
}: {
  error: unknown;
  onRetry?: () => void;
  compact?: boolean;
  /** The page has nothing else to show. */
  page?: boolean;
  /** Other ways on from a failure. */
  children?: ReactNode;
}) {
  if (error instanceof ProblemError) {
    if (error.status === 401) {
      return (
        <State
          page={page}
          pose="greet"
          title={label('state', 'signIn')}
          hint={label('state', 'signInHint')}
          compact={compact}
        >
          <PlainButton onClick={() => startSignIn()}>登录</PlainButton>
        </State>
      );
    }
    if (error.status === 403)
      return (
        <State
          page={page}
          pose="point"
          title={label('state', 'forbidden')}
          hint={error.message}
          compact={compact}
        >
          {page && <WayOut />}
        </State>
      );
    // The address asks for what there cannot be: an id that is none, a filter of no such value. To ask again helps nobody.
    if (error.status === 400)
      return (
        <State
          page={page}
          pose="search"
          title={label('state', page ? 'noSuchThing' : 'noSuchQuery')}
          hint={error.fields
            .filter((field) => field.code !== 'FORMAT')
            .map((field) => field.message)
            .join('；')}
          compact={compact}
        >
          {children}
          {page && <WayOut />}
        </State>
      );
    if (error.status === 404 || error.status === 410)
      return (
        <State page={page} pose="search" title={error.message} compact={compact}>
          {children}
          {page && <WayOut />}
        </State>
      );
  }
  return (
    <State
      page={page}
      pose="search"
      title={label('state', 'error')}
      hint={error instanceof ProblemError ? error.message : problemText(error)}
      note={
        error instanceof ProblemError && error.status >= 500 && error.traceId ? (
          <>
            追踪号 <code>{error.traceId}</code>
          </>
        ) : undefined
      }
      compact={compact}
      role="alert"
    >
      {onRetry && <PlainButton onClick={onRetry}>{label('common', 'retry')}</PlainButton>}
      {children ?? (page && <WayOut />)}
    </State>
  );
}

const HOME: string = import.meta.env.BASE_URL;
/** The console begins with what waits for one, not with a home page. */
const HOME_NAME = HOME === '/admin/' ? '返回工作台' : '返回首页';

/** Back, and home. Plain addresses: these also stand where the router has failed. */
function WayOut() {
  return (
    <>
      {history.length > 1 && <PlainButton onClick={() => history.back()}>返回上一页</PlainButton>}
      <a href={HOME} className={css.button}>
        {HOME_NAME}
      </a>
    </>
  );
}

/** A button of no component library, for places that both worlds use. */
export function PlainButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={css.button} onClick={onClick}>
      {children}
    </button>
  );
}

/** Grey bars of about the shape of what is coming. */
export function Skeleton({
  lines = 3,
  height,
  className,
}: {
  lines?: number;
  height?: number;
  className?: string;
}) {
  return (
    <div className={className} role="status" aria-label={label('common', 'loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span
          key={line}
          className={css.bar}
          style={{
            width: line === lines - 1 && lines > 1 ? '60%' : '100%',
            height: height ? `${height / 16}rem` : undefined,
          }}
        />
      ))}
    </div>
  );
}

/** What stands in the place of a page while it is not known what it will be. */
export function PageSkeleton() {
  return <Skeleton lines={6} className={css.page} />;
}

interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** The three states of a query in one place: skeleton, failure, data. */
export function Loaded<T>({
  query,
  skeleton,
  compact,
  page,
  instead,
  children,
}: {
  query: QueryLike<T>;
  skeleton?: ReactNode;
  compact?: boolean;
  page?: boolean;
  /** Where else to go when there is nothing to show. */
  instead?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending && !query.error) return skeleton ?? <Skeleton />;
  return (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} compact={compact} page={page}>
      {instead}
    </ErrorState>
  );
}
