import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, isProblem, saveFile, useSubmit, type Declaration } from '../api';
import type { Answers, Contact, Papers } from './form';
import { DECLARATIONS } from './mine';

export { useMyDeclarations } from './mine';

const one = (id: string) => ['declaration', id];

/** So long after the last keystroke it is kept, or looked through. */
const PAUSE = 900;

export function useProjects(
  query: { policyId?: string; q?: string; page?: number; size?: number },
  enabled = true,
) {
  return useQuery({
    queryKey: ['projects', query],
    queryFn: ({ signal }) => api.get('/api/policy/projects', { query, signal }),
    enabled,
  });
}

export function useProject(id: string) {
  return useQuery({
    queryKey: ['project', id],
    queryFn: ({ signal }) => api.get('/api/policy/projects/{id}', { path: { id }, signal }),
  });
}

export function useEligibility(project: string, enabled: boolean) {
  return useQuery({
    queryKey: ['project', project, 'eligibility'],
    queryFn: ({ signal }) =>
      api.get('/api/policy/my/projects/{id}/eligibility', { path: { id: project }, signal }),
    enabled,
    // Facts may have been filled in since.
    gcTime: 0,
  });
}

/** Which of the open projects take no declaration of the own enterprise. */
export function useBarred(enabled: boolean) {
  return useQuery({
    queryKey: ['projects', 'barred'],
    queryFn: ({ signal }) => api.get('/api/policy/my/projects/barred', { signal }),
    enabled,
    // A tag beside a title: without an answer it stays as it is for everybody, and the project itself says more.
    retry: false,
    // Facts may have been filled in since.
    gcTime: 0,
  });
}

export function useDeclaration(id: string) {
  return useQuery({
    queryKey: one(id),
    queryFn: ({ signal }) => api.get('/api/policy/my/declarations/{id}', { path: { id }, signal }),
    // Somebody at the department may have acted since; while a draft is open it is this page that changes it.
    staleTime: 0,
    // But whether a place of a full project came free nobody tells it.
    refetchOnWindowFocus: ({ state }) => !!state.data?.full,
    refetchInterval: ({ state }) => !!state.data?.full && WHILE_FULL,
  });
}

/** So often it is asked whether a place came free. */
const WHILE_FULL = 60_000;

/** As many as are listed at once: with so many there may be more, which are found by their names. */
export const MOST_EARLIER = 50;

/** What an enterprise uploaded before, the latest of it or of what has such a name, to be handed in again. */
export function useEarlierFiles(enabled: boolean, q?: string) {
  return useQuery({
    queryKey: q ? ['declaration-files', q] : ['declaration-files'],
    queryFn: ({ signal }) => api.get('/api/policy/declaration-files', { query: { q }, signal }),
    enabled,
  });
}

/** For so many days a file is kept that nothing names that was handed in. */
const KEPT_UNUSED = 7;

/** Until when a file is kept that is not handed in; undefined where it is older, and so was handed in with something. */
export function keptUntil(file: { uploadedAt?: string } | undefined): string | undefined {
  if (!file?.uploadedAt) return undefined;
  const end = new Date(new Date(file.uploadedAt).getTime() + KEPT_UNUSED * 86_400_000);
  return end.getTime() > Date.now() ? end.toISOString() : undefined;
}

/** Those of these files that are still there. */
export function useFilesThatAre(ids: string[]) {
  return useQuery({
    queryKey: ['declaration-files', ids],
    queryFn: ({ signal }) => api.get('/api/policy/declaration-files', { query: { ids }, signal }),
    enabled: ids.length > 0,
  });
}

export function useBegin(then: {
  onSuccess: (declaration: Declaration) => void;
  onError: (error: Error) => void;
}) {
  const queries = useQueryClient();
  return useSubmit(
    (projectId: string, idempotencyKey) =>
      api.post('/api/policy/my/declarations', { body: { projectId }, idempotencyKey }),
    {
      ...then,
      about: (projectId) => projectId,
      onError: (error) => {
        // Facts, or whom the project is for, are not as they were when the page was opened.
        void queries.invalidateQueries({ queryKey: ['project'] });
        then.onError(error);
      },
      onSuccess: (declaration) => {
        void queries.invalidateQueries({ queryKey: DECLARATIONS });
        queries.setQueryData(one(declaration.id), declaration);
        then.onSuccess(declaration);
      },
    },
  );
}

