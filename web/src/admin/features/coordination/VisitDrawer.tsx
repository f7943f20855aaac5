import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { api, type VisitFile } from '@/shared/api';
import { CREDIT_KINDS, needAmountRules, NEED_TERMS, yuanOf, type CreditKind } from '@/shared/coordination';
import { useLoanPurposes } from '@/shared/loans';
import { PHONE, termText, todayText } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { DayInput } from '../../ui/DayInput';
import { pageCss } from '../../ui/page';
import { VisitFilesField } from './VisitFilesField';

interface VisitForm {
  enterpriseId: string;
  visitedOn: string;
  words: string;
  files?: VisitFile[];
  needed?: boolean;
  amountWan?: number;
  termMonths?: number;
  purpose?: string;
  purposeNote?: string;
  creditKind?: CreditKind;
  declared?: boolean;
  agreed?: boolean;
  contactName?: string;
  contactPhone?: string;
}

/** 登记走访: which enterprise, when, what was seen, what it needs, and whether it wants to be declared. */
export function VisitDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [today] = useState(todayText);
  return (
    <FormDrawer<VisitForm>
      open={open}
      title="登记走访"
      submitText="提交登记"
      size={560}
      initialValues={{ visitedOn: today, creditKind: 'UNSECURED' }}
      onClose={onClose}
      onSubmit={async (values, idempotencyKey) => {
        await api.post('/api/finance/visits', {
          body: {
            enterpriseId: values.enterpriseId,
            visitedOn: values.visitedOn,
            words: values.words.trim(),
            files: values.files?.map(({ id, words }) => ({ id, words: words?.trim() || undefined })),
            ...(values.needed && {
              need: {
                amount: yuanOf(values.amountWan),
                termMonths: values.termMonths!,
                purpose: values.purpose!,
                purposeNote: values.purposeNote?.trim() || undefined,
                creditKind: values.creditKind!,
              },
            }),
            ...(values.needed &&
              values.declared && {
                declared: true,
                agreed: values.agreed,
                contactName: values.contactName?.trim(),
                contactPhone: values.contactPhone?.trim(),
              }),
          },
          idempotencyKey,
        });
        void message.success(values.needed && values.declared ? '已登记，企业已列入申报清单' : '已登记走访');
        await queries.invalidateQueries({ queryKey: ['coordination'] });
      }}
    >
      <EnterpriseItem />
      <Form.Item name="visitedOn" label="走访日期" rules={[{ required: true, message: '请选择走访日期' }]}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="words"
        label="走访情况"
        rules={[
          { required: true, whitespace: true, message: '请填写走访情况' },
          { max: 1000, message: '不超过 1000 字' },
        ]}
      >
        <Input.TextArea
          rows={4}
          maxLength={1000}
          showCount
          placeholder="如经营场所、生产经营、订单和用工情况"
        />
      </Form.Item>
      <Form.Item
        name="files"
        label="照片和材料"
        extra="JPG、PNG 或 PDF，每份不超过 10 MB，最多 9 份；只有能查看该走访的人员看得到，不提供给银行"
      >
        <VisitFilesField />
      </Form.Item>
      <Form.Item name="needed" valuePropName="checked">
        <Checkbox>企业有融资需求</Checkbox>
      </Form.Item>
      <Form.Item<VisitForm> noStyle dependencies={['needed', 'declared']}>
        {({ getFieldValue }) => (
          <>
            {getFieldValue('needed') === true && <Need />}
            {getFieldValue('needed') === true && getFieldValue('declared') === true && <Declared />}
          </>
        )}
      </Form.Item>
    </FormDrawer>
  );
}

function EnterpriseItem() {
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const hits = useQuery({
    queryKey: ['enterprises', 'search', q],
    queryFn: ({ signal }) => api.get('/api/user/enterprises/search', { signal, query: { q } }),
    enabled: q.length >= 2,
  });
  return (
    <Form.Item
      name="enterpriseId"
      label="企业"
      extra="输入企业名称或统一社会信用代码"
      rules={[{ required: true, message: '请选择企业' }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder="请输入至少两个字"
        loading={hits.isFetching}
        notFoundContent={q.length < 2 ? '请输入至少两个字' : hits.isFetching ? '正在查找' : '没有找到企业'}
        options={(hits.data ?? []).map(({ id, name, uscc, townName }) => ({
          value: id,
          label: `${name}（${townName}，${uscc}）`,
        }))}
      />
    </Form.Item>
  );
}

function Need() {
  const purposes = useLoanPurposes();
  return (
    <>
      <Form.Item name="amountWan" label="融资金额（万元）" rules={needAmountRules}>
        <InputNumber style={{ width: '100%' }} controls={false} inputMode="decimal" />
      </Form.Item>
      <Form.Item name="termMonths" label="期限" rules={[{ required: true, message: '请选择期限' }]}>
        <Select
          placeholder="请选择"
          options={NEED_TERMS.map((months) => ({ value: months, label: termText(months) }))}
        />
      </Form.Item>
      <Form.Item name="purpose" label="贷款用途" rules={[{ required: true, message: '请选择贷款用途' }]}>
        <Select
          placeholder="请选择"
          loading={purposes.isPending}
          options={(purposes.data ?? []).map(({ name }) => ({ value: name, label: name }))}
        />
      </Form.Item>
      <Form.Item name="purposeNote" label="用途说明">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
      <Form.Item name="creditKind" label="贷款方式" rules={[{ required: true, message: '请选择贷款方式' }]}>
        <Select options={Object.entries(CREDIT_KINDS).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="declared" valuePropName="checked">
        <Checkbox>列入申报清单</Checkbox>
      </Form.Item>
    </>
  );
}

function Declared() {
  return (
    <>
      <p className={pageCss.note}>列入后由金融办按标准核查，通过的推荐给银行。企业在企业中心能看到进度。</p>
      <Form.Item
        name="contactName"
        label="企业联系人"
        rules={[{ required: true, whitespace: true, message: '请填写企业联系人' }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item
        name="contactPhone"
        label="联系电话"
        rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
      >
        <Input maxLength={11} inputMode="numeric" />
      </Form.Item>
      <Form.Item
        name="agreed"
        valuePropName="checked"
        rules={[
          {
            validator: (_, checked?: boolean) =>
              checked ? Promise.resolve() : Promise.reject(new Error('请先征得企业同意')),
          },
        ]}
      >
        <Checkbox>企业同意申报，并同意将申报信息提供给推荐的银行</Checkbox>
      </Form.Item>
    </>
  );
}
