import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, useMe, useSubmit, type LibraryTag } from '@/shared/api';
import { dateTimeText, NONE, numberText, Tag } from '@/shared/ui';
import { ACTIONS, ListPage } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';
import { RowActions, type MoreAction } from '../../ui/RowActions';
import { useThingConflict } from '../../ui/useConflict';
import { ImportDrawer } from './ImportDrawer';
import { KINDS, optionsOf, originOf, SUBJECTS } from './words';

type Step = 'retire' | 'restore' | 'delete';

const STEPS: Record<Step, { title: string; ask: string; done: string }> = {
  retire: {
    title: '停用',
    ask: '停用后不能再给企业和政策设置，门户和企业画像不再显示；已有的设置保留，可以恢复。',
    done: '已停用',
  },
  restore: { title: '恢复', ask: '恢复后可以继续使用，原有的设置重新生效。', done: '已恢复' },
  delete: { title: '删除', ask: '只能删除没有企业或政策使用的标签。', done: '已删除' },
};

/** 标签库: the tags of enterprises and policies, by hand or by rule. */
export default function TagsPage() {
  const { can } = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const conflict = useThingConflict('这个标签', [['tags']]);
  const [importing, setImporting] = useState(false);
  const manage = can('match.tag.manage');
  const refresh = () => queries.invalidateQueries({ queryKey: ['tags'] });
  const categories = useQuery({
    queryKey: ['tags', 'categories'],
    queryFn: ({ signal }) => api.get('/api/match/tags/categories', { signal }),
  });
  const act = useSubmit(
    async ({ tag, step }: { tag: LibraryTag; step: Step }, idempotencyKey): Promise<void> => {
      const path = { id: tag.id };
      if (step === 'delete') {
        await api.delete('/api/match/tags/{id}', { path, query: { version: tag.version } });
      } else {
        await api.post(`/api/match/tags/{id}/${step}`, {
          path,
          body: { version: tag.version },
          idempotencyKey,
        });
      }
    },
    {
      about: ({ tag, step }) => `${step} ${tag.id} ${tag.version}`,
      onSuccess: (_, { step }) => void message.success(STEPS[step].done),
      onError: (error) => void conflict(error),
      onSettled: refresh,
    },
  );
  const ask = (tag: LibraryTag, step: Step) =>
    modal.confirm({
      title: `${STEPS[step].title}标签“${tag.name}”？`,
      content: STEPS[step].ask,
      okText: STEPS[step].title,
      okButtonProps: { danger: step !== 'restore' },
      onOk: () => act.mutateAsync({ tag, step }).catch(() => undefined),
    });
  const more = (tag: LibraryTag): MoreAction[] =>
    (tag.retired ? (['restore', 'delete'] as const) : (['retire', 'delete'] as const)).map((step) => ({
      key: step,
      label: STEPS[step].title,
      danger: step === 'delete',
      run: () => ask(tag, step),
    }));
  return (
    <>
      <ListPage
        title="标签库"
        intro="企业和政策的基础标签、进阶标签；进阶标签由条件得出，随企业数据变化"
        queryKey={['tags', 'list']}
        path="/api/match/tags"
        rowKey="id"
        exportPath="/api/match/tags/export"
        toolbar={() => (
          <>
            {can('match.tag.assign') && <Button onClick={() => setImporting(true)}>导入打标</Button>}
            {manage && <MainButton onClick={() => void navigate('/tags/new')}>新建标签</MainButton>}
          </>
        )}
        filters={[
          { kind: 'text', name: 'q', label: '标签', placeholder: '名称或说明' },
          { kind: 'select', name: 'subject', label: '对象', options: optionsOf(SUBJECTS) },
          { kind: 'select', name: 'kind', label: '类型', options: optionsOf(KINDS) },
          {
            kind: 'select',
            name: 'category',
            label: '分类',
            loading: categories.isPending,
            options: (categories.data ?? []).map((value) => ({ value, label: value })),
          },
          {
            kind: 'select',
            name: 'retired',
            label: '状态',
            options: [
              { value: 'false', label: '使用中' },
              { value: 'true', label: '已停用' },
            ],
          },
        ]}
        columns={[
          {
            key: 'name',
            title: '标签名称',
            sorter: true,
            render: (_, tag) => (
              <>
                <Link to={`/tags/${tag.id}`}>{tag.name}</Link>
                {tag.description && <span className={pageCss.sub}>{tag.description}</span>}
              </>
            ),
          },
          { key: 'subject', title: '对象', width: 70, render: (_, tag) => SUBJECTS[tag.subject] },
          { key: 'kind', title: '类型', sorter: true, width: 105, render: (_, tag) => KINDS[tag.kind] },
          { key: 'category', title: '分类', sorter: true, width: 105, dataIndex: 'category' },
          { key: 'origin', title: '得出方式', width: 105, render: (_, tag) => originOf(tag.derived) },
          {
            key: 'holders',
            title: '已设置',
            width: 90,
            align: 'right',
            className: pageCss.numLast,
            render: (_, tag) =>
              tag.holders === undefined ? NONE : <span className="zq-num">{numberText(tag.holders)}</span>,
          },
          {
            key: 'status',
            title: '状态',
            width: 90,
            render: (_, tag) => (
              <Tag tone={tag.retired ? 'quiet' : 'good'}>{tag.retired ? '已停用' : '使用中'}</Tag>
            ),
          },
          {
            key: 'updatedAt',
            title: '更新时间',
            sorter: true,
            width: 165,
            className: pageCss.num,
            render: (_, tag) => dateTimeText(tag.updatedAt),
          },
          ...(manage
            ? [
                {
                  key: ACTIONS,
                  title: '操作',
                  width: 120,
                  render: (_: unknown, tag: LibraryTag) => (
                    <RowActions of={tag.name} more={more(tag)}>
                      <Button type="link" size="small" onClick={() => void navigate(`/tags/${tag.id}/edit`)}>
                        修改
                      </Button>
                    </RowActions>
                  ),
                },
              ]
            : []),
        ]}
        scrollX={1100}
        empty={{ title: '还没有标签', hint: '新建后可以给企业和政策打标签，或按条件自动得出。' }}
      />
      <ImportDrawer open={importing} onClose={() => setImporting(false)} onDone={() => void refresh()} />
    </>
  );
}
