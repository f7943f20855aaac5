import type { PromiseView } from '../api';
import { dateText, NONE } from '../ui/format';
import { Tag } from '../ui/StatusTag';
import { Whole } from '../ui/Whole';
import {
  ANSWER,
  AWAITED,
  dueText,
  extendedText,
  isOpenPromise,
  promisedBy,
  promiseText,
  promiseTone,
  refusedText,
  type PromiseOf,
} from './promise';

/** What is broken stays so, also while the applicant supplements. */
const isPaused = ({ state, broken }: PromiseView) => state === 'PAUSED' && !broken;

/** The promise of a case: its date and what is left. Red only when it is broken. */
export function Promised({ promise, of }: { promise: PromiseView | undefined; of: PromiseOf }) {
  if (!promise) return null;
  const by = promisedBy(promise, of);
  const text = promiseText(promise, of);
  if (!by && !text) return null;
  return (
    <>
      {by && <span className="zq-whole">{by}</span>}{' '}
      {text &&
        (isPaused(promise) ? (
          <span>
            <Whole>{text}</Whole>
          </span>
        ) : (
          <Tag tone={promiseTone(promise)} wraps={text === promise.note}>
            {text}
          </Tag>
        ))}
      {promise.state === 'ANSWERED' && !promise.broken && <span>已按时{ANSWER[of]}</span>}
      {promise.extended && <span> {extendedText(promise)}</span>}
      {promise.refused?.map((one) => (
        <span key={one.at}>
          {' '}
          {dateText(one.at)} {refusedText(one)}
        </span>
      ))}
    </>
  );
}

/** In a list: the date, and under it what is left while somebody waits. */
export function PromisedDate({ promise, of }: { promise: PromiseView | undefined; of: PromiseOf }) {
  if (!promise) return NONE;
  if (isPaused(promise)) {
    return (
      <>
        <Tag>计时已暂停</Tag>
        <br />
        <small>{AWAITED[of]}</small>
        {promise.pausedSince && (
          <>
            <br />
            <small>自 {dateText(promise.pausedSince)} 起</small>
          </>
        )}
      </>
    );
  }
  const text = isOpenPromise(promise) || promise.broken ? promiseText(promise, of) : undefined;
  return (
    <>
      {promise.dueOn && <time dateTime={promise.dueOn}>{dueText(promise)}</time>}
      {promise.dueOn && text && <br />}
      {text && (
        <Tag tone={promiseTone(promise)} wraps={text === promise.note}>
          {text}
        </Tag>
      )}
      {!promise.dueOn && !text && NONE}
      {promise.extended && (
        <>
          <br />
          <small>已延期 {promise.extended.by} 个工作日</small>
        </>
      )}
    </>
  );
}
