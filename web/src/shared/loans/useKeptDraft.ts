import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, isProblem, type LoanDraft } from '../api';
import { useDraft } from '../ui/useDraft';
import type { LoanValues } from './application';
import { startOf, typedOf, type KeptHere } from './draft';

const DRAFTS = ['loan-drafts'];
const ONE = '/api/finance/my/loan-drafts/{productId}';

/** The enterprise's drafts, the last saved first. */
export function useLoanDrafts(enabled = true) {
  return useQuery({
    queryKey: [...DRAFTS, 'list'],
    queryFn: ({ signal }) => api.get('/api/finance/my/loan-drafts', { query: { size: 100 }, signal }),
    enabled,
    // It may have been gone on with on another device.
    staleTime: 0,
  });
}

/** The enterprise's draft for a product, or null. */
export function useLoanDraft(productId: string) {
  return useQuery({
    queryKey: [...DRAFTS, productId],
    queryFn: async ({ signal }) => (await api.get(ONE, { path: { productId }, signal })) ?? null,
    // A form starts with the newest; while it is open it is this page that changes it.
    gcTime: 0,
  });
}

/** `none`: nothing typed and nothing kept; `gone`: handed in or discarded by somebody else. */
export type Keeping = 'none' | 'waiting' | 'saving' | 'saved' | 'failed' | 'conflict' | 'gone';

const PAUSE = 900;
/** After a save that did not get through. */
const AGAIN = 15_000;

function outcomeOf(failure: unknown): Keeping {
  if (isProblem(failure, 'VERSION_CONFLICT')) return 'conflict';
  if (isProblem(failure, 'LOAN_DRAFT_GONE') || isProblem(failure, 'APPLICATION_ALREADY_OPEN')) return 'gone';
  return 'failed';
}

export type KeptDraft = ReturnType<typeof useKeptDraft>;

/**
 * Keeps a form as it is filled in, on the platform: some time after the last keystroke, one save after the other, each with the version that the one before gave. What does not get
 * through stays on this machine, under `name`, and is sent again. Where a colleague or another window saved meanwhile nothing is overwritten unasked.
 */
export function useKeptDraft(
  product: { id: string; edition: number; minTermMonths?: number; termMonths?: number },
  found: LoanDraft | undefined,
  name: string,
) {
  const queries = useQueryClient();
  const local = useDraft<KeptHere | LoanValues>(name);
  const [start] = useState(() => startOf(product, found, local.found));
  const [draft, setDraft] = useState(found);
  const [state, setState] = useState<Keeping>(start.here ? 'waiting' : found ? 'saved' : 'none');
  const [touched, setTouched] = useState(false);
  const [error, setError] = useState<Error>();
  const version = useRef(found?.version);
  const pending = useRef(start.here ? start.values : undefined);
  const running = useRef<Promise<void>>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const over = useRef(false);
  const left = useRef(false);
  const again = useRef(() => {});
  const { save: saveHere, clear: clearHere } = local;

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    while (running.current) await running.current;
    const values = pending.current;
    if (over.current || !values) return;
    setState('saving');
    running.current = (async () => {
      try {
        const answer = await api.put(ONE, {
          path: { productId: product.id },
          body: typedOf(product, values, version.current),
        });
        version.current = answer.version;
        setDraft(answer);
        setError(undefined);
        if (pending.current !== values) {
          saveHere({ base: answer.version, values: pending.current ?? values });
          setState('waiting');
          return;
        }
        pending.current = undefined;
        clearHere();
        setState('saved');
      } catch (failure) {
        const outcome = outcomeOf(failure);
        setError(failure as Error);
        setState(outcome);
        if (
          outcome === 'failed' &&
          !over.current &&
          !left.current &&
          (!isProblem(failure) || failure.retryable)
        ) {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => again.current(), AGAIN);
        }
      } finally {
        running.current = undefined;
      }
    })();
    return running.current;
  }, [product, saveHere, clearHere]);
  useEffect(() => {
    again.current = () => void save();
  });

  // What was kept here is sent once the form is open, and what could not be sent when there is a network again; leaving keeps the last words as well.
  useEffect(() => {
    left.current = false;
    again.current();
    const back = () => again.current();
    addEventListener('online', back);
    return () => {
      removeEventListener('online', back);
      left.current = true;
      again.current();
    };
  }, []);

  const stuck = state === 'conflict' || state === 'gone';
  const keep = (values: LoanValues) => {
    pending.current = values;
    setTouched(true);
    saveHere({ base: version.current, values });
    if (stuck) return;
    setState('waiting');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => again.current(), PAUSE);
  };

  /** It was handed in or discarded; to be flushed, so that a guard of the page hears of it before the page is left. */
  const end = () => {
    over.current = true;
    clearTimeout(timer.current);
    clearHere();
    setState('none');
    void queries.invalidateQueries({ queryKey: [...DRAFTS, 'list'] });
  };

  /** What is typed here gives way to what somebody else saved. */
  const yieldHere = () => {
    pending.current = undefined;
    clearHere();
  };

  /** What is typed here goes on from what somebody else saved, and takes its place. */
  const insist = async () => {
    try {
      version.current = (await api.get(ONE, { path: { productId: product.id } }))?.version;
      await save();
    } catch (failure) {
      setError(failure as Error);
    }
  };

  return {
    /** What the form starts with. */
    values: start.values,
    dropped: start.dropped,
    contactOf: start.contactOf,
    draft,
    state,
    error,
    touched,
    unsaved: state !== 'none' && state !== 'saved',
    keep,
    save,
    insist,
    end,
    yieldHere,
    version: () => version.current,
  };
}

export function useDiscardLoanDraft(productId: string, kept: KeptDraft, gone: () => void) {
  return useMutation({
    mutationFn: async () => {
      const version = kept.version();
      if (version !== undefined) await api.delete(ONE, { path: { productId }, query: { version } });
    },
    onSuccess: gone,
  });
}
