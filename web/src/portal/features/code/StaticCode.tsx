import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, isProblem, saveFile, useMe, useSubmit, type EnterpriseCode } from '@/shared/api';
import { Icon } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { Qr } from '@/shared/ui/Qr';
import { Panel } from '../../ui/Panel';
import css from './CodePage.module.css';

const FORMATS = { png: '下载图片（PNG）', svg: '下载矢量图（SVG）' } as const;

/** The code for paper: stays the same until it is replaced. */
export function StaticCode({ code }: { code: EnterpriseCode }) {
  const queries = useQueryClient();
  const replaces = useMe().can('code.own.manage');
  const problems = useProblems();
  const { modal, message } = App.useApp();
  const download = useMutation({
    mutationFn: (format: 'png' | 'svg') => api.file(`/api/code/my/code/static.${format}`),
    onSuccess: ({ blob }, format) => saveFile(blob, `${code.enterpriseName}-企业码.${format}`),
    onError: (error) => problems(error),
  });
  const replace = useSubmit(
    (issuedAt: string, idempotencyKey) =>
      api.post('/api/code/my/code/static/revoke', { body: { issuedAt }, idempotencyKey }),
    {
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: ['code'] });
        void message.success('旧静态码已作废，请使用新码');
      },
      onError: (error) => {
        // Somebody else replaced it meanwhile: what is shown here is not valid any more.
        if (isProblem(error, 'VERSION_CONFLICT')) void queries.invalidateQueries({ queryKey: ['code'] });
        problems(error);
      },
      about: (issuedAt) => issuedAt,
    },
  );
  const { staticContent, staticIssuedAt } = code;
  if (!staticContent || !staticIssuedAt) return null;
  return (
    <Panel title="静态码">
      <div className={css.static}>
        {/* A box that is as wide as the page says: the drawing fills it, whatever its own width. */}
        <div>
          <Qr content={staticContent} size={200} title="企业码静态二维码" />
        </div>
        <div>
          <p>
            可打印张贴、印在名片上，长期有效。遗失或泄露时{replaces ? '' : '由企业管理员'}
            作废并更换，旧码立即失效。
          </p>
          <div className={css.staticActions}>
            {(['png', 'svg'] as const).map((format) => (
              <Button
                key={format}
                icon={<Icon name="download" size={16} />}
                loading={download.isPending && download.variables === format}
                onClick={() => download.mutate(format)}
              >
                {FORMATS[format]}
              </Button>
            ))}
            {replaces && (
              <Button
                danger
                loading={replace.isPending}
                onClick={() =>
                  modal.confirm({
                    title: '作废并更换静态码？',
                    content: '已经打印、张贴的旧码会立即失效，不能恢复。',
                    okText: '作废并更换',
                    okButtonProps: { danger: true },
                    cancelText: '取消',
                    onOk: () => replace.mutateAsync(staticIssuedAt).catch(() => undefined),
                  })
                }
              >
                作废并更换
              </Button>
            )}
          </div>
        </div>
      </div>
    </Panel>
  );
}
