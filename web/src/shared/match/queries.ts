import { useEffect, useRef, useState } from 'react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, isProblem, saveFile, type IssuedReport, type MatchResult } from '../api';

export const PROFILE = ['profile'] as const;
const LATEST = ['match', 'latest'] as const;

const profile = queryOptions({
  queryKey: PROFILE,
  queryFn: ({ signal }) => api.get('/api/match/my/profile', { signal }),
});

const WHILE_FETCHING = 5_000;

/** What is known about the own enterprise; looked at again while tax data that it has allowed is on its way. */
export function useProfile() {
  return useQuery({
    ...profile,
    refetchInterval: ({ state }) => state.data?.taxAuthorization.due === 'FETCHING' && WHILE_FETCHING,
  });
}

/** The same as it is stored at this moment, for a form whose save met someone else's. */
export function useFreshProfile() {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...profile, staleTime: 0 });
}

/** The latest match of the own enterprise, null where there was none yet, or an earlier one by its id. */
export function useMatchResult(id?: string, enabled = true) {
  return useQuery({
    enabled,
    queryKey: id ? ['match', id] : LATEST,
    queryFn: async ({ signal }) =>
      id
        ? api.get('/api/match/results/{id}', { path: { id }, signal })
        : ((await api.get('/api/match/my/match/latest', { signal })) ?? null),
  });
}

/** Once it was: what failed is asked for again by whatever else on the page wants it, and nothing is to go off the screen for that. */
const lookedAt = (query: { isLoading: boolean; isFetchedAfterMount: boolean }) =>
  !query.isLoading || query.isFetchedAfterMount;

/**
 * The most that a match took for possible of a product, in 万元; `ready` says whether the match has been looked at, if there is one; `gone`, that there is
 * none of this id, or none any more.
 */
export function usePossibleAmount(
  result: string | null,
  product: string,
): { ready: boolean; gone: boolean; wan?: number } {
  const query = useMatchResult(result ?? undefined, !!result);
  const wan = query.data?.loans.find((one) => one.code === product)?.estimate?.highWan;
  const gone = isProblem(query.error) && [400, 404, 410].includes(query.error.status);
  return { ready: !result || lookedAt(query), gone, wan };
}

/** What the profile says is still owed of business loans, in 万元; `ready` says whether the profile has been looked at. */
export function useLoanBalance(): { ready: boolean; wan?: number } {
  const query = useProfile();
  const value = query.data?.groups
    .flatMap((group) => group.facts)
    .find((fact) => fact.name === 'totalBizLoan')?.value;
  return { ready: lookedAt(query), wan: typeof value === 'number' && value > 0 ? value : undefined };
}

const NEXT_FACTS = ['match', 'next-facts'] as const;
const CHANGES = ['match', 'changes'] as const;

/** What has changed that the latest match does not know yet; undefined while it is up to date. */
export function useOutdated(): string | undefined {
  const { data } = useQuery({
    queryKey: CHANGES,
    queryFn: ({ signal }) => api.get('/api/match/my/match/changes', { signal }),
    staleTime: 0,
  });
  if (!data) return undefined;
  const what = [data.profile && '企业画像', data.library && '政策或产品'].filter(Boolean).join('、');
  return what || (data.day ? '判断所依据的日期' : undefined);
}

/**
 * Matches afresh by itself, once for each time that the latest match is found outdated. Where that does not work (too often in an hour), what is shown is of before, which is
 * said in words, and it is for the person to try again.
 *
 * @param shown whether the latest match is on the page
 * @returns `before`, the result in whose place the one that is shown stands by itself
 */
export function useRenewed(shown: boolean): { renewing: boolean; words?: string; before?: MatchResult } {
  const changed = useOutdated();
  const what = shown ? changed : undefined;
  const { mutate, isIdle, isPending } = useMatchRun();
  const tried = useRef(false);
  const queries = useQueryClient();
  const [replaced, setReplaced] = useState<{ before?: MatchResult; by: string }>();
  useEffect(() => {
    if (what && !tried.current) {
      const old = queries.getQueryData<MatchResult | null>(LATEST) ?? undefined;
      mutate(undefined, { onSuccess: ({ id }) => setReplaced({ before: old, by: id }) });
    }
    tried.current = !!what;
  }, [what, mutate, queries]);
  const renewing = isPending || (!!what && isIdle);
  const latest = queries.getQueryData<MatchResult | null>(LATEST)?.id;
  const before = replaced?.by === latest ? replaced?.before : undefined;
  if (!what) return { renewing, before };
  return {
    renewing,
    before,
    words: `上次匹配后，${what}有更新，${renewing ? '正在重新匹配。' : '以下是更新前的结果。'}`,
  };
}

/** Matches afresh; the result is the latest one from then on, and the report another. */
export function useMatchRun(onError?: (error: Error) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/match/my/match'),
    onSuccess: (result) => {
      queries.setQueryData(LATEST, result);
      return Promise.all([
        queries.invalidateQueries({ queryKey: ['match', 'report'] }),
        queries.invalidateQueries({ queryKey: NEXT_FACTS }),
        queries.invalidateQueries({ queryKey: CHANGES }),
      ]);
    },
    onError,
  });
}

/** The planning report on the latest match, null where there was none yet. */
export function useReport() {
  return useQuery({
    queryKey: ['match', 'report'],
    queryFn: async ({ signal }) => (await api.get('/api/match/my/report', { signal })) ?? null,
  });
}

/** What to fill in next, by the latest match; null where there was none yet. */
export function useNextFacts() {
  return useQuery({
    queryKey: NEXT_FACTS,
    queryFn: async ({ signal }) => (await api.get('/api/match/my/next-facts', { signal })) ?? null,
  });
}

/** Said to those of an enterprise who read its report and do not issue it. */
export const REPORTS_OF_ADMINISTRATORS = '报告由企业管理员出具，您可以查看。';

/** How a report is taken along: on paper, or its days for the own calendar. */
type ReportForm = 'pdf' | 'calendar';

/** Issues the report of the latest match, which has the same number however often it is asked for, and saves it. */
export function useReportFile(onError?: (error: Error) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (form: ReportForm): Promise<IssuedReport> => {
      const issued = await api.post('/api/match/my/reports');
      const path = { id: issued.id };
      const { blob, name } =
        form === 'pdf'
          ? await api.file('/api/match/reports/{id}/pdf', { path })
          : await api.file('/api/match/reports/{id}/calendar', { path });
      saveFile(blob, name);
      return issued;
    },
    // Of an outdated match none is issued: there is a newer one then.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['match'] }),
    onError,
  });
}
