import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, type FormInstance } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, useMe, useSubmit, type ProductContent, type ProductEntry } from '@/shared/api';
import { dateTimeText, Loaded, NONE, StatusTag, Tag } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict, useConflict, useWritingConflict } from '../../ui/useConflict';
import { WAITING } from '../../waiting';
import { OF_PRODUCTS } from '../policy-drafts/criteria/asked';
import { useFacts } from '../policy-drafts/criteria/codes';
import { changedLines, entryField, linesOf } from './content';
import css from './entries.module.css';
import { EntryForm, type Send } from './EntryForm';

/** What a bank entered: its own people go on with it, the finance office publishes it or sends it back. */
export default function EntryPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['entries', 'one', id],
    queryFn: ({ signal }) => api.get('/api/finance/manage/product-entries/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(entry) => <Entry key={`${entry.id} ${entry.version}`} entry={entry} />}
    </Loaded>
  );
}

type Step = 'submit' | 'take-back' | 'discard' | 'approve';

const DONE: Record<Step, string> = {
  submit: '已提交审核',
  'take-back': '已撤回，可继续修改',
  discard: '已作废',
  approve: '已审核通过并发布',
};

function Entry({ entry }: { entry: ProductEntry }) {
  const { can } = useMe();
  const own = can('finance.product.own');
  const review = can('finance.product.review');
  const editable = own && (entry.status === 'DRAFT' || entry.status === 'RETURNED');
  return (
    <div className={pageCss.page}>
      <PageHead
        title={entry.title || '（未填写名称）'}
        tags={<StatusTag of="entryStatus" value={entry.status} />}
        facts={
          <>
            <span>{entry.bankName}</span>
            <span>{entry.edition ? `第 ${entry.edition} 版` : entry.productId ? '新版本' : '新产品'}</span>
            <span>录入人 {entry.enteredBy}</span>
            {entry.submittedAt && <span>提交于 {dateTimeText(entry.submittedAt)}</span>}
            {entry.decidedAt && (
              <span>
                {entry.decidedBy} 审核于 {dateTimeText(entry.decidedAt)}
              </span>
            )}
          </>
        }
      >
        {entry.status === 'APPROVED' && entry.productId && (
          <Link to={`/products?q=${encodeURIComponent(entry.title)}`}>查看已发布的产品</Link>
        )}
      </PageHead>
      {entry.returnReason && entry.status !== 'APPROVED' && (
        <p className={css.reason} role="note">
          <b>{entry.status === 'RETURNED' ? '金融办退回，请按下列意见修改' : '上次退回的意见'}</b>
          {entry.returnReason}
        </p>
      )}
      {editable ? (
        <Edit entry={entry} />
      ) : (
        <>
          <Content entry={entry} />
          {entry.status === 'SUBMITTED' &&
            (review ? <Review entry={entry} /> : own && <Waits entry={entry} />)}
        </>
      )}
    </div>
  );
}

/** Takes steps with what the page shows, and shows what has become of it. */
function useSteps(entry: ProductEntry) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useConflict([['entries', 'one', entry.id]]);
  const renew = (now?: ProductEntry) => {
    if (now) queries.setQueryData(['entries', 'one', entry.id], now);
    void queries.invalidateQueries({ queryKey: ['entries', 'list'] });
    void queries.invalidateQueries({ queryKey: ['products'] });
    void queries.invalidateQueries({ queryKey: WAITING });
  };
  const step = useSubmit(
    ({ action, version }: { action: Step; version: number }, idempotencyKey) =>
      api.post(`/api/finance/manage/product-entries/{id}/${action}`, {
        path: { id: entry.id },
        body: { version },
        idempotencyKey,
      }),
    {
      about: ({ action, version }) => `${action} ${version}`,
      onSuccess: (now, { action }) => {
        void message.success(DONE[action]);
        renew(now);
      },
    },
  );
  return { step, renew, conflict };
}

