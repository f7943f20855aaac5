import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Form, Input, Radio, Select, type FormInstance } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { api, type NotificationContent } from '@/shared/api';
import { label } from '@/shared/i18n';
import { numberText, Skeleton } from '@/shared/ui';
import { CheckGroup, LeaveGuard, optionalMark, useErrorSummary } from '@/shared/ui/antd';
import { ActionBar, MainButton, Panel } from '../../ui/page';
import {
  ACCOUNT_TYPES,
  audienceOf,
  contentOf,
  EMPTY,
  KINDS,
  STAFF_TYPES,
  TARGETS,
  WAYS,
  type NotificationValues,
} from './content';
import css from './notifications.module.css';
import { useIndustries, useInstitutions, useNotificationSettings, useSettled, useTowns } from './queries';

interface Named {
  id: string;
  name: string;
}

/** What an operator tells, to whom and when; beside it how many that are, and how it will look. */
export function NotificationForm({
  values,
  enterprises = [],
  busy,
  onKeep,
  onSend,
  onDiscard,
}: {
  values: NotificationValues;
  /** Names of the enterprises that were chosen before. */
  enterprises?: Named[];
  busy: boolean;
  onKeep: (content: NotificationContent, form: FormInstance) => void;
  onSend: (content: NotificationContent, form: FormInstance) => void;
  onDiscard?: () => void;
}) {
  const [form] = Form.useForm<NotificationValues>();
  const { summary, formProps } = useErrorSummary(form);
  const [dirty, setDirty] = useState(false);
  const settings = useNotificationSettings();
  const watched = Form.useWatch((all: NotificationValues) => all, { form, preserve: true });
  const current: NotificationValues = { ...EMPTY, ...values, ...watched };
  const longest = settings.data?.longestSmsTitle ?? 35;
  const send = (how: typeof onSend) => {
    setDirty(false);
    how(contentOf(form.getFieldsValue(true) as NotificationValues), form as FormInstance);
  };
  return (
    <Form<NotificationValues>
      form={form}
      layout="vertical"
      requiredMark={optionalMark}
      initialValues={values}
      {...formProps}
      onValuesChange={() => setDirty(true)}
      onFinish={() => send(onSend)}
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
              <Input maxLength={100} showCount autoComplete="off" />
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
              extra="平台内的页面地址，如 /policies；接收人点开通知后可前往"
              rules={[
                {
                  pattern: /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/,
                  message: '应为平台内的页面地址，以 / 开头，如 /policies',
                },
              ]}
            >
              <Input maxLength={200} placeholder="/policies" autoComplete="off" />
            </Form.Item>
          </Panel>
          <Panel title="接收人">
            <Form.Item name="target" label="接收范围" rules={[{ required: true, message: '请选择接收范围' }]}>
              <Radio.Group
                options={TARGETS.map((value) => ({ value, label: label('audienceTarget', value) }))}
              />
            </Form.Item>
            {current.target === 'ENTERPRISES' && <OfEnterprises known={enterprises} />}
            {current.target === 'INSTITUTIONS' && <OfInstitutions />}
            {current.target === 'ACCOUNTS' && (
              <Types name="accountTypes" types={ACCOUNT_TYPES} extra="不选则为全部账号" />
            )}
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
                rules={[{ required: true, message: '请选择发送时间' }]}
              >
                <DatePicker
                  showTime={{ format: 'HH:mm', minuteStep: 5 }}
                  format="YYYY-MM-DD HH:mm"
                  disabledDate={(day) => day.isBefore(dayjs(), 'day')}
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
            <PreviewOf values={current} />
          </Panel>
        </div>
      </div>
      <div style={{ height: 16 }} />
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
        <MainButton onClick={() => form.submit()} loading={busy}>
          {current.when === 'at' ? '提交定时发送' : '提交发送'}
        </MainButton>
      </ActionBar>
    </Form>
  );
}

function Types({
  name,
  types,
  extra,
}: {
  name: 'accountTypes' | 'staffTypes';
  types: readonly (typeof ACCOUNT_TYPES)[number][];
  extra: string;
}) {
  return (
    <Form.Item name={name} label="账号类型" extra={extra}>
      <CheckGroup options={types.map((value) => ({ value, label: label('userType', value) }))} />
    </Form.Item>
  );
}

