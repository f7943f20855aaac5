import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, isProblem, useMe, useSubmit, type ManagedPolicy } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateText, PolicyCertainty, StatusTag } from '@/shared/ui';
import { ACTIONS, ListPage, useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { Reason } from '../../ui/Reason';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { RowActions, type MoreAction } from '../../ui/RowActions';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { Holding } from './Holding';
import { PolicyDrawer } from './PolicyDrawer';

const PUBLICATIONS = ['PUBLISHED', 'DRAFT', 'WITHDRAWN'] as const;
const LEVELS = ['NATIONAL', 'MUNICIPAL', 'DISTRICT'] as const;
const CATEGORIES = ['TAX', 'INDUSTRY', 'INNOVATION', 'FUNDING'] as const;
const STATUSES = ['EFFECTIVE', 'UPCOMING', 'EXPIRED', 'SUPERSEDED'] as const;

/** 政策管理: what stands in the policy library, published and withdrawn here. */
export default function PoliciesPage() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const problems = useProblems();
  const { can } = useMe();
  const { modal, message } = App.useApp();
  const conflict = useThingConflict('这项政策', [['policies']]);
  const [open, setOpen] = useState<ManagedPolicy>();
  const [withdrawing, setWithdrawing] = useState<ManagedPolicy>();
  const refresh = () => queries.invalidateQueries({ queryKey: ['policies'] });

  const publish = useSubmit(
    (policy: ManagedPolicy, idempotencyKey) =>
      api.post('/api/policy/manage/policies/{id}/publish', {
        path: { id: policy.id },
        body: { version: policy.version },
        idempotencyKey,
      }),
    {
      about: (policy) => `${policy.id} ${policy.version}`,
      onSuccess: () => void message.success('已重新发布'),
      onError: (error) => void conflict(error),
      onSettled: refresh,
    },
  );
  const takeDown = useSubmit(
    ({ policy, reason }: { policy: ManagedPolicy; reason: string }, idempotencyKey) =>
      api.post('/api/policy/manage/policies/{id}/withdraw', {
        path: { id: policy.id },
        body: { version: policy.version, reason },
        idempotencyKey,
      }),
    { about: ({ policy }) => `${policy.id} ${policy.version}` },
  );
  const askPublish = (policy: ManagedPolicy) =>
    modal.confirm({
      title: `重新发布《${policy.title}》？`,
      content:
        '将再核对一遍申报条件和核验案例，通过后发布；须由撤下人以外的同事操作。发布后在门户和公众号可以查询，并参与企业的政策匹配；符合条件且愿意接收的企业会收到一条通知。',
      okText: '重新发布',
      onOk: () => publish.mutateAsync(policy).catch(() => undefined),
    });
  const revise = useSubmit(
    // A policy has one open draft, so a second time there is nothing to make.
    (policy: ManagedPolicy) =>
      api.post('/api/policy/manage/drafts/of/{policyId}', { path: { policyId: policy.id } }),
    {
      about: (policy) => `${policy.id} ${policy.edition}`,
      onSuccess: ({ id }) => {
        void queries.invalidateQueries({ queryKey: ['policy-drafts'] });
        void navigate(`/policy-drafts/${id}`);
      },
    },
  );
  const askRevise = (policy: ManagedPolicy) =>
    modal.confirm({
      title: `修订《${policy.title}》？`,
      content: `起草第 ${policy.edition + 1} 版，内容和条件先与现行版相同。新版审核发布前，现行版照常展示和匹配。`,
      okText: '起草新版',
      onOk: () =>
        revise.mutateAsync(policy).catch((error: unknown) => {
          problems(error);
          // Somebody is at it already: there it can be gone on with.
          if (isProblem(error, 'DRAFT_OPEN_ALREADY'))
            void navigate(`/policy-drafts?q=${encodeURIComponent(policy.code)}`);
        }),
    });
  const withdraw = async (reason: string) => {
    if (!withdrawing) return;
    try {
      await takeDown.mutateAsync({ policy: withdrawing, reason });
      void message.success('已撤下');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    } finally {
      void refresh();
    }
  };

  const actions = (policy: ManagedPolicy): MoreAction[] => {
    const revising = { key: 'revise', label: '修订', run: () => askRevise(policy) };
    if (policy.publication === 'PUBLISHED')
      return [revising, { key: 'withdraw', label: '撤下', danger: true, run: () => setWithdrawing(policy) }];
    return can('policy.review')
      ? [
          revising,
          {
            key: 'publish',
            label: '重新发布',
            barred: policy.withdrawnByMe ? '您是撤下人，须由其他同事重新发布' : undefined,
            run: () => askPublish(policy),
          },
        ]
      : [revising];
  };

  return (
    <>
      <ListPage
        title="政策管理"
        intro="政策库中的全部政策。撤下后不再对外展示，也不参与匹配"
        queryKey={['policies', 'list']}
        path="/api/policy/manage/policies"
        rowKey="id"
        defaultSort="publishDate,desc"
        exportPath="/api/policy/manage/policies/export"
        tabs={{
          name: 'publication',
          label: '发布状态',
          options: PUBLICATIONS.map((value) => ({ value, label: label('publication', value) })),
        }}
        filters={[
          { kind: 'text', name: 'q', label: '政策', placeholder: '标题或文号' },
          {
            kind: 'select',
            name: 'level',
            label: '级别',
            options: LEVELS.map((value) => ({ value, label: label('policyLevel', value) })),
          },
          {
            kind: 'select',
            name: 'category',
            label: '类别',
            options: CATEGORIES.map((value) => ({ value, label: label('policyCategory', value) })),
          },
          {
            kind: 'select',
            name: 'status',
            label: '效力',
            options: STATUSES.map((value) => ({ value, label: label('policyStatus', value) })),
          },
          { kind: 'dates', name: 'published', label: '发布日期', from: 'from', to: 'to' },
        ]}
        columns={[
          {
            key: 'title',
            title: '政策',
            sorter: true,
            width: 400,
            render: (_, policy) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => setOpen(policy)}>
                  {policy.title}
                </Button>
                <span className={pageCss.sub}>
                  {policy.docNumber}{' '}
                  <span className={pageCss.tags}>
                    <PolicyCertainty of={policy} />
                  </span>
                  {policy.owner && ` ${policy.owner}维护`}
                </span>
              </>
            ),
          },
          {
            key: 'level',
            title: '级别和类别',
            sorter: true,
            render: (_, policy) => (
              <>
                {label('policyLevel', policy.level)}
                <span className={pageCss.sub}>{label('policyCategory', policy.category)}</span>
              </>
            ),
          },
          {
            key: 'publishDate',
            title: '发布日期',
            sorter: true,
            className: pageCss.num,
            render: (_, policy) => dateText(policy.publishDate),
          },
          {
            key: 'validTo',
            title: '有效期至',
            sorter: true,
            className: pageCss.num,
            render: (_, policy) => (policy.validTo ? dateText(policy.validTo) : '未载明'),
          },
          {
            key: 'status',
            title: '效力',
            render: (_, policy) => <Holding policy={policy} />,
          },
          {
            key: 'publication',
            title: '发布状态',
            sorter: true,
            render: (_, policy) => (
              <>
                <StatusTag of="publication" value={policy.publication} />
                {policy.publication === 'WITHDRAWN' && policy.withdrawnReason && (
                  <Reason>{policy.withdrawnReason}</Reason>
                )}
              </>
            ),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, policy) => (
              <RowActions of={policy.title} more={policy.keptByMe ? actions(policy) : []}>
                <Button type="link" size="small" onClick={() => setOpen(policy)}>
                  查看
                </Button>
              </RowActions>
            ),
          },
        ]}
      />
      <PolicyDrawer policy={open} onClose={() => setOpen(undefined)} />
      <ReasonDrawer
        open={!!withdrawing}
        title="撤下政策"
        intro={
          <>
            <b>{withdrawing?.title}</b>
            <p>
              撤下后门户和公众号不再展示，已保存的链接会提示政策已撤下；其下的申报和兑付项目不再展示和受理，已提交的继续办理，未确认的免申即享不能再确认；申报条件和核验案例核对无误后，可由另一位同事重新发布。
            </p>
          </>
        }
        label="撤下原因"
        usual="REASON_POLICY_WITHDRAW"
        submitText="确认撤下"
        danger
        onClose={() => setWithdrawing(undefined)}
        onSubmit={withdraw}
      />
    </>
  );
}
