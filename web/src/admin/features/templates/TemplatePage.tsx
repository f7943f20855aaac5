import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Tag, type FormInstance } from 'antd';
import { useRef, useState, type FocusEvent } from 'react';
import { useParams } from 'react-router';
import { api, useMe, useSubmit, type NoticeContent, type NoticeTemplate } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Loaded, NONE, StatusTag } from '@/shared/ui';
import {
  CheckGroup,
  forgetRefusals,
  LeaveGuard,
  optionalMark,
  useErrorSummary,
  useProblems,
} from '@/shared/ui/antd';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { isConflict } from '../../ui/useConflict';
import shared from '../notifications/notifications.module.css';
import { contentOf, formField, isInWeChat, valuesOf, versionText, type TemplateValues } from './content';
import { GROUPS } from './groups';
import { Rules, RuleWords } from './Rules';
import css from './templates.module.css';
import { TemplatePreview } from './TemplatePreview';
import { useTold, Versions } from './Versions';

/** Ids of the fields into which variables can be put. */
const TEXTS = /^(others_\d+_)?(title|body|link|weChat|sms)$/;

const WAYS = ['IN_SITE', 'WECHAT', 'SUBSCRIPTION', 'SMS'] as const;

/** 系统消息详情: its words, what they may say, how they look, and the versions before. */
export default function TemplatePage() {
  const { code = '' } = useParams();
  const query = useQuery({
    queryKey: ['templates', 'one', code],
    queryFn: ({ signal }) => api.get('/api/message/templates/{code}', { path: { code }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(detail) => <Detail key={detail.template.code} detail={detail} />}
    </Loaded>
  );
}

function Detail({ detail }: { detail: NoticeTemplate }) {
  const { can } = useMe();
  const { template } = detail;
  const manage = can('message.template.manage');
  const [form] = Form.useForm<TemplateValues>();
  const watched = Form.useWatch((all: TemplateValues) => all, { form, preserve: true });
  const before = valuesOf(detail.content);
  const current = contentOf({
    ...before,
    ...watched,
    ways: watched?.ways ?? before.ways,
    conditions: watched?.conditions ?? before.conditions,
    others: watched?.others ?? before.others,
  });
  const [recent, setRecent] = useState(false);
  // What was typed stays when somebody else was quicker: it is saved by the version that is shown then.
  const [dirty, setDirty] = useState(false);
  return (
    <div className={pageCss.page}>
      <PageHead
        title={template.name}
        tags={<StatusTag of="noticeState" value={template.enabled ? 'ENABLED' : 'DISABLED'} />}
        facts={
          <>
            <span>{GROUPS[template.group]}</span>
            <span>接收人：{template.receivers}</span>
            <span>使用{versionText(template.number)}</span>
            {template.changedAt && (
              <span>
                {template.changedBy} 修改于 {dateTimeText(template.changedAt)}
              </span>
            )}
          </>
        }
      />
      {template.mandatory && <p className={shared.warn}>此类消息不能停用。{template.mandatory}。</p>}
      <div className={shared.columns}>
        <div>
          {manage ? (
            <Words detail={detail} form={form} recent={recent} dirty={dirty} setDirty={setDirty} />
          ) : (
            <>
              <Facts content={detail.content} />
              <Panel title="可用变量">
                <Variables detail={detail} />
              </Panel>
            </>
          )}
        </div>
        <div>
          <Panel title="通知谁">
            <RuleWords detail={detail} content={current} />
          </Panel>
          <Panel title="预览">
            <TemplatePreview detail={detail} content={current} recent={recent} onRecent={setRecent} />
          </Panel>
          <Versions
            detail={detail}
            manage={manage}
            onRestored={(now) => {
              form.setFieldsValue(valuesOf(now));
              setDirty(false);
            }}
          />
        </div>
      </div>
    </div>
  );
}

function Words({
  detail,
  form,
  recent,
  dirty,
  setDirty,
}: {
  detail: NoticeTemplate;
  form: FormInstance<TemplateValues>;
  recent: boolean;
  dirty: boolean;
  setDirty: (dirty: boolean) => void;
}) {
  const { template } = detail;
  const { code, version } = template;
  const { summary, formProps } = useErrorSummary(form);
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const { told, conflict } = useTold(code);
  const ways = Form.useWatch('ways', form) ?? detail.content.ways;
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const save = useSubmit(
    (content: NoticeContent) =>
      api.put('/api/message/templates/{code}', { path: { code }, body: { version, content } }),
    {
      onSuccess: (now) => {
        setDirty(false);
        told(now, '已保存，此后发生的事件用新的文字');
      },
      onError: (error) =>
        isConflict(error) ? void conflict(error) : problems(error, form as FormInstance, formField),
    },
  );
  const test = useSubmit(
    (content: NoticeContent, idempotencyKey) =>
      api.post('/api/message/templates/{code}/test', {
        path: { code },
        body: { content, recent },
        idempotencyKey,
      }),
    {
      onSuccess: () => void message.success('已发给您本人，请在消息中查看'),
      onError: (error) => problems(error, form as FormInstance, formField),
    },
  );
  const able = useSubmit(
    (action: 'enable' | 'disable', idempotencyKey) =>
      api.post(`/api/message/templates/{code}/${action}`, {
        path: { code },
        body: { version },
        idempotencyKey,
      }),
    {
      about: (action) => `${action} ${version}`,
      onSuccess: (now, action) => told(now, action === 'enable' ? '已启用' : '已停用'),
    },
  );
  const focused = (event: FocusEvent) => {
    const at = event.target;
    if (!TEXTS.test(at.id)) return;
    if (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text')) {
      field.current = at;
    }
  };
  /** Where the cursor was last; in the text when it was nowhere. */
  const insert = (name: string) => {
    const at = field.current;
    // Fields of a list have its name and their place in it before their own.
    const key = (at?.id ?? 'body').split('_').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    const before = String(form.getFieldValue(key as never) ?? '');
    const start = at?.selectionStart ?? before.length;
    const mark = `\${${name}}`;
    form.setFieldValue(key as never, before.slice(0, start) + mark + before.slice(at?.selectionEnd ?? start));
    setDirty(true);
    at?.focus();
    requestAnimationFrame(() => at?.setSelectionRange(start + mark.length, start + mark.length));
  };
  const busy = save.isPending || test.isPending || able.isPending;
  return (
    <Form<TemplateValues>
      className={css.form}
      form={form}
      layout="vertical"
      requiredMark={optionalMark}
      initialValues={valuesOf(detail.content)}
      {...formProps}
      onFocus={focused}
      onValuesChange={(changed) => {
        forgetRefusals(form as FormInstance, changed);
        setDirty(true);
      }}
      onFinish={() => save.mutate(contentOf(form.getFieldsValue(true) as TemplateValues))}
    >
      <LeaveGuard when={dirty && !save.isPending} text="系统消息还没有保存" kept="离开后修改会丢失。" />
      {summary}
      <Panel title="消息内容">
        <Form.Item
          name="ways"
          label="通知方式"
          extra={
            detail.sms
              ? '站内信不能取消；其他方式只发简短文字，正文在平台内查看。按公众号、订阅消息、短信的顺序，前一种没有送达再发后一种；订阅消息须接收人在微信中同意，同意一次发一条'
              : '站内信不能取消；短信通知尚未配置，不能选择短信'
          }
          rules={[{ required: true, message: '请选择通知方式' }]}
        >
          <CheckGroup
            options={WAYS.map((value) => ({
              value,
              label: label('pushChannel', value),
              disabled: value === 'IN_SITE' || (value === 'SMS' && !detail.sms),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="title"
          label="标题"
          rules={[{ required: true, whitespace: true, message: '请填写标题' }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="body"
          label="正文"
          extra="可能为空的变量须连同前后文字放在 [[ ]] 中，为空时整段不出现"
          rules={[{ required: true, whitespace: true, message: '请填写正文' }]}
        >
          <Input.TextArea rows={6} maxLength={3000} />
        </Form.Item>
        <section className={css.insert} aria-label="可用变量">
          <p className={css.hint}>可用变量，点按插入到光标处</p>
          <Variables detail={detail} onInsert={insert} />
        </section>
        <Form.Item name="link" label="查看页面" extra="接收人点开消息后前往的平台页面，以 / 开头">
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        {isInWeChat(ways) && (
          <Form.Item name="weChat" label="公众号文字" extra="最多 20 字；不填则用标题，超出部分截去">
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        )}
        {ways.includes('SMS') && (
          <Form.Item name="sms" label="短信文字" extra="最多 35 字；不填则用标题">
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        )}
      </Panel>
      <Rules detail={detail} />
      <ActionBar hint="保存后对此后发生的事件生效，已发出的消息不变">
        {template.enabled && !template.mandatory && (
          <Button
            danger
            disabled={busy}
            onClick={() =>
              modal.confirm({
                title: `停用“${template.name}”的消息？`,
                content: `停用期间发生的事件不再通知${template.receivers}，重新启用后也不补发。`,
                okText: '停用',
                okButtonProps: { danger: true },
                onOk: () => able.mutateAsync('disable').catch((error: unknown) => conflict(error)),
              })
            }
          >
            停用
          </Button>
        )}
        {!template.enabled && (
          <Button
            disabled={busy}
            onClick={() => void able.mutateAsync('enable').catch((error: unknown) => conflict(error))}
          >
            启用
          </Button>
        )}
        <Button
          disabled={busy}
          onClick={() =>
            void form
              .validateFields()
              .then(() => test.mutate(contentOf(form.getFieldsValue(true) as TemplateValues)))
              .catch(() => undefined)
          }
        >
          发给自己试看
        </Button>
        <MainButton onClick={() => form.submit()} loading={save.isPending}>
          保存
        </MainButton>
      </ActionBar>
    </Form>
  );
}

function Facts({ content }: { content: NoticeContent }) {
  const lines: [string, string][] = [
    ['通知方式', content.ways.map((way) => label('pushChannel', way)).join('、')],
    ['标题', content.title],
    ['正文', content.body],
    ['查看页面', content.link ?? NONE],
  ];
  if (content.weChat) lines.push(['公众号文字', content.weChat]);
  if (content.sms) lines.push(['短信文字', content.sms]);
  return (
    <Panel title="消息内容">
      <dl className={shared.facts}>
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** What the words may say; one press puts it where the cursor was. */
function Variables({ detail, onInsert }: { detail: NoticeTemplate; onInsert?: (name: string) => void }) {
  return (
    <ul className={css.variables}>
      {detail.variables.map((one) => (
        <li key={one.name}>
          {onInsert ? (
            <Button size="small" onClick={() => onInsert(one.name)} aria-label={`插入变量 ${one.name}`}>
              {`\${${one.name}}`}
            </Button>
          ) : (
            <code>{`\${${one.name}}`}</code>
          )}
          <span>
            {one.meaning}
            {!one.link && `，如“${one.example}”`}
          </span>
          {one.required && <Tag>必须有</Tag>}
          {one.optional && <Tag>可能为空</Tag>}
          {one.link && <Tag>只用于查看页面</Tag>}
        </li>
      ))}
    </ul>
  );
}
