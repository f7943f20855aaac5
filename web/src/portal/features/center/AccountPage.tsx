import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, type FormInstance } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, isProblem, ME, useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { closeMyAccount, ClosureTerms, MY_DATA_HOLDS, takeOutMyData } from '@/shared/security';
import type { Proofs } from '@/shared/security/secondFactor';
import { Definition, PERSON, PERSON_MAX, PERSON_RULE } from '@/shared/ui';
import {
  ChangePhone,
  changePassword,
  FormDrawer,
  PasswordFields,
  ProofItems,
  useErrorSummary,
  useProblems,
  type Passwords,
} from '@/shared/ui/antd';
import { Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import css from './account.module.css';

export default function AccountPage() {
  const { me } = useMe();
  if (!me) return null;
  return (
    <>
      <CenterHead title="账号资料" />
      <Stack>
        <Panel title="基本资料">
          <Definition
            items={[
              {
                label: '手机号',
                value: (
                  <span className={css.phone}>
                    {me.phone} <ChangePhone />
                  </span>
                ),
              },
              { label: '账号类型', value: label('userType', me.userType) },
              {
                label: '所属单位',
                value: me.enterprise?.name ?? me.institution?.name ?? '未关联',
                wide: true,
              },
            ]}
          />
          <NameForm name={me.name} />
        </Panel>
        <Panel title="修改密码">
          <PasswordForm />
        </Panel>
        <Panel title="我的数据">
          <MyData />
        </Panel>
        <Panel title="注销账号">
          <CloseAccount />
        </Panel>
      </Stack>
    </>
  );
}

function NameForm({ name }: { name: string }) {
  const [form] = Form.useForm<{ displayName: string }>();
  const problems = useProblems();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: (values: { displayName: string }) =>
      api.put('/api/auth/profile', { body: { displayName: values.displayName.trim() } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ME });
      void message.success('资料已保存');
    },
    onError: (error) => problems(error, form as FormInstance),
  });
  return (
    <Form
      form={form}
      name="profile"
      layout="vertical"
      requiredMark={false}
      initialValues={{ displayName: name }}
      onFinish={(values) => save.mutate(values)}
      style={{ maxWidth: 400, marginTop: 20 }}
    >
      <Form.Item
        name="displayName"
        label="姓名"
        rules={[
          { required: true, whitespace: true, message: '请填写姓名' },
          { min: 2, message: '姓名至少 2 个字' },
          { pattern: PERSON, message: PERSON_RULE },
        ]}
      >
        <Input maxLength={PERSON_MAX} autoComplete="name" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        保存资料
      </Button>
    </Form>
  );
}

function PasswordForm() {
  const [form] = Form.useForm<Passwords>();
  const problems = useProblems();
  const { summary, formProps } = useErrorSummary(form, 'new-password');
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      form.resetFields();
      void message.success('密码已修改，下次登录使用新密码');
    },
    onError: (error) => problems(error, form as FormInstance),
  });
  return (
    <Form
      form={form}
      name="new-password"
      {...formProps}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => save.mutate(values)}
      style={{ maxWidth: 400 }}
    >
      {summary}
      <PasswordFields />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        修改密码
      </Button>
    </Form>
  );
}

function MyData() {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  return (
    <>
      <p>导出平台保存的您的个人数据：{MY_DATA_HOLDS}，JSON 格式。</p>
      <Button onClick={() => setOpen(true)} style={{ marginTop: 12 }}>
        导出我的数据
      </Button>
      <FormDrawer<Proofs>
        open={open}
        title="导出我的数据"
        submitText="导出"
        onClose={() => setOpen(false)}
        onSubmit={async (proofs) => {
          await takeOutMyData(proofs);
          void message.success('已导出');
        }}
      >
        <p style={{ marginBottom: 16 }}>请先确认是本人操作。</p>
        <ProofItems ask={open} />
      </FormDrawer>
    </>
  );
}

function CloseAccount() {
  const [open, setOpen] = useState(false);
  const [onlyAdmin, setOnlyAdmin] = useState<string>();
  const close = async (proofs: Proofs) => {
    setOnlyAdmin(undefined);
    try {
      await closeMyAccount(proofs, '/');
    } catch (error) {
      if (!isProblem(error, 'CLOSURE_ONLY_ADMIN')) throw error;
      setOnlyAdmin(error.message);
    }
  };
  return (
    <>
      {onlyAdmin && (
        <Notice tone="bad">
          {onlyAdmin}。<Link to="/center/members">成员管理</Link>　
          <Link to="/center/enterprise">企业信息</Link>
        </Notice>
      )}
      <p>注销后不能恢复，不能再用该账号登录。</p>
      <Button danger onClick={() => setOpen(true)} style={{ marginTop: 12 }}>
        注销账号
      </Button>
      <FormDrawer<Proofs & { sure: boolean }>
        open={open}
        title="注销账号"
        submitText="确认注销"
        danger
        onClose={() => setOpen(false)}
        onSubmit={({ password, code }) => close({ password, code })}
      >
        <ClosureTerms />
        <ProofItems ask={open} />
        <Form.Item
          name="sure"
          valuePropName="checked"
          rules={[
            {
              validator: (_, value) =>
                value ? Promise.resolve() : Promise.reject(new Error('请确认已了解注销的后果')),
            },
          ]}
        >
          <Checkbox>我已了解注销的后果</Checkbox>
        </Form.Item>
      </FormDrawer>
    </>
  );
}
