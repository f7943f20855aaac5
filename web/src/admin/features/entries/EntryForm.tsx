import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select, type FormInstance } from 'antd';
import { useState } from 'react';
import { api, type ProductContent } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Icon } from '@/shared/ui';
import { CheckGroup, LeaveGuard, optionalMark, useErrorSummary } from '@/shared/ui/antd';
import { DayInput } from '../../ui/DayInput';
import { ActionBar, MainButton, Panel } from '../../ui/page';
import { hasDecimals } from '../../ui/within';
import { OF_PRODUCTS } from '../policy-drafts/criteria/asked';
import { Conditions } from '../policy-drafts/criteria/Conditions';
import css from './entries.module.css';
import { contentOf, MOST, NO_CRITERIA, REPAYMENT_WAYS, valuesOf, type EntryValues } from './content';

const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|9\d{4}|[48]00-?\d{3}-?\d{4})$/;
const MOST_CONTACTS = 30;

const needed = (message: string) => [{ required: true, whitespace: true, message }];
const some = (message: string) => [{ required: true, message }];

/** Whether it was taken. What the server refuses of it stands at its fields by then. */
export type Send = (content: ProductContent, form: FormInstance) => Promise<boolean>;

/** What a bank says of a product. It is kept as a draft as it stands, and handed in whole. */
export function EntryForm({
  content,
  busy,
  onKeep,
  onHandIn,
  onDiscard,
}: {
  content: ProductContent;
  busy: boolean;
  onKeep: Send;
  onHandIn: Send;
  onDiscard?: () => void;
}) {
  const [form] = Form.useForm<EntryValues>();
  const { summary, formProps, tell } = useErrorSummary(form);
  const [dirty, setDirty] = useState(false);
  const facets = useQuery({
    queryKey: ['products', 'facets'],
    queryFn: ({ signal }) =>
      api.get('/api/finance/products', { query: { size: 1 }, signal }).then((page) => page.facets),
    staleTime: 5 * 60_000,
  });
  const known = (values: { value: string }[] | undefined) =>
    (values ?? []).map(({ value }) => ({ value, label: value }));
  const mistakes = () => form.getFieldsError().filter(({ errors }) => errors.length);
  const send = async (how: Send) => {
    // A draft need not be complete: what a form that was handed in lacks does not keep it from being saved.
    form.setFields(mistakes().map(({ name }) => ({ name: name as never, errors: [] })));
    setDirty(false);
    const taken = await how(contentOf(form.getFieldsValue(true) as EntryValues), form as FormInstance);
    tell(mistakes());
    if (!taken) setDirty(true);
  };
  return (
    <Form<EntryValues>
      form={form}
      layout="vertical"
      requiredMark={optionalMark}
      initialValues={valuesOf(content)}
      {...formProps}
      onValuesChange={() => setDirty(true)}
      onFinish={() => void send(onHandIn)}
    >
      <LeaveGuard when={dirty && !busy} text="修改还没有保存" kept="离开后这些修改会丢失。" />
      {summary}
      <div style={{ display: 'grid', gap: 16 }}>
        <Panel title="基本信息">
          <Form.Item name="title" label="产品名称" rules={needed('请填写产品名称')}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <div className={css.pair}>
            <Form.Item
              name="productTypes"
              label="产品类型"
              extra="可选多个；已有同类的请从列表选择，没有的才输入新类型"
              rules={some('请选择产品类型')}
            >
              <Select mode="tags" maxCount={5} options={known(facets.data?.productTypes)} />
            </Form.Item>
            <Form.Item
              name="guarantees"
              label="担保方式"
              extra="可选多个，也可输入新的方式"
              rules={some('请选择担保方式')}
            >
              <Select mode="tags" maxCount={5} options={known(facets.data?.guarantees)} />
            </Form.Item>
          </div>
          <Form.Item
            name="summary"
            label="产品简介"
            extra="显示在产品列表里"
            rules={needed('请填写产品简介')}
          >
            <Input.TextArea rows={2} maxLength={200} showCount />
          </Form.Item>
        </Panel>
        <Panel title="额度、利率与期限">
          <div className={css.pair}>
            <Figure name="minAmountWan" title="最低额度（万元）" most={MOST.wan} scale={2} />
            <Figure
              name="maxAmountWan"
              title="最高额度（万元）"
              most={MOST.wan}
              scale={2}
              notBelow="minAmountWan"
              below="最高额度不能低于最低额度"
            />
            <Figure name="minRate" title="最低年利率（%）" most={MOST.rate} scale={4} />
            <Figure
              name="maxRate"
              title="最高年利率（%）"
              most={MOST.rate}
              scale={4}
              notBelow="minRate"
              below="最高年利率不能低于最低年利率"
            />
            <Figure name="minTermMonths" title="最短期限（月）" most={MOST.months} scale={0} />
            <Figure
              name="maxTermMonths"
              title="最长期限（月）"
              most={MOST.months}
              scale={0}
              notBelow="minTermMonths"
              below="最长期限不能短于最短期限"
            />
          </div>
          <Form.Item name="repayments" label="还款方式" rules={some('请选择还款方式')}>
            <CheckGroup
              options={REPAYMENT_WAYS.map((value) => ({ value, label: label('repaymentWay', value) }))}
            />
          </Form.Item>
        </Panel>
        <Panel title="适用对象与准入条件">
          <Form.Item name="audience" label="适用对象" rules={needed('请填写适用对象')}>
            <Input.TextArea rows={2} maxLength={200} showCount />
          </Form.Item>
          <Form.Item name="purposes" label="贷款用途" extra="输入一项后按回车" rules={some('请填写贷款用途')}>
            <Select mode="tags" maxCount={20} open={false} suffixIcon={null} />
          </Form.Item>
          <Form.Item name="criteria" noStyle>
            <Conditions
              name="准入条件"
              empty={`还没有准入条件。没有条件的产品显示“${NO_CRITERIA}”。`}
              asked={OF_PRODUCTS}
            />
          </Form.Item>
          <div className={css.days}>
            <Form.Item name="ruleFrom" label="从何日起匹配">
              <DayInput />
            </Form.Item>
            <Form.Item
              name="ruleTo"
              label="匹配至何日"
              dependencies={['ruleFrom']}
              rules={[
                ({ getFieldValue }) => ({
                  validator: (_rule, to?: string) => {
                    const from = getFieldValue('ruleFrom') as string | undefined;
                    return from && to && to < from
                      ? Promise.reject(new Error('截止日不能早于起始日'))
                      : Promise.resolve();
                  },
                }),
              ]}
            >
              <DayInput />
            </Form.Item>
          </div>
        </Panel>
        <Panel title="申请材料与联系网点">
          <Form.Item name="materials" label="申请材料" extra="每行一项" rules={needed('请填写申请材料')}>
            <Input.TextArea autoSize={{ minRows: 3 }} />
          </Form.Item>
          <Contacts />
        </Panel>
        <Panel title="产品说明">
          <Form.Item name="text" label="详细说明">
            <Input.TextArea autoSize={{ minRows: 4 }} maxLength={5000} showCount />
          </Form.Item>
        </Panel>
        <ActionBar hint="草稿可以不完整；提交后由金融办审核，通过前不对外显示">
          {onDiscard && (
            <Button danger onClick={onDiscard} disabled={busy}>
              作废
            </Button>
          )}
          <Button loading={busy} onClick={() => void send(onKeep)}>
            保存草稿
          </Button>
          <MainButton htmlType="submit" loading={busy}>
            提交审核
          </MainButton>
        </ActionBar>
      </div>
    </Form>
  );
}

