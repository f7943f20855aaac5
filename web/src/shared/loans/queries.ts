import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import {
  api,
  isProblem,
  useDictionary,
  useSubmit,
  type ApplicationFile,
  type LoanApplication,
  type LoanApplicationRequest,
} from '../api';

/** A published product by its id or code; with `edition` as that one said, which may be no longer in force. */
export function useProduct(idOrCode: string, edition?: number) {
  return useQuery({
    queryKey: ['product', idOrCode, edition],
    queryFn: ({ signal }) =>
      edition
        ? api.get('/api/finance/products/{idOrCode}/editions/{edition}', {
            path: { idOrCode, edition },
            signal,
          })
        : api.get('/api/finance/products/{idOrCode}', { path: { idOrCode }, signal }),
  });
}

/** An edition that an address names, or none. */
export const editionIn = (params: URLSearchParams) => {
  const edition = Number(params.get('edition'));
  return Number.isInteger(edition) && edition > 0 ? edition : undefined;
};

/** Stands over a product as it was. */
export const pastEditionText = (product: { current: boolean; edition: number }) =>
  product.current
    ? undefined
    : `这是第 ${product.edition} 版的内容，已有更新的版本；按本版提交的申请仍按本版办理。`;

const NEXT_LOAN = ['applications', 'kind'];

/** Refusals that say that the enterprise's loans are not what the form took them for. */
const KIND_CHANGED = [
  'NOT_A_FIRST_LOAN',
  'EARLIER_LOAN_REQUIRED',
  'EARLIER_LOAN_UNKNOWN',
  'EARLIER_LOAN_OF_ANOTHER_BANK',
];

/** What money can be borrowed for. */
export const useLoanPurposes = () => useDictionary('LOAN_PURPOSE');

/** Whether the enterprise's next loan would be its first, which earlier ones of the bank it could renew, and whether it has asked for the product already. */
export function useNextLoan(product: string | undefined) {
  return useQuery({
    queryKey: [...NEXT_LOAN, product],
    queryFn: ({ signal }) => api.get('/api/finance/my/application-kind', { query: { product }, signal }),
    enabled: !!product,
    // A bank may have decided since the form was last open, and the form starts with the answer.
    gcTime: 0,
  });
}

export function useSubmitLoan(then: {
  onSuccess: (application: LoanApplication) => void;
  onError: (error: Error) => void;
}) {
  const queries = useQueryClient();
  return useSubmit(
    async (body: LoanApplicationRequest, idempotencyKey) => {
      const send = (request: LoanApplicationRequest, key: string) =>
        api.post('/api/finance/my/applications', { body: request, idempotencyKey: key });
      try {
        return await send(body, idempotencyKey);
      } catch (error) {
        // The match that led here is gone, or was another enterprise's: the application stands without it.
        if (!isProblem(error, 'MATCH_RESULT_UNKNOWN') || !body.matchResultId) throw error;
        // A body of its own has a key of its own, and the same one when the whole is tried again.
        return send({ ...body, matchResultId: undefined }, `${idempotencyKey}-unmatched`);
      }
    },
    {
      ...then,
      onError: (error) => {
        // A bank has decided while the form was filled in: what it offers has to be asked for anew, or it would contradict.
        if (isProblem(error) && KIND_CHANGED.includes(error.code))
          void queries.invalidateQueries({ queryKey: NEXT_LOAN });
        then.onError(error);
      },
      onSuccess: (application) => {
        void queries.invalidateQueries({ queryKey: ['applications'] });
        then.onSuccess(application);
      },
    },
  );
}

export function useMyApplication(id: string) {
  return useQuery({
    enabled: !!id,
    queryKey: ['application', id],
    queryFn: ({ signal }) => api.get('/api/finance/my/applications/{id}', { path: { id }, signal }),
  });
}

/** An application may be withdrawn until the bank has decided. */
export const isOpen = (application: Pick<LoanApplication, 'status'>) =>
  ['SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL'].includes(application.status);

/** With what the bank is answered: words, files, or both. */
export interface Supplied {
  words?: string;
  files?: ApplicationFile[];
}

const idsOf = (files: ApplicationFile[] = []) => files.map((file) => file.id);

const UNUSED = ['application-files'];

