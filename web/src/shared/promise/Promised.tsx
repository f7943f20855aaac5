import type { PromiseView } from '../api';
import { dateText, NONE } from '../ui/format';
import { Tag } from '../ui/StatusTag';
import { isOpenPromise, promisedBy, promiseText, promiseTone, type PromiseOf } from './promise';

/** The promise of a case: its date and what is left. Red only when it is broken. */
export function Promised({ promise, of }: { promise: PromiseView | undefined; of: PromiseOf }) {
  if (!promise) return null;
  const by = promisedBy(promise, of);
  const text = promiseText(promise);
  if (!by && !text) return null;
  return (
    <>
      {by && <span className="zq-whole">{by}</span>} {text && <Tag tone={promiseTone(promise)}>{text}</Tag>}
    </>
  );
}

/** In a list: the date, and under it what is left while somebody waits. */
export function PromisedDate({ promise }: { promise: PromiseView | undefined }) {
  if (!promise) return NONE;
  const text = isOpenPromise(promise) || promise.broken ? promiseText(promise) : undefined;
  return (
    <>
      {promise.dueOn && <time dateTime={promise.dueOn}>{dateText(promise.dueOn)}</time>}
      {promise.dueOn && text && <br />}
      {text && <Tag tone={promiseTone(promise)}>{text}</Tag>}
      {!promise.dueOn && !text && NONE}
    </>
  );
}
