import { App, Button } from 'antd';
import { useState } from 'react';
import { api, useSubmit, type PolicyDraft, type QuoteDifference } from '@/shared/api';
import { MainButton } from '@/shared/ui/antd';
import { ActionBar } from '../../ui/page';
import { ReasonDrawer } from '../../ui/ReasonDrawer';
import { isConflict } from '../../ui/useConflict';

/** What a colleague does who wrote nothing in a draft: publishes it, or sends it back with a reason. */
export function Reviewing({
  draft,
  differences,
  busy,
  run,
  conflict,
  refresh,
}: {
  draft: PolicyDraft;
  /** Conditions whose figures are not those of the words that they quote. */
  differences: QuoteDifference[];
  busy: boolean;
  run: (step: () => Promise<unknown>) => Promise<void>;
  conflict: (error: unknown) => unknown;
  refresh: () => Promise<unknown>;
}) {
  const { message, modal } = App.useApp();
  const [returning, setReturning] = useState(false);
  const path = { id: draft.id };
  const publish = useSubmit(
    (version: number, idempotencyKey) =>
      api.post('/api/policy/manage/drafts/{id}/publish', { path, body: { version }, idempotencyKey }),
    { about: String },
  );
  const giveBack = useSubmit(
    ({ version, reason }: { version: number; reason: string }, idempotencyKey) =>
      api.post('/api/policy/manage/drafts/{id}/return', { path, body: { version, reason }, idempotencyKey }),
    { about: ({ version }) => String(version) },
  );
  const askPublish = () =>
    modal.confirm({
      title: `发布《${draft.content.title ?? ''}》？`,
      content: [
        differences.length > 0 &&
          `有 ${differences.length} 项条件的数值与引用的原文不一致：${differences.map((one) => `${one.label}：${one.message}`).join('；')}。`,
        draft.edition === 1
          ? '发布后在门户和公众号可以查询，并参与企业的政策匹配；符合条件且愿意接收的企业会收到一条通知。'
          : `发布后第 ${draft.edition} 版取代现行版，今后的匹配按新版判定；已有的匹配结果不变。新版起始日未到的，现行版继续有效，到起始日自动发布。`,
      ].filter(Boolean),
      okText: '发布',
      onOk: () =>
        run(async () => {
          await publish.mutateAsync(draft.version);
          void message.success('已审核');
          await refresh();
        }),
    });
  return (
    <>
      <ActionBar
        hint={
          draft.state === 'SCHEDULED'
            ? '需要修改或不再发布时退回'
            : draft.byMe
              ? '您写过这份草稿，须由未参与撰写的同事发布'
              : '核对文件、附件、条件和案例后发布'
        }
      >
        <Button disabled={busy} onClick={() => setReturning(true)}>
          退回修改
        </Button>
        {draft.state === 'REVIEW' && (
          <MainButton loading={busy} disabled={draft.byMe} onClick={askPublish}>
            发布
          </MainButton>
        )}
      </ActionBar>
      <ReasonDrawer
        open={returning}
        title="退回修改"
        intro={<p>退回后撰写人可以修改并再次提交，原因会显示在草稿上。</p>}
        label="退回原因"
        usual="REASON_POLICY_RETURN"
        submitText="确认退回"
        onClose={() => setReturning(false)}
        onSubmit={async (reason) => {
          try {
            await giveBack.mutateAsync({ version: draft.version, reason });
            void message.success('已退回');
          } catch (error) {
            if (!isConflict(error)) throw error;
            void conflict(error);
          } finally {
            void refresh();
          }
        }}
      />
    </>
  );
}
