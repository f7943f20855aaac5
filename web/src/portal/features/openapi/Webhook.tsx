import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Pagination, Select } from 'antd';
import { Fragment, useState } from 'react';
import { api, useSubmit, type DrawnWebhook, type MyApiKey, type WebhookChoice, type WebhookDelivery } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, Empty, Loaded, PlainTable, Tag } from '@/shared/ui';
import { CheckGroup, FormDrawer, ShownOnce, useProblems } from '@/shared/ui/antd';
import css from './openapi.module.css';

const SIZE = 10;

const DELIVERIES = { PENDING: '等待发送', DELIVERED: '已送达', DEAD: '未送达' };

const PROBLEMS: Record<string, string> = {
  ADDRESS_NOT_PUBLIC: '接收地址不在公网',
  HOST_UNKNOWN: '域名不存在',
  TLS_FAILED: '证书不受信任',
  TIMED_OUT: '超时',
};

const ENDED = {
  RECEIVER_GONE: '接收方回答 410',
  PAUSED: '回调已停用',
  REMOVED: '回调已删除',
  KEY_ENDED: '密钥已注销或过期',
};

/** What was last answered, and why nothing is sent any more where that is another thing. */
function lastAnswer(one: WebhookDelivery) {
  const dead = one.status === 'DEAD';
  // What is sent anew counts from the start: an answer of before is not the one to it.
  const tried = one.lastTriedAt && one.tries > 0;
  const reason = PROBLEMS[one.lastProblem ?? ''];
  const answer = one.lastStatus ?? (reason ? `没有回答：${reason}` : '没有回答');
  return [
    tried ? `${answer}，${one.lastMillis} 毫秒，第 ${one.tries} 次` : dead && '没有发送',
    // The first tries are seconds apart.
    one.nextTryAt && tried && `${dateTimeText(one.nextTryAt, true)} 再试`,
    dead && one.endedBecause && `不再发送：${ENDED[one.endedBecause]}`,
  ]
    .filter(Boolean)
    .join('，');
}

interface WebhookForm {
  url: string;
  events: WebhookChoice['event'][];
}

