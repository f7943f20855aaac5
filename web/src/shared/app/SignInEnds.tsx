import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState, useSyncExternalStore } from 'react';
import { api } from '../api/client';
import { problemText } from '../api/problem';
import { ME, useSignOut } from '../api/session';
import { askSession, onSignInEnds, signInEnds, type SignInEnds as Ends } from '../api/signInEnds';
import { Modal } from '../ui/Modal';
import css from '../ui/Modal.module.css';

const SECOND = 1000;
/** So long before whoever does nothing is signed out they are asked whether they go on. */
const ASKED_BEFORE = 120 * SECOND;
/** Nothing prolongs the end of the whole: there must be time to save. */
const TOLD_BEFORE = 300 * SECOND;
/** As long as the question stands, and where the gateway could not be reached, it is asked again. */
const AGAIN = 10 * SECOND;
/** Then it is said once more. */
const LAST_WORD = 30;

interface Near {
  kind: 'idle' | 'whole';
  at: number;
}

/**
 * Which end is near, as the gateway said when it was asked; otherwise from when on one will be. That of the whole is told once.
 */
function nearest(
  { asked, idle, whole }: Ends,
  knows: boolean,
): { near: Near } | { near?: undefined; from: number } {
  const wholeFrom = whole !== undefined && !knows ? whole - TOLD_BEFORE : Infinity;
  const idleFrom = idle !== undefined && idle < (whole ?? Infinity) ? idle - ASKED_BEFORE : Infinity;
  if (idleFrom <= asked) return { near: { kind: 'idle', at: idle! } };
  if (wholeFrom <= asked) return { near: { kind: 'whole', at: whole! } };
  return { from: Math.min(idleFrom, wholeFrom, whole ?? Infinity) };
}

/**
 * Nobody is signed out without a word: warns in front of the page before the end that comes of doing nothing, and before that of the whole. The gateway
 * is asked before anything is said, for in another window of the same session somebody may be at work.
 */
export function SignInEnds() {
  const queries = useQueryClient();
  const ends = useSyncExternalStore(onSignInEnds, signInEnds);
  const [known, setKnown] = useState<number>();
  // Asked again it is another second.
  const knows = known !== undefined && Math.abs(known - (ends?.whole ?? 0)) < TOLD_BEFORE;

  useEffect(() => {
    if (!ends) return;
    const next = nearest(ends, knows);
    let timer: ReturnType<typeof setTimeout>;
    const askIn = (time: number) => {
      timer = setTimeout(() => ask(queries).catch(() => askIn(AGAIN)), time);
    };
    const at = next.near ? Math.min(next.near.at, ends.asked + AGAIN) : next.from;
    if (at < Infinity) askIn(Math.max(SECOND, at - Date.now()));
    return () => clearTimeout(timer);
  }, [ends, knows, queries]);

  const near = ends && nearest(ends, knows).near;
  if (!near) return null;
  return near.kind === 'idle' ? (
    <IdleEnds at={near.at} />
  ) : (
    <WholeEnds at={near.at} hours={ends.hours} onKnown={() => setKnown(near.at)} />
  );
}

/** Who is shown here and is signed in no more goes the way of all who are signed out. */
async function ask(queries: QueryClient): Promise<void> {
  const { signedIn } = await askSession();
  if (!signedIn && queries.getQueryData(ME)) await api.get('/api/auth/me').catch(() => undefined);
}

function IdleEnds({ at }: { at: number }) {
  const queries = useQueryClient();
  const [failed, setFailed] = useState<string>();
  const goOn = () => {
    setFailed(undefined);
    ask(queries).catch((error: unknown) => setFailed(problemText(error)));
  };
  return <Warning at={at} words="您已较长时间没有操作" answer="继续使用" onAnswer={goOn} failed={failed} />;
}

function WholeEnds({ at, hours, onKnown }: { at: number; hours?: number; onKnown: () => void }) {
  return (
    <Warning
      at={at}
      words={hours ? `登录已近 ${hours} 小时` : '本次登录即将到期'}
      advice="，请先保存"
      answer="知道了"
      onAnswer={onKnown}
    />
  );
}

interface Warned {
  at: number;
  words: string;
  advice?: string;
  answer: string;
  onAnswer: () => void;
  failed?: string;
}

/** Read out when it appears and once more towards the end; the seconds are for the eye. */
function Warning({ at, words, advice = '', answer, onAnswer, failed }: Warned) {
  const id = useId();
  const left = useSecondsUntil(at);
  const signOut = useSignOut(import.meta.env.BASE_URL);
  const [stays, setStays] = useState<string>();
  const said = failed ?? stays;
  return (
    <Modal look="question" titleId={`${id}title`} wordsId={`${id}words`} onClose={onAnswer}>
      <h2 id={`${id}title`} className={css.title} tabIndex={-1}>
        即将退出登录
      </h2>
      <div className={css.words}>
        <div id={`${id}words`}>
          {words}，将在{' '}
          <b role="timer" aria-live="off" className="zq-num">
            {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
          </b>{' '}
          后退出登录{advice}。
        </div>
        <p role="status" className="zq-hidden">
          {left <= LAST_WORD && `${LAST_WORD} 秒后退出登录`}
        </p>
        {said && <p role="alert">{said}</p>}
      </div>
      <div className={css.answers}>
        <button
          type="button"
          onClick={() => void signOut().catch((error: unknown) => setStays(problemText(error)))}
        >
          退出登录
        </button>
        <button type="button" className={css.confirm} onClick={onAnswer}>
          {answer}
        </button>
      </div>
    </Modal>
  );
}

function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((at - now) / SECOND));
}
