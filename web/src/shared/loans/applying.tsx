import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import {
  isProblem,
  problemText,
  useMe,
  type KindOfNextLoan,
  type LoanApplication,
  type LoanDraft,
  type LoanProductDetail,
} from '../api';
import { useLoanBalance, usePossibleAmount } from '../match';
import { Loaded } from '../ui';
import { prefilledAgain } from './again';
import { prefilled, refusedField, type LoanPurpose, type LoanValues } from './application';
import { useLoanPurposes, useMyApplication, useNextLoan, useProduct, useSubmitLoan } from './queries';
import { notTaken } from './suspended';
import { useKeptDraft, useLoanDraft } from './useKeptDraft';

/** All that a form for a loan begins with. */
export interface LoanBegun {
  product: LoanProductDetail;
  next: KindOfNextLoan;
  purposes: readonly LoanPurpose[];
  /** The match that led here, as long as there is one. */
  match?: string;
  /** One led here that there is no more. */
  matchGone: boolean;
  /** By the match that led here. */
  possibleWan?: number;
  balanceWan?: number;
  /** Another bank refused it: what was asked for there is asked for here. */
  refused?: LoanApplication;
  draft?: LoanDraft;
  /** Goes on from what somebody else saved. */
  onTheirs: () => void;
}

interface Asked {
  /** Id or code of the product. */
  id: string;
  /** Result of the match that led here. */
  match: string | null;
  /** Application that another bank refused. */
  from: string | null;
  /** A whole page waits. */
  page?: boolean;
  skeleton: ReactNode;
  /** In place of the form, while an earlier application is open. */
  openAlready: (
    product: LoanProductDetail,
    application: NonNullable<KindOfNextLoan['openApplication']>,
  ) => ReactNode;
  /** In place of the form, while none is taken. */
  noneTaken: (product: LoanProductDetail) => ReactNode;
  /** @param round to be its key: the form begins anew when it goes on from what somebody else saved */
  children: (begun: LoanBegun, round: number) => ReactNode;
}

/** Brings together what a form for a loan begins with, or says why there is none. */
export function LoanToApply(asked: Asked) {
  const { id, page, skeleton } = asked;
  const query = useProduct(id);
  const kind = useNextLoan(query.data?.id);
  const purposes = useLoanPurposes();
  return (
    <Loaded page={page} query={query} skeleton={skeleton}>
      {(product) => (
        <Loaded page={page} query={kind} skeleton={skeleton}>
          {(next) => (
            <Loaded page={page} query={purposes} skeleton={skeleton}>
              {(list) => <Begin key={product.id} {...asked} product={product} next={next} purposes={list} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function Begin({
  product,
  next,
  purposes,
  match,
  from,
  page,
  skeleton,
  openAlready,
  noneTaken,
  children,
}: Asked & Pick<LoanBegun, 'product' | 'next' | 'purposes'>) {
  const { ready, gone, wan } = usePossibleAmount(match, product.code);
  const balance = useLoanBalance();
  const refused = useMyApplication(from ?? '');
  // As it was when the page was opened: what is handed in here is open afterwards, too.
  const [open] = useState(next.openApplication);
  const draft = useLoanDraft(product.id);
  const [round, setRound] = useState(0);
  // Said before anything is filled in.
  if (open) return openAlready(product, open);
  if (notTaken(product)) return noneTaken(product);
  if (!ready || !balance.ready || refused.isLoading) return skeleton;
  return (
    <Loaded page={page} query={draft} skeleton={skeleton}>
      {(found) =>
        children(
          {
            product,
            next,
            purposes,
            match: (!gone && match) || undefined,
            matchGone: gone,
            possibleWan: wan,
            balanceWan: balance.wan,
            refused: refused.data,
            draft: found ?? undefined,
            onTheirs: () => void draft.refetch().then(() => setRound(round + 1)),
          },
          round,
        )
      }
    </Loaded>
  );
}

/**
 * A form for a loan while it is filled in, whatever it looks like: what it is prefilled with, what is kept of it, and its way to the bank.
 *
 * @param prefix of the name under which this kind of page keeps it on the machine
 */
export function useLoanForm(
  { product, purposes, match, possibleWan, refused, draft }: LoanBegun,
  {
    prefix,
    toForm,
    mark,
    others,
  }: {
    prefix: string;
    /** Back to the fields, which must be on screen before their errors can be set. */
    toForm: () => void;
    /** Says at one field what is refused about it. */
    mark: (field: keyof LoanValues, words: string) => void;
    others: (error: Error) => void;
  },
) {
  const { me } = useMe();
  const navigate = useNavigate();
  const kept = useKeptDraft(product, draft, `${prefix}.${me?.enterprise?.id}.${product.code}`);
  const submit = useSubmitLoan({
    onSuccess: () => flushSync(kept.end),
    onError: (error) => {
      const where = isProblem(error) && refusedField(error);
      if (where) flushSync(toForm);
      if (where && isProblem(error) && !error.fields.length) mark(where, problemText(error));
      else others(error);
    },
  });
  return {
    me,
    kept,
    submit,
    prefill: {
      ...prefilled(product, me, !!match, possibleWan),
      ...prefilledAgain(product, refused, purposes),
    } as LoanValues,
    /** The draft was discarded, here or by somebody else. */
    leave: () => {
      flushSync(kept.end);
      void navigate(`/loans/${product.code}`);
    },
  };
}