/** 事件回调 of one key: where its system is told of events, and what became of it. */
export function Webhook({ of: key }: { of: MyApiKey }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const queries = useQueryClient();
  const [step, setStep] = useState<'set' | 'rotate'>();
  const usable = key.status === 'ACTIVE' && !key.expired;
  const at = { path: { id: key.id } };
  const queryKey = ['openapi', 'own', 'webhook', key.id];
  const webhook = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await api.get('/api/auth/openapi/my/keys/{id}/webhook', { ...at, signal })) ?? null,
  });
  const offered = useQuery({
    queryKey: [...queryKey, 'events'],
    queryFn: ({ signal }) => api.get('/api/auth/openapi/my/keys/{id}/webhook/events', { ...at, signal }),
    enabled: step === 'set',
  });
  const refresh = () => queries.invalidateQueries({ queryKey });
  const shown = ({ secret }: DrawnWebhook) => {
    void refresh();
    if (!secret) {
      void message.success('已保存');
      return;
    }
    modal.success({
      title: '请立即保存回调密钥',
      width: 600,
      okText: '已保存',
      keyboard: false,
      content: (
        <>
          <p>密钥只显示这一次，用于验证收到的事件。遗失后只能更换。</p>
          <ShownOnce name="回调密钥" value={secret} />
        </>
      ),
    });
  };
  const version = webhook.data?.version ?? -1;
  const change = useSubmit(
    (to: 'pause' | 'resume' | 'removal', idempotencyKey) =>
      api.post(`/api/auth/openapi/my/keys/{id}/webhook/${to}`, { ...at, body: { version }, idempotencyKey }),
    {
      onSuccess: (_, to) => {
        void message.success({ pause: '已停用', resume: '已启用', removal: '已删除' }[to]);
      },
      onError: (error) => problems(error),
      onSettled: refresh,
      about: (to) => `${to} ${version}`,
    },
  );
  const ask = (to: 'pause' | 'resume' | 'removal') =>
    modal.confirm({
      ...{
        pause: {
          title: '停用事件回调？',
          content: '停用后不再推送，等待发送的不再发送；停用期间的事件在启用后也不补发。',
          okText: '停用',
        },
        resume: {
          title: '启用事件回调？',
          content: '启用后推送新发生的事件。停用期间的事件不补发，未送达的可以在推送记录中重新发送。',
          okText: '启用',
        },
        removal: {
          title: '删除事件回调？',
          content: '接收地址和回调密钥失效，等待发送的不再发送。推送记录保留 90 天。重新设置的使用新的回调密钥。',
          okText: '删除',
          okButtonProps: { danger: true },
        },
      }[to],
      cancelText: label('common', 'cancel'),
      onOk: () => change.mutateAsync(to).catch(() => undefined),
    });
  const test = useSubmit(
    (_: void, idempotencyKey) =>
      api.post('/api/auth/openapi/my/keys/{id}/webhook/test', { ...at, idempotencyKey }),
    {
      onSuccess: () => {
        void message.success('测试事件已交付发送，是否送达见下方推送记录');
        void refresh();
      },
      onError: (error) => problems(error),
    },
  );
  const remove = (
    <Button danger onClick={() => ask('removal')}>
      删除
    </Button>
  );
  return (
    <Loaded query={webhook} compact>
      {(it) => (
        <>
          <h3>事件回调</h3>
          {it ? (
            <Definition
              columns={1}
              items={[
                { label: '接收地址', value: it.url },
                { label: '事件', value: it.events.map((one) => one.label).join('、') },
                ...(it.disabledAt
                  ? [
                      {
                        label: '已停用',
                        value:
                          it.disabledBecause === 'PAUSED'
                            ? `${dateTimeText(it.disabledAt)} 由本单位停用，不推送事件`
                            : `${dateTimeText(it.disabledAt)} 接收方回答 410（不再接收），不推送事件。请检查接收程序后启用`,
                      },
                    ]
                  : []),
                ...(it.previousUntil
                  ? [{ label: '旧回调密钥', value: `${dateTimeText(it.previousUntil)} 前同时签名` }]
                  : []),
              ]}
            />
          ) : (
            <Empty
              compact
              title={usable ? '还没有设置' : '没有事件回调'}
              hint={usable ? '有融资申请、授权撤回等事件时，平台主动通知您的系统' : undefined}
            />
          )}
          {usable ? (
            <div className={css.actions} role="group" aria-label="事件回调的操作">
              <Button onClick={() => setStep('set')}>{it ? '修改回调' : '设置回调'}</Button>
              {it && <Button onClick={() => setStep('rotate')}>更换回调密钥</Button>}
              {it && !it.disabledAt && (
                <Button loading={test.isPending} onClick={() => test.mutate()}>
                  发送测试事件
                </Button>
              )}
              {it && (it.disabledAt ? (
                <Button onClick={() => ask('resume')}>启用</Button>
              ) : (
                <Button onClick={() => ask('pause')}>停用</Button>
              ))}
              {it && remove}
            </div>
          ) : (
            <>
              <p>
                密钥已{key.status === 'REVOKED' ? '注销' : '过期'}，不再推送，也不能重新发送。推送记录保留 90 天。
              </p>
              {it && remove}
            </>
          )}
          <Deliveries id={key.id} set={it !== null} resends={usable && it !== null && !it.disabledAt} />
          <FormDrawer<WebhookForm>
            open={step === 'set'}
            title={it ? '修改回调' : '设置回调'}
            submitText="保存"
            initialValues={{ url: it?.url, events: it?.events.map((one) => one.event) ?? [] }}
            onClose={() => setStep(undefined)}
            onSubmit={async (form) =>
              shown(
                await api.put('/api/auth/openapi/my/keys/{id}/webhook', {
                  ...at,
                  body: { ...form, version: it?.version },
                }),
              )
            }
          >
            <Form.Item
              name="url"
              label="接收地址"
              extra={
                offered.data?.thisMachine
                  ? '公网可以访问的 https:// 网址。本环境在一台机器上试用，接收程序也可以在本机：http://localhost 或 http://127.0.0.1'
                  : '公网可以访问的 https:// 网址'
              }
              rules={[{ required: true, whitespace: true, message: '请填写接收地址' }]}
            >
              <Input maxLength={500} inputMode="url" />
            </Form.Item>
            <Form.Item name="events" label="事件" rules={[{ required: true, message: '请选择事件' }]}>
              <CheckGroup
                stacked
                options={(offered.data?.events ?? []).map((one) => ({ value: one.event, label: one.label }))}
              />
            </Form.Item>
          </FormDrawer>
          <FormDrawer<{ overlapHours: number }>
            open={step === 'rotate'}
            title="更换回调密钥"
            submitText="更换"
            initialValues={{ overlapHours: 24 }}
            onClose={() => setStep(undefined)}
            onSubmit={async ({ overlapHours }) =>
              shown(
                await api.post('/api/auth/openapi/my/keys/{id}/webhook/rotate', {
                  ...at,
                  body: { version: it!.version, overlapHours },
                }),
              )
            }
          >
            <Form.Item name="overlapHours" label="旧密钥" required extra={
                it?.previousUntil
                  ? `保留期间，每个事件同时带新旧两个签名。上次更换时保留的回调密钥（原保留至 ${dateTimeText(it.previousUntil)}）随本次更换失效`
                  : '保留期间，每个事件同时带新旧两个签名'
              }
            >
              <Select
                options={[
                  { value: 0, label: '立即失效' },
                  { value: 24, label: '再用 1 天' },
                  { value: 168, label: '再用 7 天' },
                ]}
              />
            </Form.Item>
          </FormDrawer>
        </>
      )}
    </Loaded>
  );
}