/** A figure above zero, up to what there can be, and not below another one. */
function Figure({
  name,
  title,
  most,
  scale,
  notBelow,
  below = '',
}: {
  name: keyof EntryValues;
  title: string;
  most: number;
  scale: number;
  notBelow?: keyof EntryValues;
  below?: string;
}) {
  return (
    <Form.Item
      name={name}
      label={title}
      dependencies={notBelow && [notBelow]}
      rules={[
        { required: true, message: `请填写${title.replace(/（.*/, '')}` },
        ({ getFieldValue }) => ({
          validator: (_rule, value?: number) => {
            if (value === undefined || value === null) return Promise.resolve();
            if (value <= 0 || value > most)
              return Promise.reject(new Error(`应大于零且不超过 ${most.toLocaleString('zh-CN')}`));
            if (!hasDecimals(value, scale))
              return Promise.reject(new Error(scale ? `最多 ${scale} 位小数` : '应为整数'));
            const least = notBelow && (getFieldValue(notBelow) as number | undefined);
            return least && value < least ? Promise.reject(new Error(below)) : Promise.resolve();
          },
        }),
      ]}
    >
      <InputNumber controls={false} inputMode="decimal" />
    </Form.Item>
  );
}

function Contacts() {
  return (
    <Form.List
      name="contacts"
      rules={[
        {
          validator: (_rule, all?: unknown[]) =>
            all?.length ? Promise.resolve() : Promise.reject(new Error('请至少填写一个联系网点')),
        },
      ]}
    >
      {(fields, { add, remove }, { errors }) => (
        <fieldset className={css.list}>
          <legend>联系网点</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className={`${css.row} ${css.contact}`}>
              <Form.Item name={[name, 'branch']} label="网点名称" rules={needed('请填写网点名称')}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'person']} label="联系人">
                <Input maxLength={20} autoComplete="off" />
              </Form.Item>
              <Form.Item
                name={[name, 'phone']}
                label="联系电话"
                rules={[
                  { required: true, message: '请填写联系电话' },
                  { pattern: PHONE, message: '请填写正确的联系电话' },
                ]}
              >
                <Input maxLength={20} autoComplete="off" inputMode="tel" />
              </Form.Item>
              <Form.Item name={[name, 'address']} label="地址">
                <Input maxLength={100} autoComplete="off" />
              </Form.Item>
              <Button
                type="text"
                danger
                icon={<Icon name="close" size={16} />}
                aria-label={`删除第 ${name + 1} 个网点`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Form.ErrorList errors={errors} />
          {fields.length < MOST_CONTACTS && <Button onClick={() => add({})}>添加网点</Button>}
        </fieldset>
      )}
    </Form.List>
  );
}
