import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, useSubmit, type Objection } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, StatusTag, yuanExact } from '@/shared/ui';
import { ACTIONS, ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { RowActions } from '../../ui/RowActions';
import { isConflict, useConflict } from '../../ui/useConflict';

const STATES = ['OPEN', 'UPHELD', 'DISMISSED'] as const;
const KEY = ['objections'];

type Way = 'uphold' | 'dismiss';

/** 公示异议: what is objected to the notices of the own institution; nothing is paid before it is answered. */
export default function ObjectionsPage() {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useConflict([KEY]);
  const [answering, setAnswering] = useState<{ way: Way; to: Objection }>();
  const answer = useSubmit(
    ({ way, to, reason }: { way: Way; to: Objection; reason: string }, idempotencyKey) =>
      api.post(
        `/api/policy/redemption/objections/{id}/${way}` as '/api/policy/redemption/objections/{id}/uphold',
        { path: { id: to.id }, body: { version: to.version, reason }, idempotencyKey },
      ),
    { about: ({ way, to }) => `${way} ${to.id} ${to.version}` },
  );
  const run = async (reason: string) => {
    if (!answering) return;
    try {
      await answer.mutateAsync({ ...answering, reason });
      void message.success(answering.way === 'uphold' ? '已采纳并驳回' : '已答复，未予采纳');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
    await queries.invalidateQueries({ queryKey: KEY });
  };
  const upholds = answering?.way === 'uphold';
  const declared = answering?.to.kind === 'DECLARATION';
  return (
    <>
      <ListPage
        title="公示异议"
        intro="对本机构公示提出的异议；有未处理的异议，公示期满也不批准、不支付"
        queryKey={[...KEY, 'list']}
        path="/api/policy/redemption/objections"
        rowKey="id"
        tabs={{
          name: 'state',
          label: '处理状态',
          options: STATES.map((value) => ({ value, label: label('objectionState', value) })),
        }}
        empty={{ title: '没有异议' }}
        columns={[
          {
            key: 'words',
            title: '异议内容',
            render: (_, one) => (
              <>
                {one.words}
                <span className={pageCss.sub}>
                  {one.personName} {one.contactPhone}
                </span>
              </>
            ),
          },
          {
            key: 'about',
            title: '公示',
            render: (_, one) => (
              <>
                <Link to={`/${one.kind === 'DECLARATION' ? 'declarations' : 'redemptions'}/${one.subjectId}`}>
                  {one.enterpriseName}
                </Link>
                <span className={pageCss.sub}>
                  {one.projectTitle}
                  {one.amount !== undefined && `，${yuanExact(one.amount)}`}
                </span>
              </>
            ),
          },
          {
            key: 'status',
            title: '状态',
            render: (_, one) => <StatusTag of="objectionState" value={one.state} />,
          },
          {
            key: 'madeAt',
            title: '提出时间',
            className: pageCss.num,
            render: (_, one) => dateTimeText(one.madeAt),
          },
          {
            key: 'answer',
            title: '答复',
            render: (_, one) =>
              one.answer && (
                <>
                  {one.answer}
                  <span className={pageCss.sub}>
                    {one.answerer} {dateTimeText(one.answeredAt)}
                  </span>
                </>
              ),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, one) =>
              one.state === 'OPEN' && (
                <RowActions of={one.enterpriseName}>
                  <Button type="link" size="small" onClick={() => setAnswering({ way: 'uphold', to: one })}>
                    采纳
                  </Button>
                  <Button type="link" size="small" onClick={() => setAnswering({ way: 'dismiss', to: one })}>
                    不予采纳
                  </Button>
                </RowActions>
              ),
          },
        ]}
      />
      <ReasonDrawer
        open={!!answering}
        title={upholds ? '采纳异议' : '不予采纳'}
        intro={
          <p>
            {upholds
              ? `采纳后“${answering.to.enterpriseName}”的${declared ? '申报被驳回' : '申请被驳回，预留的资金释放'}；理由同时告知企业和异议人。`
              : `理由将告知异议人；没有其他未处理的异议时，公示期满后${declared ? '可以通过公示环节' : '照常支付'}。`}
          </p>
        }
        label="处理理由"
        submitText={upholds ? (declared ? '采纳并驳回申报' : '采纳并驳回申请') : '答复'}
        danger={upholds}
        onClose={() => setAnswering(undefined)}
        onSubmit={run}
      />
    </>
  );
}