type Step = 'submit' | 'withdraw' | 'discard';

/** What its enterprise does with a declaration as a whole. */
export function useStep(
  id: string,
  step: Step,
  then: { onSuccess?: () => void; onError: (error: Error) => void },
) {
  const queries = useQueryClient();
  return useSubmit(
    (version: number, idempotencyKey) =>
      api.post(`/api/policy/my/declarations/{id}/${step}` as '/api/policy/my/declarations/{id}/submit', {
        path: { id },
        body: { version },
        idempotencyKey,
      }),
    {
      onError: then.onError,
      onSuccess: (answer) => {
        void queries.invalidateQueries({ queryKey: DECLARATIONS });
        if (answer) queries.setQueryData(one(id), answer);
        then.onSuccess?.();
      },
    },
  );
}

export function useSupplement(
  declaration: Declaration,
  then: { onSuccess: () => void; onError: (error: Error) => void },
) {
  const queries = useQueryClient();
  return useSubmit(
    (filled: { contact: Contact; answers: Answers; papers: Papers }, idempotencyKey) =>
      api.post('/api/policy/my/declarations/{id}/supplement', {
        path: { id: declaration.id },
        body: { version: declaration.version, ...filled },
        idempotencyKey,
      }),
    {
      onError: then.onError,
      onSuccess: (answer) => {
        void queries.invalidateQueries({ queryKey: DECLARATIONS });
        queries.setQueryData(one(declaration.id), answer);
        then.onSuccess();
      },
    },
  );
}

