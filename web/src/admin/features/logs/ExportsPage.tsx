import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { api, saveFile, useSubmit, type ExportJob } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, fileSize, NONE, numberText, Tag } from '@/shared/ui';
import { ListPage, useProblems } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';

const TONES = {
  QUEUED: 'wait',
  RUNNING: 'wait',
  DONE: 'good',
  FAILED: 'bad',
  CANCELLED: 'quiet',
  EXPIRED: 'quiet',
} as const;
const AGAIN = 2_000;

const isOpen = (job: ExportJob) => job.state === 'QUEUED' || job.state === 'RUNNING';

/** 导出任务: one's own long lists as they are written to files, and the files. */
export default function ExportsPage() {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const cancel = useSubmit(
    (job: ExportJob, idempotencyKey) =>
      api.post('/api/ops/exports/{id}/cancel', { path: { id: job.id }, idempotencyKey }),
    {
      about: (job) => job.id,
      onSuccess: () => void message.success('已取消导出任务'),
      onError: (error) => problems(error),
      onSettled: () => queries.invalidateQueries({ queryKey: ['exports'] }),
    },
  );
  const download = useMutation({
    mutationFn: (job: ExportJob) => api.file('/api/ops/exports/{id}/file', { path: { id: job.id } }),
    onSuccess: ({ blob, name }) => {
      saveFile(blob, name);
      void message.success(`已下载 ${name}`);
    },
    onError: (error) => problems(error),
  });
  return (
    <ListPage
      title="导出任务"
      intro="记录较多的日志在后台写成文件，完成后在这里下载。只显示您自己申请的任务，文件到期自动删除"
      queryKey={['exports', 'list']}
      path="/api/ops/exports"
      rowKey="id"
      readAgain={(jobs) => jobs.some(isOpen) && AGAIN}
      empty={{ title: '没有导出任务', hint: '在操作日志或登录日志中导出的记录较多时，可改为后台导出' }}
      columns={[
        {
          key: 'title',
          title: '导出内容',
          render: (_, job) => (
            <>
              {job.title}
              <span className={pageCss.sub}>{job.conditions || '全部记录'}</span>
            </>
          ),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, job) => (
            <>
              <Tag tone={TONES[job.state]}>{label('exportState', job.state)}</Tag>
              {job.reason && <span className={pageCss.sub}>{job.reason}</span>}
            </>
          ),
        },
        {
          key: 'written',
          title: '进度',
          render: (_, job) =>
            job.state === 'RUNNING' ? (
              <>
                <Progress
                  aria-label={`${job.title}的导出进度`}
                  percent={Math.min(99, Math.floor((job.written / Math.max(1, job.total)) * 100))}
                  size="small"
                />
                <span className={pageCss.sub}>
                  {`${numberText(job.written)} / ${numberText(job.total)} 条`}
                </span>
              </>
            ) : job.state === 'QUEUED' ? (
              `共 ${numberText(job.total)} 条`
            ) : job.bytes ? (
              <>
                {numberText(job.written)} 条<span className={pageCss.sub}>{fileSize(job.bytes)}</span>
              </>
            ) : (
              NONE
            ),
        },
        {
          key: 'askedAt',
          title: '申请时间',
          className: pageCss.num,
          render: (_, job) => dateTimeText(job.askedAt, true),
        },
        {
          key: 'endedAt',
          title: '结束时间',
          className: pageCss.num,
          render: (_, job) => dateTimeText(job.endedAt, true),
        },
        {
          key: 'actions',
          title: '操作',
          render: (_, job) => (
            <RowActions of={job.title}>
              {isOpen(job) && (
                <Button
                  type="link"
                  size="small"
                  loading={cancel.isPending && cancel.variables?.id === job.id}
                  onClick={() =>
                    modal.confirm({
                      title: '取消这个导出任务？',
                      content: '已写出的部分一并删除，需要时可重新申请。',
                      okText: '取消任务',
                      cancelText: '不取消',
                      onOk: () => cancel.mutateAsync(job).catch(() => undefined),
                    })
                  }
                >
                  取消
                </Button>
              )}
              {job.state === 'DONE' && (
                <Button
                  type="link"
                  size="small"
                  loading={download.isPending && download.variables?.id === job.id}
                  onClick={() => download.mutate(job)}
                >
                  下载
                </Button>
              )}
            </RowActions>
          ),
        },
      ]}
    />
  );
}
