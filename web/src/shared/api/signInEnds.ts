import { api } from './client';

/** What the gateway says of the session of this browser. */
export interface SessionState {
  signedIn: boolean;
  /** Until whoever does nothing is signed out; without it there is no such end, as for enterprises. */
  idleEndsInSeconds?: number;
  /** Until the sign-in ends whatever is done. */
  endsInSeconds?: number;
  /** How long it lasts in all. */
  lastsSeconds?: number;
}

/** By this browser's clock, in milliseconds. */
export interface SignInEnds {
  /** When it was asked. */
  asked: number;
  idle?: number;
  whole?: number;
  hours?: number;
}

let told: SignInEnds | undefined;
const watching = new Set<() => void>();

/**
 * Whether somebody is signed in, and until when; `signInEnds` knows it from then on. The limits are the gateway's, and so is what other windows
 * did meanwhile. Where somebody is at the page it is work, and prolongs.
 */
export async function askSession(signal?: AbortSignal): Promise<SessionState> {
  const session = await api.get('/bff/session', { signal });
  noteEnds(session);
  return session;
}

function noteEnds({ signedIn, idleEndsInSeconds, endsInSeconds, lastsSeconds }: SessionState): void {
  const now = Date.now();
  const inSeconds = (seconds?: number) => (seconds === undefined ? undefined : now + seconds * 1000);
  told = signedIn
    ? {
        asked: now,
        idle: inSeconds(idleEndsInSeconds),
        whole: inSeconds(endsInSeconds),
        hours: lastsSeconds && Math.round(lastsSeconds / 3600),
      }
    : undefined;
  watching.forEach((listener) => listener());
}

/** As it was told last; undefined while nobody is known to be signed in. */
export const signInEnds = (): SignInEnds | undefined => told;

/** Calls when it was told anew. Returns the function that ends it. */
export function onSignInEnds(listener: () => void): () => void {
  watching.add(listener);
  return () => watching.delete(listener);
}
