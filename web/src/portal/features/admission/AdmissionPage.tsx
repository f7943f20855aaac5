import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Upload, type FormInstance, type UploadFile } from 'antd';
import { useState } from 'react';
import { api, isProblem, useMe, type Admission } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  dateTimeText,
  Definition,
  fileSize,
  Icon,
  Loaded,
  PERSON,
  PERSON_RULE,
  Skeleton,
  State,
  StatusTag,
  usccText,
} from '@/shared/ui';
import { useErrorSummary, useProblems } from '@/shared/ui/antd';
import { Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';

const ADMISSION = ['admission', 'mine'] as const;
const MOST = 5;
const LARGEST = 5 * 1024 * 1024;

/** 入驻申请 of a chamber or a provider: what it says of itself, its papers, and what became of it. */
export default function AdmissionPage() {
  const { me } = useMe();
  const applies = me?.userType === 'CHAMBER' || me?.userType === 'PROVIDER';
  const query = useQuery({
    queryKey: ADMISSION,
    queryFn: async ({ signal }) => {
      try {
        return await api.get('/api/user/my/admission', { signal });
      } catch (error) {
        if (isProblem(error, 'NOT_FOUND')) return null;
        throw error;
      }
    },
    enabled: applies,
  });
  if (!me) return null;
  if (!applies)
    return (
      <State
        pose="guard"
        title="入驻申请供商会和服务机构使用"
        hint={`您的账号类型是${label('userType', me.userType)}`}
      />
    );
  return (
    <>
      <CenterHead
        title="入驻申请"
        intro="提交机构信息和登记证书，平台审核后开通。审核期间账号只能查看申请和管理本人资料。"
      />
      <Loaded query={query} skeleton={<Skeleton lines={8} />}>
        {(admission) => (
          <Stack>
            {admission && <Standing admission={admission} />}
            {(!admission || admission.status === 'REJECTED') && <AdmissionForm before={admission} />}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Standing({ admission }: { admission: Admission }) {
  return (
    <Panel title="申请情况" more={<StatusTag of="admissionStatus" value={admission.status} />}>
      {admission.status === 'REJECTED' && (
        <Notice tone="bad">未通过：{admission.reason}。请修改后重新提交。</Notice>
      )}
      {admission.status === 'APPROVED' && <Notice tone="good">审核已通过，您是该机构的管理员。</Notice>}
      {admission.status === 'SUBMITTED' && (
        <Notice tone="wait">已提交，请等待审核。结果会通过站内消息告知。</Notice>
      )}
      <Definition
        items={[
          { label: '机构名称', value: admission.name, wide: true },
          { label: '信用代码', value: <span className="zq-num">{usccText(admission.uscc)}</span> },
          { label: '类型', value: label('institutionType', admission.type) },
          { label: '提交时间', value: dateTimeText(admission.submittedAt) },
          ...(admission.decidedAt ? [{ label: '审核时间', value: dateTimeText(admission.decidedAt) }] : []),
          {
            label: '材料',
            value: admission.papers.map((one) => `${one.name}（${fileSize(one.size)}）`).join('、'),
            wide: true,
          },
        ]}
      />
    </Panel>
  );
}

interface Values {
  name: string;
  uscc: string;
  address: string;
  contactName: string;
  contactPhone: string;
  introduction?: string;
  papers: UploadFile[];
}

function AdmissionForm({ before }: { before: Admission | null }) {
  const [form] = Form.useForm<Values>();
  const problems = useProblems();
  const queries = useQueryClient();
  const { summary, formProps } = useErrorSummary(form, 'admission');
  const [refused, setRefused] = useState<string>();
  const submit = useMutation({
    mutationFn: ({ papers, ...rest }: Values) => {
      const body = new FormData();
      body.append(
        'application',
        new Blob([JSON.stringify({ ...rest, introduction: rest.introduction ?? '' })], {
          type: 'application/json',
        }),
      );
      for (const paper of papers) body.append('papers', paper.originFileObj as File, paper.name);
      return api.post('/api/user/my/admission', { body });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ADMISSION }),
    onError: (error) => problems(error, form as FormInstance),
  });
  return (
    <Panel title={before ? '重新提交' : '填写申请'}>
      <Form<Values>
        form={form}
        name="admission"
        {...formProps}
        layout="vertical"
        initialValues={{
          name: before?.name,
          uscc: before?.uscc,
          address: before?.address,
          contactName: before?.contactName,
          introduction: before?.introduction,
          papers: [],
        }}
        onFinish={(values) => submit.mutate(values)}
        style={{ maxWidth: 560 }}
      >
        {summary}
        <Form.Item
          name="name"
          label="机构名称"
          rules={[
            { required: true, whitespace: true, message: '请填写机构名称' },
            { min: 2, message: '机构名称至少两个字' },
          ]}
        >
          <Input maxLength={100} autoComplete="organization" />
        </Form.Item>
        <Form.Item
          name="uscc"
          label="统一社会信用代码"
          rules={[
            { required: true, message: '请填写统一社会信用代码' },
            { len: 18, message: '统一社会信用代码共 18 位' },
          ]}
        >
          <Input maxLength={18} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="address"
          label="地址"
          rules={[{ required: true, whitespace: true, message: '请填写地址' }]}
        >
          <Input maxLength={200} autoComplete="street-address" />
        </Form.Item>
        <Form.Item
          name="contactName"
          label="联系人"
          rules={[
            { required: true, whitespace: true, message: '请填写联系人' },
            { pattern: PERSON, message: PERSON_RULE },
          ]}
        >
          <Input maxLength={50} autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="contactPhone"
          label="联系电话"
          extra="通过后作为机构的对外电话"
          rules={[
            { required: true, message: '请填写联系电话' },
            { pattern: /^[0-9+][0-9 ()-]{2,38}$/, message: '请填写电话号码，如 023-66221234 或手机号' },
          ]}
        >
          <Input maxLength={40} autoComplete="tel" />
        </Form.Item>
        <Form.Item name="introduction" label="机构简介（选填）">
          <Input.TextArea maxLength={1000} showCount rows={4} />
        </Form.Item>
        <Form.Item
          name="papers"
          label="登记证书、营业执照等材料"
          extra={`PDF、JPG 或 PNG，每份不超过 5 MB，最多 ${MOST} 份`}
          valuePropName="fileList"
          getValueFromEvent={(event: { fileList: UploadFile[] }) => event.fileList}
          validateStatus={refused ? 'error' : undefined}
          help={refused}
          rules={[{ required: true, type: 'array', min: 1, message: '请上传材料' }]}
        >
          <Upload
            accept=".pdf,.jpg,.jpeg,.png"
            multiple
            maxCount={MOST}
            beforeUpload={(file) => {
              const large = file.size > LARGEST;
              setRefused(large ? `${file.name} 超过 5 MB` : undefined);
              return large ? Upload.LIST_IGNORE : false;
            }}
          >
            <Button icon={<Icon name="upload" size={16} />}>选择文件</Button>
          </Upload>
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={submit.isPending}>
          提交申请
        </Button>
      </Form>
    </Panel>
  );
}
