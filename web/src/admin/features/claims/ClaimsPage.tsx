import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, useSubmit, type Claim } from '@/shared/api';
import { dropDecisionDrafts } from '@/shared/api/drafts';
import { label } from '@/shared/i18n';
import { PromisedDate } from '@/shared/promise';
import { dateText, DemoTag, StatusTag, Tag, Uscc } from '@/shared/ui';
import { ACTIONS, useProblems } from '@/shared/ui/antd';
import { RowTime } from '../../ui/columns';
import { pageCss } from '../../ui/page';
import { WAITING } from '../../waiting';
import { BatchResult } from '../../ui/BatchResult';
import { outcomes, type BatchOutcome } from '../../ui/batch';
import { ScopedListPage } from '../../ui/ScopedListPage';

const STATUSES = ['SUBMITTED', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN'] as const;

const itemsOf = (claims: Claim[]) => claims.map(({ id, version }) => ({ id, version }));

/** 领码审核: all claims, the waiting ones approved singly or several at once. */
export default function ClaimsPage() {
  const queries = useQueryClient();
  const problems = useProblems();
  const { modal } = App.useApp();
  const [result, setResult] = useState<BatchOutcome[]>();

  const approve = useSubmit(
    async (claims: Claim[], idempotencyKey) => {
      const items = itemsOf(claims);
      const answers = await api.post('/api/code/claims/batch-approve', { body: { items }, idempotencyKey });
      return outcomes(
        claims,
        answers.map(({ approved, ...answer }) => ({ ...answer, done: approved })),
      );
    },
    {
      about: (claims) => JSON.stringify(itemsOf(claims)),
      onSuccess: (done) => {
        for (const one of done) if (one.done) dropDecisionDrafts(one.id);
        setResult(done);
      },
      onError: (error) => problems(error),
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: ['claims'] }),
          queries.invalidateQueries({ queryKey: WAITING }),
        ]),
    },
  );
  const ask = (claims: Claim[], clear: () => void) =>
    modal.confirm({
      title: `批量通过 ${claims.length} 件领码申请？`,
      content:
        '请确认已逐件核对授权书与登记信息。通过后系统立即向这些企业发放企业码，并通知申请人。证件号有疑问的不会批量通过，须打开单独审核。',
      okText: '全部通过',
      onOk: () => approve.mutateAsync(claims).then(clear, () => undefined),
    });

  return (
    <>
      <ScopedListPage
        title="领码审核"
        intro="核对企业提交的授权认证，通过后系统自动发放企业码"
        queryKey={['claims', 'list']}
        path="/api/code/claims"
        rowKey="id"
        empty={{ title: '还没有领码申请', hint: '企业提交后列在这里' }}
        defaultSort="submittedAt,desc"
        begin={{ filters: { status: 'SUBMITTED' }, sort: 'dueAt,asc' }}
        exportPath="/api/code/claims/export"
        tabs={{
          name: 'status',
          label: '审核状态',
          options: STATUSES.map((value) => ({ value, label: label('claimStatus', value) })),
          column: 'status',
        }}
        filters={[
          { kind: 'text', name: 'q', label: '企业或申请编号', placeholder: '名称、信用代码或编号' },
          {
            kind: 'select',
            name: 'channel',
            label: '来源',
            options: ['PC', 'WECHAT'].map((value) => ({ value, label: label('channel', value) })),
          },
          {
            kind: 'select',
            name: 'overdue',
            label: '承诺时限',
            options: [{ value: 'true', label: '已超期' }],
          },
          { kind: 'dates', name: 'submitted', label: '提交日期', from: 'from', to: 'to' },
        ]}
        selectable={(claim) => claim.status === 'SUBMITTED'}
        toolbar={(selected, clear) => (
          <Button
            disabled={!selected.length}
            loading={approve.isPending}
            onClick={() => ask(selected, clear)}
          >
            批量通过{selected.length > 0 && `（${selected.length}）`}
          </Button>
        )}
        columns={[
          {
            key: 'enterpriseName',
            title: '企业',
            sorter: true,
            render: (_, claim) => (
              <>
                <Link to={`/claims/${claim.id}`}>{claim.enterpriseName}</Link>
                <span className={pageCss.sub}>
                  <Uscc of={claim.uscc} /> {claim.demo && <DemoTag short />}
                </span>
              </>
            ),
          },
          {
            key: 'dueAt',
            title: '承诺日期',
            sorter: true,
            className: pageCss.num,
            render: (_, claim) => <PromisedDate promise={claim.promise} of="CLAIM" />,
          },
          {
            key: 'number',
            title: '申请编号',
            sorter: true,
            className: pageCss.num,
            render: (_, claim) => (
              <>
                {claim.number}
                {claim.kind === 'RENEWAL' && (
                  <span className={pageCss.sub}>
                    <Tag tone="info">重新认证</Tag>
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'applicantName',
            title: '申请人',
            render: (_, claim) => (
              <>
                <span className={pageCss.person} title={claim.applicantName}>
                  {claim.applicantName}
                </span>
                <span className={pageCss.sub}>{label('channel', claim.channel)}</span>
              </>
            ),
          },
          {
            key: 'status',
            title: '状态',
            render: (_, claim) => <StatusTag of="claimStatus" value={claim.status} />,
          },
          {
            key: 'submittedAt',
            title: '提交时间',
            sorter: true,
            className: pageCss.num,
            render: (_, claim) => (
              <RowTime at={claim.submittedAt}>
                {claim.decidedAt && `${dateText(claim.decidedAt)} 处理`}
              </RowTime>
            ),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, claim) => (
              <Link to={`/claims/${claim.id}`} data-todo={claim.status === 'SUBMITTED'}>
                {claim.status === 'SUBMITTED' ? '审核' : '查看'}
              </Link>
            ),
          },
        ]}
      />
      <BatchResult
        result={result}
        verb="通过"
        number="申请编号"
        to={(id) => `/claims/${id}`}
        onClose={() => setResult(undefined)}
      />
    </>
  );
}
