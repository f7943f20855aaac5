import { App, Button, Checkbox, Form, Input, Radio, type FormInstance } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { useMe, type NotificationContent } from '@/shared/api';
import { label } from '@/shared/i18n';
import { numberText, todayText } from '@/shared/ui';
import { CheckGroup, LeaveGuard, optionalMark, useErrorSummary } from '@/shared/ui/antd';
import { DayField } from '@/shared/ui/antd/DayField';
import { ActionBar, MainButton, Panel } from '../../ui/page';
import { isForComputers, isKnown } from './addresses';
import { AudienceFields, type Named } from './AudienceFields';
import {
  contentOf,
  EMPTY,
  inBeijing,
  KINDS,
  TARGETS,
  WAYS,
  type NotificationValues,
  type Target,
} from './content';
import { Count } from './Count';
import css from './notifications.module.css';
import { PAGES } from './pages';
import { Preview } from './Preview';
import { useCountNow, useNotificationSettings } from './queries';

/** Answers whether what was typed is kept now. */
type Take = (content: NotificationContent, form: FormInstance) => Promise<boolean>;

/** What an operator tells, to whom and when; beside it how many that are, and how it will look. */
export function NotificationForm({
  values,
  enterprises = [],
  tags = [],
  busy,
  onKeep,
  onSend,
  onDiscard,
}: {
  values: NotificationValues;
  /** Names of the enterprises that were chosen before. */
  enterprises?: Named[];
  /** Names of the tags that were chosen before. */
  tags?: Named[];
  busy: boolean;
  onKeep: Take;
  onSend: Take;
  onDiscard?: () => void;
}) {
  const [form] = Form.useForm<NotificationValues>();
  const { summary, formProps } = useErrorSummary(form);
  const [dirty, setDirty] = useState(false);
  const [asking, setAsking] = useState(false);
  const pagesId = useId();
  const settings = useNotificationSettings();
  const { me } = useMe();
  // An institution tells its own people and the enterprises of its towns.
  const targets = TARGETS.filter((target) => target !== 'ACCOUNTS' || me?.userType === 'OPERATOR');
  const watched = Form.useWatch((all: NotificationValues) => all, { form, preserve: true });
  const current: NotificationValues = { ...EMPTY, ...values, ...watched };
  const longest = settings.data?.longestSmsTitle ?? 35;
  const { modal } = App.useApp();
  const count = useCountNow();
  const ask = (now: { people: number } | undefined) =>
    modal.confirm({
      title: now ? `立即发送给 ${numberText(now.people)} 人？` : '立即发送？',
      content: '发送时按条件重新确定接收人。已经送达的不能撤回。',
      okText: '立即发送',
      cancelText: '再看看',
    });
  // What waits, for its time or for a second person, can still be stopped.
  const isMeant = async (typed: NotificationValues) => {
    if (typed.when !== 'now') return true;
    const now = await count(typed).catch(() => undefined);
    return now?.needsApproval || ask(now);
  };
  const send = async (how: Take) => {
    // Before the page goes on, which it does when it was taken; what was not can still be lost.
    setDirty(false);
    const taken = await how(contentOf(form.getFieldsValue(true) as NotificationValues), form as FormInstance);
    if (!taken) setDirty(true);
  };
  return (
    <Form<NotificationValues>
      form={form}
      layout="vertical"
      requiredMark={optionalMark}
      initialValues={values}
      {...formProps}
      onValuesChange={() => setDirty(true)}
      onFinish={async () => {
        if (asking) return;
        setAsking(true);
        try {
          if (await isMeant(form.getFieldsValue(true) as NotificationValues)) await send(onSend);
        } finally {
          setAsking(false);
        }
      }}
    >
      <LeaveGuard when={dirty && !busy} text="通知还没有保存" kept="离开后修改会丢失。" />
      {summary}
      <div className={css.columns}>
        <div>
          <Panel title="通知内容">
            <Form.Item name="kind" label="通知类型" rules={[{ required: true, message: '请选择通知类型' }]}>
              <Radio.Group options={KINDS.map((value) => ({ value, label: label('messageKind', value) }))} />
            </Form.Item>
            <Form.Item
              name="channels"
              label="通知方式"
              extra={
                settings.data && !settings.data.sms
                  ? '短信通知尚未配置，不能选择短信'
                  : '公众号和短信只发送标题，正文在平台内查看'
              }
              rules={[{ required: true, message: '请选择通知方式' }]}
            >
              <CheckGroup
                options={WAYS.map((value) => ({
                  value,
                  label: label('pushChannel', value),
                  disabled: value === 'SMS' && !settings.data?.sms,
                }))}
              />
            </Form.Item>
            <Form.Item
              name="mandatory"
              valuePropName="checked"
              extra="接收人在消息设置中关闭了公众号或短信的，也会收到。免打扰时段结束后发送"
            >
              <Checkbox>必须送达</Checkbox>
            </Form.Item>
            <Form.Item
              name="title"
              label="标题"
              dependencies={['channels']}
              rules={[
                { required: true, whitespace: true, message: '请填写标题' },
                ({ getFieldValue }) => ({
                  validator: (_, title: string | undefined) =>
                    (getFieldValue('channels') as string[]).includes('SMS') &&
                    (title ?? '').trim().length > longest
                      ? Promise.reject(new Error(`选择短信时，标题不超过 ${longest} 字`))
                      : Promise.resolve(),
                }),
              ]}
            >
              <Input
                maxLength={100}
                showCount={{
                  formatter: ({ count }) => `${count} / ${current.channels?.includes('SMS') ? longest : 100}`,
                }}
                autoComplete="off"
              />
            </Form.Item>
            <Form.Item
              name="body"
              label="正文"
              rules={[{ required: true, whitespace: true, message: '请填写正文' }]}
            >
              <Input.TextArea rows={6} maxLength={2000} showCount />
            </Form.Item>
            <Form.Item
              name="link"
              label="查看页面"
              dependencies={['target']}
              extra="接收人点开通知后可前往的页面：从列表中选择，或填写平台内的页面地址"
              rules={[
                {
                  pattern: /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/,
                  message: '应为平台内的页面地址，以 / 开头，如 /policies',
                },
                ({ getFieldValue }) => ({
                  validator: (_, link: string | undefined) =>
                    !link?.trim().startsWith('/') || isKnown(link.trim(), getFieldValue('target') as Target)
                      ? Promise.resolve()
                      : Promise.reject(new Error('平台没有这个页面，请检查地址或从列表中选择')),
                }),
                {
                  warningOnly: true,
                  validator: (_, link: string | undefined) =>
                    link && isForComputers(link.trim())
                      ? Promise.reject(new Error('手机端没有这个页面，接收人会看到“请在电脑上打开”'))
                      : Promise.resolve(),
                },
              ]}
            >
              <Input
                maxLength={200}
                placeholder="从列表选择，或填写以 / 开头的页面地址"
                autoComplete="off"
                list={pagesId}
              />
            </Form.Item>
            <datalist id={pagesId}>
              {PAGES.map(({ path, title }) => (
                <option key={path} value={path} label={title} />
              ))}
            </datalist>
          </Panel>
          <Panel title="接收人">
            <Form.Item name="target" label="接收范围" rules={[{ required: true, message: '请选择接收范围' }]}>
              <Radio.Group
                options={targets.map((value) => ({ value, label: label('audienceTarget', value) }))}
              />
            </Form.Item>
            <AudienceFields target={current.target} enterprises={enterprises} tags={tags} />
          </Panel>
          <Panel title="发送时间">
            <Form.Item name="when" label="发送方式" rules={[{ required: true, message: '请选择发送方式' }]}>
              <Radio.Group
                options={[
                  { value: 'now', label: '立即发送' },
                  { value: 'at', label: '定时发送' },
                ]}
              />
            </Form.Item>
            {current.when === 'at' && (
              <Form.Item
                name="sendAt"
                label="定时发送的时间（北京时间）"
                rules={[
                  { required: true, message: '请选择发送时间' },
                  {
                    validator: (_, at?: Dayjs | null) =>
                      at && Date.parse(inBeijing(at)) < Date.now()
                        ? Promise.reject(new Error('发送时间已过，请重新选择或改为立即发送'))
                        : Promise.resolve(),
                  },
                ]}
              >
                <DayField
                  showTime={{ format: 'HH:mm', minuteStep: 5 }}
                  format="YYYY-MM-DD HH:mm"
                  first={todayText()}
                />
              </Form.Item>
            )}
          </Panel>
        </div>
        <div className={css.beside}>
          <Panel title="接收人数">
            <Count values={current} />
          </Panel>
          <Panel title="预览">
            <Preview values={current} />
          </Panel>
        </div>
      </div>
      <ActionBar hint="发送前可反复修改；发送时按条件确定接收人，停用和已退出的账号不发送">
        {onDiscard && (
          <Button danger disabled={busy} onClick={onDiscard}>
            作废
          </Button>
        )}
        <Button
          disabled={busy}
          onClick={() =>
            void form
              .validateFields(['kind', 'channels', 'title', 'body', 'link'])
              .then(() => send(onKeep))
              .catch(() => undefined)
          }
        >
          保存草稿
        </Button>
        {/* Not by Enter in one of the fields: what is sent cannot be taken back. */}
        <MainButton onClick={() => form.submit()} loading={busy || asking}>
          {current.when === 'at' ? '提交定时发送' : '提交发送'}
        </MainButton>
      </ActionBar>
    </Form>
  );
}