/** What of a supplement would be refused as it is typed so far. The department has nothing of it yet, nor has the service. */
export function useSupplementCheck(
  { id, version }: Declaration,
  filled: { contact: Contact; answers: Answers; papers: Papers },
  /** Whether it begins with what was typed before, of which nothing is known yet. */
  found: boolean,
  /** While it is handed in, the answer to that says what is wrong. */
  handingIn: boolean,
) {
  const [wrong, setWrong] = useState<Declaration['wrong']>([]);
  const text = JSON.stringify(filled);
  const last = useRef(found ? undefined : text);
  const newest = useRef(text);
  useEffect(() => {
    newest.current = text;
  });
  const look = useCallback(
    async (typed: string, signal?: AbortSignal) => {
      const told = await api.post('/api/policy/my/declarations/{id}/supplement/check', {
        path: { id },
        body: { version, ...(JSON.parse(typed) as { answers: Answers; papers: Papers; contact: Contact }) },
        signal,
      });
      // An answer that comes after more was typed is about what stands there no longer.
      if (typed === newest.current) {
        last.current = typed;
        setWrong(told);
      }
      return told;
    },
    [id, version],
  );
  useEffect(() => {
    if (handingIn || text === last.current) return undefined;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      // Whoever pressed the button meanwhile has asked already; what could not be asked is said when it is handed in.
      if (text !== last.current) look(text, asked.signal).catch(() => undefined);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [text, look, handingIn]);
  return {
    /** As it was told last. */
    wrong,
    /** Of what is typed at this moment; where that cannot be asked, what was told last. */
    wrongNow: async () => (text === last.current ? wrong : look(text).catch(() => wrong)),
  };
}

/** 提交回执, issued when it is first asked for. */
export function useReceipt(id: string) {
  return useMutation({
    mutationFn: async () => {
      const { blob, name } = await api.file('/api/policy/my/declarations/{id}/receipt', { path: { id } });
      saveFile(blob, name);
    },
  });
}

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

/**
 * Keeps a draft as it is filled in: some time after the last keystroke, one save after the other, each with the version that the one before gave.
 * Where a colleague saved meanwhile, or handed it in, nothing is overwritten or saved any more: the page says so, and has to be loaded anew.
 */
export function useAutosave(
  declaration: Declaration,
  filled: { contact: Contact; answers: Answers; papers: Papers },
) {
  const queries = useQueryClient();
  const [state, setState] = useState<Saving>('saved');
  const [savedAt, setSavedAt] = useState(declaration.savedAt);
  const [window, setWindow] = useState(declaration.window);
  const [full, setFull] = useState(declaration.full);
  const [asTold, setAsTold] = useState(declaration);
  // Shown at first as it was when it was left: a place may be free by now, or the window over.
  if (asTold !== declaration) {
    setAsTold(declaration);
    setWindow(declaration.window);
    setFull(declaration.full);
  }
  const [error, setError] = useState<Error>();
  const version = useRef(declaration.version);
  const last = useRef(JSON.stringify(filled));
  const [wrong, setWrong] = useState(declaration.wrong);
  const told = useRef(declaration.wrong);
  const passed = useRef<Error>(undefined);
  const running = useRef<Promise<Error | undefined>>(undefined);
  const newest = useRef(filled);
  useEffect(() => {
    newest.current = filled;
  });

  /** Answers what stood against it, if anything did. */
  const save = useCallback(async (): Promise<Error | undefined> => {
    if (running.current) await running.current;
    if (passed.current) return passed.current;
    const text = JSON.stringify(newest.current);
    if (text === last.current) {
      // What could not be saved was taken back.
      setError(undefined);
      setState('saved');
      return undefined;
    }
    const work = (async () => {
      setState('saving');
      try {
        const answer = await api.put('/api/policy/my/declarations/{id}/draft', {
          path: { id: declaration.id },
          body: { version: version.current, ...(JSON.parse(text) as typeof filled) },
        });
        version.current = answer.version;
        last.current = text;
        setSavedAt(answer.savedAt);
        setWindow(answer.window);
        setFull(answer.full);
        told.current = answer.wrong;
        setWrong(answer.wrong);
        setError(undefined);
        setState('saved');
        queries.setQueryData(one(declaration.id), answer);
        return undefined;
      } catch (failure) {
        setError(failure as Error);
        const other = isProblem(failure, 'VERSION_CONFLICT') || isProblem(failure, 'STATE_CONFLICT');
        if (other) passed.current = failure;
        setState(other ? 'conflict' : 'failed');
        return failure as Error;
      } finally {
        running.current = undefined;
      }
    })();
    running.current = work;
    return work;
  }, [declaration.id, queries]);

  const text = JSON.stringify(filled);
  useEffect(() => {
    if (text === last.current || passed.current) return undefined;
    setState('waiting');
    const timer = setTimeout(() => void save(), PAUSE);
    return () => clearTimeout(timer);
  }, [text, save]);

  /** Leaving keeps the last words as well. */
  useEffect(
    () => () => {
      void save();
    },
    [save],
  );

  /** A tab that is closed takes along what was not saved: where it is only put aside it is saved, and where it closes the browser asks. */
  useEffect(() => {
    const putAside = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    document.addEventListener('visibilitychange', putAside);
    return () => document.removeEventListener('visibilitychange', putAside);
  }, [save]);
  const open = state === 'waiting' || state === 'saving' || state === 'failed';
  useEffect(() => {
    if (!open) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [open]);

  const load = useMutation({
    mutationFn: () => api.get('/api/policy/my/declarations/{id}', { path: { id: declaration.id } }),
    onSuccess: (now) => {
      setWindow(now.window);
      setFull(now.full);
      queries.setQueryData(one(declaration.id), now);
    },
  });

  return {
    state,
    savedAt,
    window,
    full,
    error,
    /** What is wrong in what is kept, and what could not be kept; as it was told last. */
    wrong,
    wrongNow: () => told.current,
    save,
    load,
    version: () => version.current,
  };
}

export async function uploadFile(file: File): Promise<{ id: string; name: string; size: number }> {
  const body = new FormData();
  body.append('file', file);
  return api.post('/api/policy/declaration-files', { body: body as never });
}
