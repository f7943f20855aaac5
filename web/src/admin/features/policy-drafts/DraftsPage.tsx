import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, useMe, type PolicyDraftRow } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, StatusTag, Tag } from '@/shared/ui';
import { ACTIONS, FormDrawer, ListPage, MainButton } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { Reason } from '../../ui/Reason';

const STATES = ['DRAFT', 'REVIEW', 'SCHEDULED', 'PUBLISHED'] as const;

/** 政策草拟: new policies and new editions, from the first line to publication. */
export default function DraftsPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { can } = useMe();
  const [starting, setStarting] = useState(false);
  const start = async ({ code }: { code: string }) => {
    const { id } = await api.post('/api/policy/manage/drafts', { body: { code: code.trim() } });
    void queries.invalidateQueries({ queryKey: ['policy-drafts'] });
    void message.success('草稿已建立');
    void navigate(`/policy-drafts/${id}`);
  };
  return (
    <>
      <ListPage
        title="政策草拟"
        intro="新政策和新版本在这里起草，由未参与撰写的同事审核发布。修订已发布的政策，请在政策管理中选择“修订”"
        queryKey={['policy-drafts', 'list']}
        path="/api/policy/manage/drafts"
        rowKey="id"
        toolbar={() =>
          can('policy.manage') && <MainButton onClick={() => setStarting(true)}>新建政策</MainButton>
        }
        tabs={{
          name: 'state',
          label: '进度',
          options: STATES.map((value) => ({ value, label: label('draftState', value) })),
        }}
        filters={[
          { kind: 'text', name: 'q', label: '政策', placeholder: '标题、文号或编号' },
          {
            kind: 'select',
            name: 'waiting',
            label: '待办',
            options: [{ value: 'true', label: '等我审核或退回的' }],
          },
        ]}
        empty={{ title: '没有草稿', hint: '新建政策，或在政策管理中修订一项政策' }}
        columns={[
          {
            key: 'title',
            title: '政策',
            width: 420,
            render: (_, draft: PolicyDraftRow) => (
              <>
                <Link to={`/policy-drafts/${draft.id}`}>{draft.title ?? '（未命名）'}</Link>
                <span className={pageCss.sub}>
                  {[draft.code, draft.docNumber, draft.owner && `${draft.owner}维护`]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          {
            key: 'edition',
            title: '版本',
            render: (_, draft) => (draft.edition === 1 ? '新政策' : `第 ${draft.edition} 版`),
          },
          {
            key: 'state',
            title: '进度',
            render: (_, draft) => (
              <>
                {draft.withdrawn ? (
                  <Tag tone="quiet">已发布，后已撤下</Tag>
                ) : (
                  <StatusTag of="draftState" value={draft.state} />
                )}
                {draft.heldReason ? (
                  <Reason>{`未能按期发布：${draft.heldReason}`}</Reason>
                ) : (
                  draft.state === 'SCHEDULED' &&
                  draft.scheduledFor && <span className={pageCss.sub}>{draft.scheduledFor} 自动发布</span>
                )}
                {draft.returnedReason && <Reason>{`退回：${draft.returnedReason}`}</Reason>}
              </>
            ),
          },
          {
            key: 'authorName',
            title: '撰写人',
            render: (_, draft) => (
              <>
                {draft.authorName}
                {draft.publishedBy && <span className={pageCss.sub}>{draft.publishedBy} 发布</span>}
              </>
            ),
          },
          {
            key: 'updatedAt',
            title: '更新时间',
            className: pageCss.num,
            render: (_, draft) => dateTimeText(draft.updatedAt),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, draft) => (
              <Button
                type="link"
                size="small"
                aria-label={`打开 ${draft.title ?? draft.code}`}
                onClick={() => void navigate(`/policy-drafts/${draft.id}`)}
              >
                打开
              </Button>
            ),
          },
        ]}
      />
      <FormDrawer<{ code: string }>
        open={starting}
        title="新建政策"
        submitText="开始起草"
        onClose={() => setStarting(false)}
        onSubmit={start}
      >
        <p className={pageCss.note}>
          编号在本库中唯一，发布后不再改变。正文、申报条件和核验案例在下一步填写。
        </p>
        <Form.Item
          name="code"
          label="编号"
          rules={[
            { required: true, message: '请填写编号' },
            {
              pattern: /^[A-Z][A-Z0-9-]{1,11}$/,
              message: '以大写字母开头，由大写字母、数字和短横线组成，2 至 12 位',
            },
          ]}
        >
          <Input maxLength={12} placeholder="如 D01" />
        </Form.Item>
      </FormDrawer>
    </>
  );
}