/** Files that the person uploaded and no application has: of a form that was left, or of an answer that did not reach the bank. */
export function useUnusedFiles() {
  return useQuery({
    queryKey: UNUSED,
    queryFn: ({ signal }) => api.get('/api/finance/application-files', { signal }),
    // Whether what a draft names is still there is asked when the form opens.
    refetchOnMount: 'always',
  });
}

/** Those of the files that no form uses are no more to be offered: they were handed in, or taken back. */
const used = (queries: QueryClient, ids: string[]) =>
  queries.setQueryData<ApplicationFile[]>(UNUSED, (files) => files?.filter(({ id }) => !ids.includes(id)));

/** No application has them yet. What is not taken back now is swept away later. */
export function useTakeBack() {
  const queries = useQueryClient();
  return (id: string) => {
    used(queries, [id]);
    void api.delete('/api/finance/application-files/{id}', { path: { id } }).catch(() => undefined);
  };
}

/** What the bank asked for is supplied. */
export function useSupplyMaterial(
  application: LoanApplication,
  then: { onSuccess: () => void; onError: (error: Error, supplied: Supplied) => void },
) {
  const queries = useQueryClient();
  const send = ({ words, files }: Supplied, idempotencyKey: string) =>
    api.post('/api/finance/my/applications/{id}/supply-material', {
      path: { id: application.id },
      body: { version: application.version, words: words?.trim() || undefined, files: idsOf(files) },
      idempotencyKey,
    });
  return useSubmit(send, {
    onSuccess: (_answer, { files }) => {
      used(queries, idsOf(files));
      then.onSuccess();
    },
    onError: then.onError,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['application', application.id] }),
        queries.invalidateQueries({ queryKey: ['applications'] }),
        queries.invalidateQueries({ queryKey: UNUSED }),
      ]),
  });
}

/** Whether files may be handed in that the bank did not ask for; while it waits for material they go with the answer. */
export const takesFiles = ({ status }: Pick<LoanApplication, 'status'>) =>
  status === 'SUBMITTED' || status === 'IN_REVIEW';

/** Files that the bank did not ask for. */
export function useAddFiles(
  application: LoanApplication,
  then: { onSuccess: () => void; onError: (error: Error) => void },
) {
  const queries = useQueryClient();
  const send = (files: ApplicationFile[], idempotencyKey: string) =>
    api.post('/api/finance/my/applications/{id}/add-files', {
      path: { id: application.id },
      body: { version: application.version, files: idsOf(files) },
      idempotencyKey,
    });
  return useSubmit(send, {
    onSuccess: (_answer, files) => {
      used(queries, idsOf(files));
      then.onSuccess();
    },
    onError: then.onError,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['application', application.id] }),
        queries.invalidateQueries({ queryKey: ['applications'] }),
        queries.invalidateQueries({ queryKey: UNUSED }),
      ]),
  });
}

const lastAsked = ({ timeline }: Pick<LoanApplication, 'timeline'>) =>
  timeline.findLast((entry) => entry.kind === 'MATERIAL_ASKED');

/** What the bank asked for last. */
export const askedMaterial = (application: Pick<LoanApplication, 'timeline'>) => lastAsked(application)?.note;

/** Under which name the words with which it is supplied are kept: those that answered an earlier question are no answer to this one. */
export const supplyDraft = (application: Pick<LoanApplication, 'id' | 'timeline'>) =>
  ['supply', application.id, lastAsked(application)?.at].filter(Boolean).join('.');

export function useWithdrawApplication(
  application: LoanApplication,
  then: { onSuccess: () => void; onError: (error: Error) => void },
) {
  const queries = useQueryClient();
  const send = (_: void, idempotencyKey: string) =>
    api.post('/api/finance/my/applications/{id}/withdraw', {
      path: { id: application.id },
      body: { version: application.version },
      idempotencyKey,
    });
  return useSubmit(send, {
    ...then,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['application', application.id] }),
        queries.invalidateQueries({ queryKey: ['applications'] }),
      ]),
  });
}

/** Whether the bank has done its part, and the enterprise can say how. */
export const isEvaluated = ({
  status,
  disbursedAmount,
}: Pick<LoanApplication, 'status' | 'disbursedAmount'>) =>
  ['REFUSED', 'SETTLED', 'EXPIRED'].includes(status) || (status === 'APPROVED' && disbursedAmount > 0);
