import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Space, TextArea, Toast } from 'antd-mobile';
import { useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import {
  api,
  newIdempotencyKey,
  useMe,
  type KindOfNextLoan,
  type LoanApplication,
  type LoanProductDetail,
} from '@/shared/api';
import { Definition, Loaded, Skeleton, termText, wan } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { ActionBar, Body, Notice, Section } from '../../ui';
import { applicationOf, type ApplyValues } from './application';
import { useProduct } from './ProductPage';
import css from './products.module.css';

export default function ApplyPage() {
  const { id = '' } = useParams();
  const query = useProduct(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(product) => <Apply product={product} />}
    </Loaded>
  );
}

/** Fill, check, submit: a phone shows one of them at a time. */
function Apply({ product }: { product: LoanProductDetail }) {
  const { me } = useMe();
  const [params] = useSearchParams();
  const [form] = Form.useForm<ApplyValues>();
  const [checked, setChecked] = useState<ApplyValues>();
  const [agreed, setAgreed] = useState(false);
  const key = useRef(newIdempotencyKey());
  const navigate = useNavigate();
  const problems = useProblems();
  const next = useQuery({
    queryKey: ['applications', 'kind'],
    queryFn: ({ signal }) => api.get<KindOfNextLoan>('/api/finance/my/application-kind', { signal }),
  });
  const granted = next.data?.earlierLoans ?? [];
  const submit = useMutation({
    mutationFn: (values: ApplyValues) =>
      api.post<LoanApplication>(
        '/api/finance/my/applications',
        applicationOf(product.id, values, params.get('result') ?? undefined),
        { idempotencyKey: key.current },
      ),
    onSuccess: (application) => {
      Toast.show({ icon: 'success', content: `已提交，编号 ${application.number}` });
      void navigate(`/my/applications/${application.id}`, { replace: true });
    },
    onError: (error) => {
      key.current = newIdempotencyKey();
      setChecked(undefined);
      setTimeout(() => problems(error, form), 0);
    },
  });

  if (checked) {
    return (
      <>
        <Body>
          <Section title="请核对">
            <Definition
              columns={1}
              items={[
                { label: '产品', value: `${product.title}（${product.bankName}）` },
                { label: '申请企业', value: me?.enterprise?.name },
                { label: '申请金额', value: wan(Number(checked.amountWan)) },
                { label: '申请期限', value: termText(Number(checked.termMonths)) },
                { label: '贷款用途', value: checked.purpose },
                { label: '贷款类型', value: checked.renews ? '续贷' : '首贷' },
                { label: '联系人', value: `${checked.contactName} ${checked.contactPhone}` },
              ]}
            />
          </Section>
          <div className={css.agree}>
            <Checkbox checked={agreed} onChange={setAgreed}>
              同意将本企业登记信息、画像数据和本次申请内容提供给{product.bankName}，用于本次贷款审批
            </Checkbox>
          </div>
          <Notice>提交后银行将受理并审批，进度和结果会以消息告知。</Notice>
        </Body>
        <ActionBar>
          <Button onClick={() => setChecked(undefined)}>返回修改</Button>
          <Button
            color="primary"
            disabled={!agreed}
            loading={submit.isPending}
            onClick={() => submit.mutate(checked)}
          >
            提交申请
          </Button>
        </ActionBar>
      </>
    );
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMarkStyle="none"
      initialValues={{ termMonths: String(Math.min(product.termMonths ?? 12, 12)), contactName: me?.name }}
      onFinish={(values) => setChecked(values)}
      footer={
        <Button block type="submit" color="primary" size="large">
          检查并提交
        </Button>
      }
    >
      <Form.Header>
        {product.title} · {product.bankName}
      </Form.Header>
      <Form.Item
        name="amountWan"
        label="申请金额（万元）"
        rules={[
          { required: true, message: '请填写申请金额' },
          {
            validator: (_rule, value) => {
              const text = amountProblem(value as string, product.maxAmountWan);
              return text ? Promise.reject(new Error(text)) : Promise.resolve();
            },
          },
        ]}
        extra={product.maxAmountWan ? `最高 ${wan(product.maxAmountWan)}` : undefined}
      >
        <Input id="amountWan" inputMode="decimal" placeholder="如 100" clearable />
      </Form.Item>
      <Form.Item name="termMonths" label="申请期限">
        <Radio.Group>
          <Space wrap>
            {[3, 6, 12, 24, 36]
              .filter((term) => !product.termMonths || term <= product.termMonths)
              .map((term) => (
                <Radio key={term} value={String(term)}>
                  {termText(term)}
                </Radio>
              ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      {granted.length > 0 && (
        <Form.Item
          name="renews"
          label="续贷：本次续哪一笔贷款"
          rules={[{ required: true, message: '企业已有获批贷款，请选择要续的贷款' }]}
        >
          <Radio.Group>
            <Space direction="vertical">
              {granted.map((one) => (
                <Radio key={one.applicationId} value={one.applicationId}>
                  {one.productTitle}（{one.number}）
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
      )}
      <Form.Item
        name="purpose"
        label="贷款用途"
        rules={[{ required: true, min: 2, message: '请说明贷款用途' }]}
      >
        <TextArea id="purpose" placeholder="如 采购原材料、支付货款" maxLength={200} showCount autoSize />
      </Form.Item>
      <Form.Item name="contactName" label="联系人" rules={[{ required: true, message: '请填写联系人' }]}>
        <Input id="contactName" placeholder="姓名" maxLength={50} />
      </Form.Item>
      <Form.Item
        name="contactPhone"
        label="联系电话"
        rules={[{ required: true, pattern: /^1[3-9]\d{9}$/, message: '请填写 11 位手机号' }]}
      >
        <Input id="contactPhone" type="tel" placeholder="手机号" maxLength={11} />
      </Form.Item>
    </Form>
  );
}

export function amountProblem(text: string | undefined, maxWan?: number): string | undefined {
  if (!text) return undefined;
  if (!/^\d+(\.\d{1,2})?$/.test(text.trim())) return '请填写数字，最多两位小数';
  const amount = Number(text);
  if (amount < 1) return '申请金额不能少于 1 万元';
  if (maxWan && amount > maxWan) return `不能超过产品最高额度 ${wan(maxWan)}`;
  return undefined;
}
