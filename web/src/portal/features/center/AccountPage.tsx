import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, type FormInstance } from 'antd';
import { api, ME, useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Definition, PERSON, PERSON_RULE } from '@/shared/ui';
import {
  changePassword,
  PasswordFields,
  useErrorSummary,
  useProblems,
  type Passwords,
} from '@/shared/ui/antd';
import { CenterHead, Panel, Stack } from '../../ui/Panel';

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
              { label: '手机号', value: me.phone },
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
        <Input maxLength={30} autoComplete="name" />
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
  const { summary, formProps } = useErrorSummary(form, 'password');
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
      name="password"
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
