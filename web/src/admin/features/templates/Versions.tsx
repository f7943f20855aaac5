import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { api, useSubmit, type NoticeContent, type NoticeTemplate } from '@/shared/api';
import { dateTimeText } from '@/shared/ui';
import { Fold } from '@/shared/ui/Fold';
import { Panel } from '../../ui/page';
import { useWritingConflict } from '../../ui/useConflict';
import { versionText } from './content';
import css from './templates.module.css';

/** Shows what has become of it, and tells those who were not quick enough. */
export function useTold(code: string) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useWritingConflict('这个模板', [['templates', 'one', code]]);
  const told = (now: NoticeTemplate, text: string) => {
    void message.success(text);
    queries.setQueryData(['templates', 'one', code], now);
    void queries.invalidateQueries({ queryKey: ['templates', 'list'] });
  };
  return { told, conflict };
}

/** Words that were in force before; each can be gone back to. */
export function Versions({
  detail,
  manage,
  onRestored,
}: {
  detail: NoticeTemplate;
  manage: boolean;
  onRestored: (content: NoticeContent) => void;
}) {
  const { template } = detail;
  const { modal } = App.useApp();
  const { told, conflict } = useTold(template.code);
  const restore = useSubmit(
    (number: number, idempotencyKey) =>
      api.post('/api/message/templates/{code}/restore', {
        path: { code: template.code },
        body: { version: template.version, number },
        idempotencyKey,
      }),
    {
      about: (number) => `${number} ${template.version}`,
      onSuccess: (now, number) => {
        onRestored(now.content);
        told(now, `已恢复${versionText(number)}`);
      },
    },
  );
  const all = [
    ...detail.versions.map((one) => ({
      ...one,
      who: `${one.author} 于 ${dateTimeText(one.writtenAt)}${
        one.restoredFrom === undefined ? '修改' : `从${versionText(one.restoredFrom)}恢复`
      }`,
    })),
    { number: 0, content: detail.shipped, who: '随平台提供' },
  ];
  return (
    <Panel title="版本记录">
      <ol className={css.versions}>
        {all.map((one) => (
          <li key={one.number}>
            <div>
              <b>{versionText(one.number)}</b> {one.number === template.number && <Tag>使用中</Tag>}
            </div>
            <small>{one.who}</small>
            <Fold
              title={
                <>
                  查看文字<span className="zq-hidden">，{versionText(one.number)}</span>
                </>
              }
            >
              <p>
                <b>{one.content.title}</b>
              </p>
              <p>{one.content.body}</p>
            </Fold>
            {manage && one.number !== template.number && (
              <Button
                size="small"
                disabled={restore.isPending}
                aria-label={`恢复${versionText(one.number)}`}
                onClick={() =>
                  modal.confirm({
                    title: `恢复${versionText(one.number)}？`,
                    content: '此后发生的事件用这一版的文字、通知方式和规则，未保存的修改会丢失。',
                    okText: '恢复',
                    onOk: () => restore.mutateAsync(one.number).catch((error: unknown) => conflict(error)),
                  })
                }
              >
                恢复
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