/** What was sent is history: it can be read as long as it is kept, also where nothing is sent any more and where the webhook was removed. */
function Deliveries({ id, set, resends }: { id: string; set: boolean; resends: boolean }) {
  const { message } = App.useApp();
  const problems = useProblems();
  const queries = useQueryClient();
  const [page, setPage] = useState(1);
  const queryKey = ['openapi', 'own', 'webhook', id, 'deliveries'];
  const query = useQuery({
    queryKey: [...queryKey, page],
    queryFn: ({ signal }) =>
      api.get('/api/auth/openapi/my/keys/{id}/webhook/deliveries', {
        path: { id },
        query: { page, size: SIZE },
        signal,
      }),
    // What is sent again is on its way for a moment only.
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.status === 'PENDING' && one.tries === 0) ? 3_000 : false,
  });
  const resend = (delivery: string) =>
    api
      .post('/api/auth/openapi/my/keys/{id}/webhook/deliveries/{delivery}/resend', { path: { id, delivery } })
      .then(() => {
        void message.success('已重新发送');
        void queries.invalidateQueries({ queryKey });
      }, problems);
  return (
    <Loaded query={query} compact>
      {({ items, total }) =>
        (set || items.length > 0) && (
          <>
            <h3 className={css.tableHead}>推送记录</h3>
            {items.length ? (
              <>
                <PlainTable
                  prose={!resends}
                  head={['时间', '事件', '结果', ...(resends ? ['操作'] : [])]}
                  rows={items.map((one) => [
                    <span key="moment" className={css.moment}>
                      {dateTimeText(one.createdAt, true)}
                    </span>,
                    <span key="event" className={css.event}>
                      {one.type.split('.').map((part, at) => (
                        <Fragment key={part}>
                          {at > 0 && '.'}
                          {at > 0 && <wbr />}
                          {part}
                        </Fragment>
                      ))}
                    </span>,
                    <div key="result">
                      <Tag
                        tone={one.status === 'DELIVERED' ? 'good' : one.status === 'DEAD' || one.tries > 0 ? 'bad' : undefined}
                      >
                        {one.status === 'PENDING' && one.tries > 0 ? '未送达，等待重试' : DELIVERIES[one.status]}
                      </Tag>
                      <p className={css.answer}>{lastAnswer(one)}</p>
                    </div>,
                    ...(resends
                      ? [
                          one.status !== 'PENDING' && (
                            <Button key="resend" size="small" onClick={() => void resend(one.id)}>
                              重新发送
                            </Button>
                          ),
                        ]
                      : []),
                  ])}
                />
                {total > SIZE && (
                  <Pagination align="center" current={page} pageSize={SIZE} total={total} onChange={setPage} showSizeChanger={false} />
                )}
              </>
            ) : (
              <Empty compact title="还没有推送" />
            )}
          </>
        )
      }
    </Loaded>
  );
}