function Edit({ entry }: { entry: ProductEntry }) {
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const { step, renew } = useSteps(entry);
  const conflict = useWritingConflict('这份产品草稿', [['entries', 'one', entry.id]]);
  // What was saved has a new version; the form stays as it is, so the page does not begin again with it.
  const [version, setVersion] = useState(entry.version);
  const save = useMutation({
    mutationFn: (content: ProductContent) =>
      api.put('/api/finance/manage/product-entries/{id}', {
        path: { id: entry.id },
        body: { version, content },
      }),
    onSuccess: (now) => setVersion(now.version),
  });
  const refused = (error: unknown, form: FormInstance) =>
    isConflict(error) ? void conflict(error) : problems(error, form, entryField);
  const keep: Send = async (content, form) => {
    try {
      await save.mutateAsync(content);
      void message.success('草稿已保存');
      renew();
      return true;
    } catch (error) {
      refused(error, form);
      return false;
    }
  };
  const handIn: Send = async (content, form) => {
    try {
      const saved = await save.mutateAsync(content);
      await step.mutateAsync({ action: 'submit', version: saved.version });
      return true;
    } catch (error) {
      refused(error, form);
      return false;
    }
  };
  return (
    <EntryForm
      content={entry.content}
      busy={save.isPending || step.isPending}
      onKeep={keep}
      onHandIn={handIn}
      onDiscard={() =>
        modal.confirm({
          title: '作废这份录入？',
          content: '作废后不能恢复；已发布的版本不受影响。',
          okText: '作废',
          okButtonProps: { danger: true },
          onOk: () =>
            step.mutateAsync({ action: 'discard', version }).catch((error: unknown) => conflict(error)),
        })
      }
    />
  );
}

/** All that is said, and beside what another edition says what is in force. */
function Content({ entry }: { entry: ProductEntry }) {
  const facts = useFacts(OF_PRODUCTS);
  return (
    <Panel title="产品内容" extra={entry.inForce && entry.status !== 'APPROVED' && '与现行版本不同的已标出'}>
      <Loaded query={facts}>
        {(known) => {
          const changed = changedLines(
            entry.content,
            entry.status === 'APPROVED' ? undefined : entry.inForce,
            known,
          );
          return (
            <dl className={css.content}>
              {linesOf(entry.content, known).map(({ label, lines }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {changed.has(label) && <Tag tone="wait">有变更</Tag>}
                    {lines.some(Boolean) ? lines.map((line, at) => <p key={at}>{line}</p>) : NONE}
                    {changed.has(label) && (
                      <p className={css.was}>
                        现行：{changed.get(label)!.filter(Boolean).join('；') || NONE}
                      </p>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Waits({ entry }: { entry: ProductEntry }) {
  const { step, conflict } = useSteps(entry);
  return (
    <ActionBar hint="金融办正在审核；撤回后可继续修改">
      <Button
        loading={step.isPending}
        onClick={() =>
          void step
            .mutateAsync({ action: 'take-back', version: entry.version })
            .catch((error: unknown) => conflict(error))
        }
      >
        撤回修改
      </Button>
    </ActionBar>
  );
}

function Review({ entry }: { entry: ProductEntry }) {
  const { modal, message } = App.useApp();
  const { step, renew, conflict } = useSteps(entry);
  const [returning, setReturning] = useState(false);
  return (
    <>
      <ActionBar
        hint={entry.productId ? '通过后新版本立即生效，已提交的申请按原版本办理' : '通过后立即对外发布'}
      >
        <Button onClick={() => setReturning(true)}>退回修改</Button>
        <MainButton
          loading={step.isPending}
          onClick={() =>
            modal.confirm({
              title: `审核通过并发布“${entry.title}”？`,
              content: '发布后企业即可看到、匹配和申请。',
              okText: '通过并发布',
              onOk: () =>
                step
                  .mutateAsync({ action: 'approve', version: entry.version })
                  .catch((error: unknown) => conflict(error)),
            })
          }
        >
          审核通过
        </MainButton>
      </ActionBar>
      <ReasonDrawer
        open={returning}
        title="退回修改"
        intro={`${entry.bankName}会看到退回原因，修改后可再次提交。`}
        label="退回原因"
        submitText="退回"
        onClose={() => setReturning(false)}
        onSubmit={async (reason) => {
          const now = await api.post('/api/finance/manage/product-entries/{id}/return', {
            path: { id: entry.id },
            body: { version: entry.version, reason },
          });
          void message.success('已退回');
          renew(now);
        }}
      />
    </>
  );
}
