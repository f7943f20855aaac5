import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Upload, type FormInstance, type UploadFile } from 'antd';
import { useState } from 'react';
import { ADMISSION, admits, useAdmission } from '@/shared/admission';
import { api, useMe, useSubmit, type Admission } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { label } from '@/shared/i18n';
import {
  Definition,
  fileSize,
  Icon,
  Loaded,
  PERSON,
  PERSON_RULE,
  Skeleton,
  State,
  StatusTag,
  Timeline,
  type TimelineStep,
  Uscc,
} from '@/shared/ui';
import { optionalMark, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { MainButton } from '@/shared/ui/antd/MainButton';
import { ButtonAnchor, ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import css from './AdmissionPage.module.css';

const MOST = 5;
const LARGEST = 5 * 1024 * 1024;

/** 入驻申请 of a chamber or a provider: what it says of itself, its papers, and what became of it. */
export default function AdmissionPage() {
  const { me } = useMe();
  const applies = admits(me?.userType);
  const query = useAdmission(applies);
  if (!me) return null;
  if (!applies)
    return (
      <>
        <CenterHead title="入驻申请" />
        <Panel>
          <State
            pose="guard"
            title="入驻申请供商会和服务机构使用"
            hint={`您的账号类型是${label('userType', me.userType)}`}
          >
            {me.userType === 'ENTERPRISE' ? (
              <>
                <ButtonLink to="/center">返回企业中心</ButtonLink>
                {!me.enterprise && (
                  <ButtonLink look="outline" to="/code/claim">
                    领取企业码
                  </ButtonLink>
                )}
              </>
            ) : (
              <ButtonLink look="outline" to="/center/account">
                账号资料
              </ButtonLink>
            )}
          </State>
        </Panel>
      </>
    );
  return (
    <>
      <CenterHead
        title="入驻申请"
        intro="提交机构信息和登记证书，平台审核后开通。审核通过前，账号只能查看申请和管理本人资料。"
      />
      <Loaded query={query} skeleton={<Skeleton lines={8} />}>
        {(admission) => (
          <Stack>
            {admission && <Standing admission={admission} />}
            {admission?.status === 'APPROVED' && <Approved />}
            {(!admission || admission.status === 'REJECTED') && (
              <AdmissionForm before={admission} type={admission?.type ?? me.userType} />
            )}
          </Stack>
        )}
      </Loaded>
    </>
  );
}

function Approved() {
  return (
    <Panel title="已经开通">
      <p>机构的成员、联系人和业务在管理端办理。</p>
      <ButtonAnchor href="/admin/">进入管理端</ButtonAnchor>
    </Panel>
  );
}

function stepsOf({ status, submittedAt, decidedAt }: Admission): TimelineStep[] {
  const submitted = { label: '提交申请', at: submittedAt };
  if (status === 'SUBMITTED') return [submitted, { label: '平台审核', tone: 'now' }, { label: '开通' }];
  return [
    submitted,
    {
      label: label('admissionStatus', status),
      at: decidedAt,
      tone: status === 'REJECTED' ? 'bad' : 'done',
    },
  ];
}

function Standing({ admission }: { admission: Admission }) {
  return (
    <Panel title="申请情况" more={<StatusTag of="admissionStatus" value={admission.status} />}>
      <div className={css.notice}>
        {admission.status === 'REJECTED' && (
          <Notice tone="bad">
            未通过，原因：{admission.reason}
            <p>请在下方修改后重新提交，其中联系电话和材料须重新填写、上传。</p>
          </Notice>
        )}
        {admission.status === 'APPROVED' && <Notice tone="good">审核已通过，您是该机构的管理员。</Notice>}
        {admission.status === 'SUBMITTED' && (
          <Notice tone="wait">已提交，请等待审核。结果会通过站内消息告知。</Notice>
        )}
      </div>
      <Definition
        items={[
          { label: '机构名称', value: admission.name, wide: true },
          { label: '统一社会信用代码', value: <Uscc of={admission.uscc} /> },
          { label: '类型', value: label('institutionType', admission.type) },
          {
            label: '材料',
            value: admission.papers.map((one) => `${one.name}（${fileSize(one.size)}）`).join('、'),
            wide: true,
          },
        ]}
      />
      <div className={css.steps}>
        <Timeline steps={stepsOf(admission)} />
      </div>
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

/** What proves that there is such an institution. */
const PAPERS: Record<string, string> = {
  CHAMBER: '社会团体法人登记证书',
  PROVIDER: '营业执照',
};

function AdmissionForm({ before, type }: { before: Admission | null; type: string }) {
  const { district } = useBrand();
  const [form] = Form.useForm<Values>();
  const problems = useProblems();
  const queries = useQueryClient();
  const { summary, formProps } = useErrorSummary(form, 'admission');
  const [refused, setRefused] = useState<string>();
  const submit = useSubmit(
    ({ papers, ...rest }: Values, idempotencyKey) => {
      const body = new FormData();
      body.append(
        'application',
        new Blob([JSON.stringify({ ...rest, introduction: rest.introduction ?? '' })], {
          type: 'application/json',
        }),
      );
      for (const paper of papers) body.append('papers', paper.originFileObj as File, paper.name);
      return api.post('/api/user/my/admission', { body, idempotencyKey });
    },
    {
      onSuccess: () => void queries.invalidateQueries({ queryKey: ADMISSION }),
      onError: (error) => problems(error, form as FormInstance),
    },
  );
  return (
    <Panel title={before ? '重新提交' : '填写申请'}>
      <Form<Values>
        form={form}
        name="admission"
        {...formProps}
        layout="vertical"
        requiredMark={optionalMark}
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
        <h3 className={css.group}>机构</h3>
        <Form.Item
          name="name"
          label="机构名称"
          rules={[
            { required: true, whitespace: true, message: '请填写机构名称' },
            { min: 2, message: '机构名称至少两个字' },
          ]}
        >
          <Input
            maxLength={100}
            autoComplete="organization"
            placeholder={
              type === 'CHAMBER' ? `如 ${district.city}${district.name}电子商会` : '与营业执照一致'
            }
          />
        </Form.Item>
        <Form.Item
          name="uscc"
          label="统一社会信用代码"
          rules={[
            { required: true, message: '请填写统一社会信用代码' },
            { len: 18, message: '统一社会信用代码共 18 位' },
          ]}
        >
          <Input maxLength={18} autoComplete="off" placeholder="18 位，见登记证书或营业执照" />
        </Form.Item>
        <Form.Item
          name="address"
          label="地址"
          rules={[{ required: true, whitespace: true, message: '请填写地址' }]}
        >
          <Input maxLength={200} autoComplete="street-address" placeholder="办公地址，到门牌号" />
        </Form.Item>
        <Form.Item name="introduction" label="机构简介">
          <Input.TextArea maxLength={1000} showCount rows={4} placeholder="主要业务、会员或服务对象" />
        </Form.Item>
        <h3 className={css.group}>联系人</h3>
        <Form.Item
          name="contactName"
          label="联系人姓名"
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
            { pattern: /^[0-9+][0-9 ()-]{2,38}$/, message: '请填写电话号码，如 010-66221234 或手机号' },
          ]}
        >
          <Input maxLength={40} autoComplete="tel" placeholder="如 010-66221234 或手机号" />
        </Form.Item>
        <h3 className={css.group}>材料</h3>
        <Form.Item
          name="papers"
          label={PAPERS[type] ?? '登记证书'}
          extra={`可一并上传其他证明材料。PDF、JPG 或 PNG，每份不超过 5 MB，最多 ${MOST} 份`}
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
        <MainButton htmlType="submit" loading={submit.isPending}>
          提交申请
        </MainButton>
      </Form>
    </Panel>
  );
}
