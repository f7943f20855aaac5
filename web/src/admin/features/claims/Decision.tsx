import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, useMe, useSubmit, type Claim, type ClaimDetail } from '@/shared/api';
import { dropDecisionDrafts } from '@/shared/api/drafts';
import { label } from '@/shared/i18n';
import { dateTimeText } from '@/shared/ui';
import { DecisionBar } from '../../ui/DecisionBar';
import { ActionBar, MainButton } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { MoreTime } from '../promises/MoreTime';
import { isConflict, useConflict } from '../../ui/useConflict';
import { WAITING } from '../../waiting';
import { differences } from './compare';

const DECISIONS = {
  return: {
    title: '退回补正',
    label: '需补正的内容',
    submitText: '退回申请人',
    intro: '申请人会收到通知，按您填写的内容补正后可再次提交，原填内容保留。',
    usual: 'REASON_CLAIM_RETURN',
    done: '已退回申请人补正',
  },
  reject: {
    title: '审核不通过',
    label: '不通过原因',
    submitText: '确认不通过',
    intro: '本件到此办结，申请人会收到通知并看到原因；如仍需领码，须重新提交申请。',
    usual: 'REASON_CLAIM_REJECT',
    done: '已作不通过处理',
  },
} as const;
type Negative = keyof typeof DECISIONS;

export function Decision({ detail }: { detail: ClaimDetail }) {
  const { claim } = detail;
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState<Negative>();
  const path = { id: claim.id };
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['claims'] }),
      queries.invalidateQueries({ queryKey: WAITING }),
    ]);
  const conflict = useConflict([['claims'], [...WAITING]], async () => {
    const now = await api.get('/api/code/claims/{id}', { path });
    const last = now.history.at(-1);
    return (
      <p>
        该申请现在的状态：<b>{label('claimStatus', now.claim.status)}</b>
        {last && `（${last.actorName}，${dateTimeText(last.at)}）`}
      </p>
    );
  });
  const { version } = claim;
  const renewal = claim.kind === 'RENEWAL';
  const approve = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/code/claims/{id}/approve', { path, body: { version }, idempotencyKey }),
    {
      about: () => `approve ${version}`,
      onSuccess: () => {
        dropDecisionDrafts(claim.id);
        void message.success(renewal ? '已通过，重新认证完成' : '已通过，企业码已发放');
      },
      onError: (error) => void conflict(error),
      onSettled: refresh,
    },
  );
  const refuse = useSubmit(
    ({ way, reason }: { way: Negative; reason: string }, idempotencyKey) =>
      api.post(`/api/code/claims/{id}/${way}`, { path, body: { version, reason }, idempotencyKey }),
    { about: ({ way }) => `${way} ${version}` },
  );
  const doubts = differences(detail);
  const doubt = [
    detail.identityUnderOtherName.length > 0 && '法定代表人的证件号已用于另一姓名。',
    detail.otherIdentities.length > 0 && '该企业的另一件申请为同一法定代表人填了不同的证件号。',
  ]
    .filter(Boolean)
    .join('');
  const ask = () =>
    modal.confirm({
      title: doubts.length
        ? '仍有信息与登记不一致，确认通过？'
        : renewal
          ? '通过这件重新认证申请？'
          : '通过这件领码申请？',
      content: `${doubts.length ? `${doubts.map((row) => row.label).join('、')}需要核实。` : ''}${doubt}${
        renewal
          ? `通过后“${claim.enterpriseName}”的企业码不变，经办人成为新的认证人，并通知申请人。`
          : `通过后系统立即向“${claim.enterpriseName}”发放企业码，并通知申请人。`
      }`,
      okText: '通过',
      okButtonProps: { danger: doubts.length > 0 || !!doubt },
      onOk: () => approve.mutateAsync().catch(() => undefined),
    });
  const decide = async (way: Negative, reason: string) => {
    try {
      await refuse.mutateAsync({ way, reason });
      void message.success(DECISIONS[way].done);
      await refresh();
      return true;
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
      return false;
    }
  };

  return (
    <>
      <DecisionBar
        hint="请对照授权书逐项核对后作出决定"
        others={
          <>
            <MoreTime of="CLAIM" id={detail.claim.id} promise={detail.claim.promise} />
            <Button onClick={() => setOpen('return')}>退回补正</Button>
            <Button danger onClick={() => setOpen('reject')}>
              不通过
            </Button>
          </>
        }
      >
        <MainButton
          type="primary"
          loading={approve.isPending}
          disabled={detail.enterpriseHoldsCode}
          onClick={ask}
        >
          审核通过
        </MainButton>
      </DecisionBar>
      {(['return', 'reject'] as const).map((way) => (
        <ReasonDrawer
          key={way}
          keeps={claim.id}
          {...DECISIONS[way]}
          open={open === way}
          danger={way === 'reject'}
          onClose={() => setOpen(undefined)}
          onSubmit={(reason) => decide(way, reason)}
        />
      ))}
    </>
  );
}

export function Decided({ claim }: { claim: Claim }) {
  const { can } = useMe();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['claims', 'next', claim.id],
    queryFn: ({ signal }) =>
      api.get('/api/code/claims', { query: { status: 'SUBMITTED', size: 1, sort: 'dueAt,asc' }, signal }),
    enabled: can('code.claim.review'),
  });
  const next = query.data?.items[0];
  const hint = claim.reason
    ? `${label('claimStatus', claim.status)}：${claim.reason}`
    : `本件${label('claimStatus', claim.status)}${claim.decidedAt ? `，${dateTimeText(claim.decidedAt)}` : ''}`;
  return (
    <ActionBar hint={hint}>
      <Link to="/claims?status=SUBMITTED">返回待审核列表</Link>
      {next && (
        <MainButton type="primary" onClick={() => void navigate(`/claims/${next.id}`)}>
          审核下一件（还有 {query.data!.total} 件）
        </MainButton>
      )}
    </ActionBar>
  );
}
