import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, useMe, useSubmit, type ManagedArticle } from '@/shared/api';
import { ArticleTag, SECTIONS } from '@/shared/fairs';
import { dateTimeText, Definition, Loaded, Tag } from '@/shared/ui';
import { Prose } from '@/shared/ui/Prose';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { useThingConflict } from '../../ui/useConflict';
import { CoverShown } from './CoverItems';

/** One article: who wrote it goes on with it, another publishes it or sends it back. */
export default function ArticlePage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['articles', 'managed', id],
    queryFn: ({ signal }) => api.get('/api/finance/manage/articles/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(article) => <Shown article={article} />}
    </Loaded>
  );
}

function Shown({ article }: { article: ManagedArticle }) {
  const { content } = article;
  return (
    <div className={pageCss.page}>
      <PageHead
        title={content.title}
        tags={
          <>
            <ArticleTag of={article} /> {article.pinned && <Tag tone="info">置顶</Tag>}
          </>
        }
        facts={
          <>
            <span>{SECTIONS[content.section]}</span>
            <span>编写人 {article.author}</span>
            <span>更新于 {dateTimeText(article.changedAt)}</span>
            {article.decidedAt && (
              <span>
                {article.decidedBy} 审核于 {dateTimeText(article.decidedAt)}
              </span>
            )}
          </>
        }
      />
      {article.returnReason && article.status !== 'PUBLISHED' && (
        <p role="note">
          <Tag tone="bad">退回意见</Tag> {article.returnReason}
        </p>
      )}
      <Panel title="内容要素">
        <Definition
          items={[
            { label: '摘要', value: content.summary, wide: true },
            { label: '来源', value: content.source },
            { label: '原文链接', value: content.sourceUrl },
            ...(content.section === 'DIRECT_LINE'
              ? [
                  { label: '机构或窗口', value: content.organisation },
                  { label: '电话', value: content.phone },
                  { label: '服务时间', value: content.hours },
                  { label: '地址', value: content.address },
                  { label: '服务内容', value: content.services, wide: true },
                ]
              : []),
          ]}
        />
        {content.cover && <CoverShown of={content.cover} />}
      </Panel>
      <Panel title="正文">
        <Prose text={content.body} />
      </Panel>
      <Steps article={article} />
    </div>
  );
}

type Step = 'submit' | 'take-back' | 'publish' | 'withdraw' | 'pin' | 'unpin';

const DONE: Record<Step, string> = {
  submit: '已提交审核',
  'take-back': '已撤回，可继续修改',
  publish: '已审核通过并发布',
  withdraw: '已下架',
  pin: '已置顶',
  unpin: '已取消置顶',
};

function Steps({ article }: { article: ManagedArticle }) {
  const { can } = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const [returning, setReturning] = useState(false);
  const conflict = useThingConflict('这篇资讯', [['articles']]);
  const renew = () => queries.invalidateQueries({ queryKey: ['articles'] });
  const path = { id: article.id };
  const { version, status } = article;
  const step = useSubmit(
    (action: Step, idempotencyKey) =>
      api.post(`/api/finance/manage/articles/{id}/${action}`, { path, body: { version }, idempotencyKey }),
    {
      about: (action) => `${action} ${version}`,
      onSuccess: (_, action) => void message.success(DONE[action]),
      onError: (error) => void conflict(error),
      onSettled: renew,
    },
  );
  const take = (action: Step) => step.mutateAsync(action).catch(() => undefined);
  const sure = (action: Step, title: string, content: string, okText: string) =>
    modal.confirm({ title, content, okText, onOk: () => take(action) });
  const editor = can('finance.news.edit');
  const reviewer = can('finance.news.review');
  const mends = editor && (status === 'DRAFT' || status === 'RETURNED' || status === 'WITHDRAWN');
  const hint = {
    DRAFT: '提交后由另一人审核',
    RETURNED: '请按退回意见修改后再提交',
    SUBMITTED: article.own ? '等待另一人审核；自己编写的内容不能自己审核' : '核对内容后发布，或写明原因退回',
    PUBLISHED: '已对外发布；修改前先下架',
    WITHDRAWN: '已下架；修改后重新提交审核',
  }[status];
  return (
    <ActionBar hint={hint}>
      {mends && <Button onClick={() => void navigate(`/articles/${article.id}/edit`)}>修改</Button>}
      {mends && (
        <MainButton loading={step.isPending} onClick={() => void take('submit')}>
          提交审核
        </MainButton>
      )}
      {status === 'SUBMITTED' && editor && article.own && (
        <Button loading={step.isPending} onClick={() => void take('take-back')}>
          撤回修改
        </Button>
      )}
      {status === 'SUBMITTED' && reviewer && !article.own && (
        <>
          <Button onClick={() => setReturning(true)}>退回修改</Button>
          <MainButton
            onClick={() =>
              sure(
                'publish',
                `审核通过并发布“${article.content.title}”？`,
                '发布后所有人可见。',
                '通过并发布',
              )
            }
          >
            审核通过
          </MainButton>
        </>
      )}
      {status === 'PUBLISHED' && reviewer && (
        <>
          <Button loading={step.isPending} onClick={() => void take(article.pinned ? 'unpin' : 'pin')}>
            {article.pinned ? '取消置顶' : '置顶'}
          </Button>
          <Button
            danger
            onClick={() =>
              sure('withdraw', '下架这条内容？', '下架后公众看不到；修改后可重新提交审核。', '下架')
            }
          >
            下架
          </Button>
        </>
      )}
      <ReasonDrawer
        open={returning}
        title="退回修改"
        intro="编写人会看到退回原因，修改后可再次提交。"
        label="退回原因"
        submitText="退回"
        onClose={() => setReturning(false)}
        onSubmit={async (reason) => {
          await api.post('/api/finance/manage/articles/{id}/return', { path, body: { version, reason } });
          void message.success('已退回');
          await renew();
        }}
      />
    </ActionBar>
  );
}
