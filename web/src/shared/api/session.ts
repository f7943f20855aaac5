import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from './client';
import { dropDrafts } from './drafts';
import { ProblemError } from './problem';
import { forgetRunOut, noteRunOut } from './session-flow';
import { ELSEWHERE, isShownToSomebody, showsTo, showsToNobody } from './shownTo';
import { askSession } from './signInEnds';
import { tellSignedOut } from './windows';
import type { Me } from './types';

export const ME = ['me'] as const;

/** The signed-in account, or null. Renews the session's token when the server says that it is out of date. Fails where it is another than this window shows. */
export async function loadMe(signal?: AbortSignal): Promise<Me | null> {
  const me = await whoIsSignedIn(signal);
  if (me) forgetRunOut();
  else if (isShownToSomebody()) noteRunOut();
  if (me && !showsTo(me)) throw new ProblemError({ status: 409, code: ELSEWHERE });
  return me;
}

async function whoIsSignedIn(signal?: AbortSignal): Promise<Me | null> {
  const session = await askSession(signal);
  if (!session.signedIn) return null;
  const me = await readMe(signal);
  if (!me?.tokenStale) return me;
  await api.post('/bff/refresh', { keep401: true }).catch(() => undefined);
  return readMe(signal);
}

async function readMe(signal?: AbortSignal): Promise<Me | null> {
  try {
    return await api.get('/api/auth/me', { signal, keep401: true });
  } catch (error) {
    if ((error as { status?: number }).status === 401) return null;
    throw error;
  }
}

export function useMe() {
  const query = useQuery({ queryKey: ME, queryFn: ({ signal }) => loadMe(signal), staleTime: 60_000 });
  const me = query.data ?? null;
  return {
    me,
    loading: query.isPending,
    /** That it could not be found out. Where it was known before and cannot be asked again, the page goes on with what it knows. */
    error: query.isLoadingError ? query.error : null,
    /** Whether the person's roles keep a sensitive field from them: its columns are left out. */
    hides: (field: string) => me?.fieldRules?.[field] === 'HIDDEN',
    /** Whether the person's roles show at most a part of it: nothing is found or ordered by it. */
    covers: (field: string) => ['HIDDEN', 'MASKED'].includes(me?.fieldRules?.[field] ?? ''),
    /** Whether the person may change a sensitive field in a form that they may use. */
    edits: (field: string) => !me?.fieldRules?.[field] || me.fieldRules[field] === 'EDITABLE',
    can: (permission?: string) => !permission || (me?.permissions.includes(permission) ?? false),
  };
}

/**
 * Ends the session everywhere and starts afresh at `to`: nothing of the old account stays in memory or in drafts. What could not be
 * ended goes on with all that was typed, and is told: a `ProblemError` to show.
 */
export function useSignOut(to: string) {
  const queries = useQueryClient();
  return async () => {
    await api.post('/bff/logout', { keep401: true }).catch(unlessEnded);
    tellSignedOut();
    showsToNobody();
    forgetRunOut();
    queries.clear();
    dropDrafts();
    location.assign(to);
  };
}

/** Who is not signed in any more has what they wanted. */
function unlessEnded({ status, problem }: ProblemError): void {
  if (status !== 401) throw new ProblemError({ ...problem, detail: '退出未成功，请重试' });
}