function OfEnterprises({ known }: { known: Named[] }) {
  const towns = useTowns();
  const industries = useIndustries();
  return (
    <>
      <div className={css.pair}>
        <Form.Item name="certified" label="企业认证">
          <Select
            options={[
              { value: '', label: '不限' },
              { value: 'true', label: '已认证（持有企业码）' },
              { value: 'false', label: '未认证' },
            ]}
          />
        </Form.Item>
        <Form.Item name="adminsOnly" label="企业内角色" valuePropName="checked">
          <Checkbox>仅发给企业管理员</Checkbox>
        </Form.Item>
        <Form.Item name="towns" label="所属镇街">
          <Select
            mode="multiple"
            maxCount={50}
            placeholder="不限"
            loading={towns.isPending}
            options={(towns.data ?? []).map((town) => ({ value: town.code, label: town.name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="industries" label="行业门类">
          <Select
            mode="multiple"
            placeholder="不限"
            loading={industries.isPending}
            options={(industries.data ?? []).map((one) => ({
              value: one.code,
              label: `${one.code} ${one.name}`,
            }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
      </div>
      <Form.Item name="enterprises" label="指定企业" extra="输入名称查找；不选则为符合以上条件的全部企业">
        <EnterpriseSelect known={known} />
      </Form.Item>
    </>
  );
}

/** Finds enterprises by name; those that were chosen keep their names. */
function EnterpriseSelect({
  known,
  ...field
}: {
  known: Named[];
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Named[]>(known);
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['notifications', 'enterprises', q],
    queryFn: ({ signal }) => api.get('/api/message/notifications/enterprises', { query: { q }, signal }),
    enabled: q.length > 0,
    staleTime: 60_000,
  });
  const all = [...new Map([...chosen, ...(found.data ?? [])].map((one) => [one.id, one])).values()];
  return (
    <Select
      id={field.id}
      value={field.value}
      mode="multiple"
      maxCount={200}
      placeholder="不限"
      loading={found.isFetching}
      options={all.map((one) => ({ value: one.id, label: one.name }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={q && !found.isFetching ? '没有找到企业' : '输入企业名称或统一社会信用代码查找'}
      onChange={(ids: string[]) => {
        setChosen(all.filter((one) => ids.includes(one.id)));
        field.onChange?.(ids);
      }}
    />
  );
}

function OfInstitutions() {
  const institutions = useInstitutions();
  return (
    <>
      <Types name="staffTypes" types={STAFF_TYPES} extra="不选则为全部机构的人员" />
      <Form.Item name="institutions" label="指定机构" extra="不选则为符合以上条件的全部机构">
        <Select
          mode="multiple"
          maxCount={200}
          placeholder="不限"
          loading={institutions.isPending}
          options={(institutions.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
    </>
  );
}

/** How many it is for now, as the conditions stand. */
function Count({ values }: { values: NotificationValues }) {
  const audience = useSettled(audienceOf(values));
  const settings = useNotificationSettings();
  const count = useQuery({
    queryKey: ['notifications', 'count', audience],
    queryFn: ({ signal }) => api.post('/api/message/notifications/count', { body: audience, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (count.isError) return <p className={css.ways}>暂时不能统计人数，不影响保存</p>;
  if (!count.data) return <Skeleton lines={2} height={20} />;
  const { people, weChat, phone, needsApproval } = count.data;
  const ways = [
    ...(values.channels.includes('WECHAT') && weChat !== undefined
      ? [`${numberText(weChat)} 人已绑定微信`]
      : []),
    ...(values.channels.includes('SMS') && phone !== undefined ? [`${numberText(phone)} 人可收短信`] : []),
  ];
  return (
    <div aria-live="polite" aria-busy={count.isFetching}>
      <div className={css.count}>
        <strong>{numberText(people)}</strong>
        <span>人，每人一次</span>
      </div>
      {ways.length > 0 && <p className={css.ways}>其中 {ways.join('，')}</p>}
      {people === 0 && <p className={css.warn}>没有符合条件的接收人，请调整接收范围</p>}
      {needsApproval && (
        <p className={css.warn}>
          超过 {numberText(settings.data?.approvalAbove)} 人，提交后须由另一人审批才会发送
        </p>
      )}
    </div>
  );
}

/** How it will look by each way that is chosen. */
function PreviewOf({ values }: { values: NotificationValues }) {
  const words = useSettled({
    title: (values.title ?? '').trim(),
    body: (values.body ?? '').trim(),
    link: values.link?.trim() || undefined,
    channels: values.channels ?? [],
  });
  const preview = useQuery({
    queryKey: ['notifications', 'preview', words],
    queryFn: ({ signal }) => api.post('/api/message/notifications/preview', { body: words, signal }),
    placeholderData: keepPreviousData,
    enabled: words.channels.length > 0 && words.title.length > 0,
    gcTime: 0,
  });
  const shown = preview.data;
  if (!words.channels.length || !words.title || !shown)
    return <p className={css.ways}>填写标题并选择通知方式后，在这里看到各方式的样子</p>;
  return (
    <div className={css.preview}>
      {shown.inSite && (
        <>
          <h3>站内信</h3>
          <div className={css.card}>
            <b>{shown.inSite.title}</b>
            <p>{shown.inSite.body}</p>
            {shown.inSite.link && <small>查看详情：{shown.inSite.link}</small>}
          </div>
        </>
      )}
      {shown.weChat && (
        <>
          <h3>公众号</h3>
          <div className={css.card}>
            <b>{shown.weChat.title}</b>
            <p>
              <small>点击后在平台内查看</small>
            </p>
          </div>
        </>
      )}
      {shown.sms && (
        <>
          <h3>短信</h3>
          <div className={css.card}>
            {shown.sms.text}
            <p>
              <small>
                共 {shown.sms.length} 字，按 {shown.sms.parts} 条计费
              </small>
            </p>
          </div>
        </>
      )}
    </div>
  );
}
