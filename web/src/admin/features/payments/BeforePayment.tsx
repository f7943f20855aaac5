import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import {
  api,
  isProblem,
  useSubmit,
  type PaymentCheck,
  type ProblemError,
  type RedemptionStatus,
} from '@/shared/api';
import { dateTimeText, longDate, StatusTag, Tag } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { intoView } from '../../ui/RefusedLines';
import { isConflict, useConflict } from '../../ui/useConflict';

/** It is approved and not paid yet; whether the treasury has its batch, the status does not say. */
export const waitsForPayment = (status: RedemptionStatus): boolean =>
  status === 'APPROVED' || status === 'PAYING';

/** What may be put into a batch, at once or after it was mended. */
export const PAYABLE = ['APPROVED', 'PAY_FAILED', 'RETURNED'] as const satisfies RedemptionStatus[];

/** Filter of lists: what somebody has to decide over. */
export const LAPSED = {
  kind: 'select' as const,
  name: 'lapsed' as const,
  label: '支付前核对',
  options: [{ value: 'true', label: '不再符合，待决定' }],
};

/** What the last check before the payment found, and what was decided over it. */
export function CheckMark({ check }: { check: PaymentCheck | undefined }) {
  if (!check) return null;
  return (
    <>
      {check.against && <Tag tone="bad">不再符合</Tag>}
      {!check.against && !check.beginsOn && <Tag tone="good">符合条件</Tag>}
      {check.beginsOn && <StatusTag of="matchOutcome" value="UPCOMING" />}
      <span className={pageCss.sub}>核对于 {dateTimeText(check.at)}</span>
      {check.against && <span className={pageCss.sub}>{check.against}</span>}
      {check.beginsOn && (
        <span className={pageCss.sub}>政策自 {longDate(check.beginsOn)} 起施行，施行后支付</span>
      )}
      {check.keptReason && (
        <span className={pageCss.sub}>
          仍予支付：{check.keptReason}（{check.keeper}，{dateTimeText(check.keptAt)}）
        </span>
      )}
    </>
  );
}

/** The rows that were refused; it stays on the page while somebody decides over them. `stands`: what of it still does. */
export function Undecided({
  error,
  stands = () => true,
}: {
  error: unknown;
  stands?: (refused: ProblemError['fields'][number]) => boolean;
}) {
  if (!(error instanceof Error) || !isProblem(error, 'NOT_PAYABLE')) return null;
  const fields = error.fields.filter(stands);
  if (!fields.length) return null;
  return (
    <div ref={intoView}>
      <Alert
        type="error"
        role="alert"
        showIcon
        title={`有 ${new Set(fields.map(({ field }) => field)).size} 笔不能支付`}
        description={
          <ul>
            {fields.map(({ field, message }) => (
              <li key={`${field} ${message}`}>{message}</li>
            ))}
          </ul>
        }
      />
    </div>
  );
}

/** An application that somebody decides over, by the version and the result that they see. */
export interface Waiting {
  id: string;
  version: number;
  enterpriseName: string;
  check?: PaymentCheck;
}

type Way = 'keep' | 'end';

/** 仍予支付 and 终止: both with their reason in words. `done`: what was refused for want of a decision may be tried again. */
export function useBeforePayment(keys: QueryKey[], done?: () => void) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<{ way: Way; of: Waiting }>();
  const conflict = useConflict(keys);
  const deciding = useSubmit(
    ({ way, of, reason }: { way: Way; of: Waiting; reason: string }, idempotencyKey): Promise<unknown> =>
      way === 'keep'
        ? api.post('/api/policy/redemption/applications/{id}/keep', {
            path: { id: of.id },
            body: { checkId: of.check?.id ?? '', reason },
            idempotencyKey,
          })
        : api.post('/api/policy/redemption/applications/{id}/end', {
            path: { id: of.id },
            body: { version: of.version, reason },
            idempotencyKey,
          }),
    { about: ({ way, of }) => `${way} ${of.id} ${of.version} ${of.check?.id}` },
  );
  const run = async (reason: string) => {
    if (!open) return;
    try {
      await deciding.mutateAsync({ ...open, reason });
      void message.success(open.way === 'keep' ? '已决定仍予支付' : '已终止，并通知企业');
      done?.();
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  const drawer = (way: Way) => ({
    open: open?.way === way,
    onClose: () => setOpen(undefined),
    onSubmit: run,
  });
  return {
    decide: (way: Way, of: Waiting) => setOpen({ way, of }),
    drawers: (
      <>
        <ReasonDrawer
          {...drawer('keep')}
          title="仍予支付"
          intro={
            <>
              <p>{open?.of.enterpriseName}</p>
              <p>{open?.of.check?.against}</p>
              <p>决定留痕，复核支付批次的同事可以看到；作出决定的人不能复核该批次。</p>
            </>
          }
          label="仍予支付的理由"
          submitText="仍予支付"
        />
        <ReasonDrawer
          {...drawer('end')}
          title="终止兑付"
          intro={
            <>
              <p>{open?.of.enterpriseName}</p>
              <p>企业将看到终止的原因；待支付的资金释放，尚未复核的批次随即移出这一笔。终止后不能恢复。</p>
            </>
          }
          label="终止的原因"
          submitText="终止"
          danger
        />
      </>
    ),
  };
}

/** What is to be decided over one row. */
export function DecisionButtons({
  of,
  decide,
}: {
  of: Waiting;
  decide: ReturnType<typeof useBeforePayment>['decide'];
}) {
  return (
    <>
      {of.check?.open && (
        <Button type="link" size="small" onClick={() => decide('keep', of)}>
          仍予支付
        </Button>
      )}
      <Button type="link" size="small" danger onClick={() => decide('end', of)}>
        终止
      </Button>
    </>
  );
}
