import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, type FormInstance } from 'antd';
import { api, ME, useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Definition } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
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
      api.put('/api/auth/profile', { displayName: values.displayName.trim() }),
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
        rules={[{ required: true, whitespace: true, min: 2, message: '请填写姓名' }]}
      >
        <Input maxLength={30} autoComplete="name" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        保存资料
      </Button>
    </Form>
  );
}

interface Passwords {
  oldPassword: string;
  newPassword: string;
  again: string;
}

function PasswordForm() {
  const [form] = Form.useForm<Passwords>();
  const problems = useProblems();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: ({ oldPassword, newPassword }: Passwords) =>
      api.put('/api/auth/password', { oldPassword, newPassword }),
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
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => save.mutate(values)}
      style={{ maxWidth: 400 }}
    >
      <Form.Item name="oldPassword" label="原密码" rules={[{ required: true, message: '请填写原密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码"
        extra="至少 8 位，含大写字母、小写字母、数字、符号中的三种；或不少于 14 位"
        rules={[{ required: true, min: 8, message: '新密码至少 8 位' }]}
      >
        <Input.Password autoComplete="new-password" maxLength={64} />
      </Form.Item>
      <Form.Item
        name="again"
        label="再次输入新密码"
        dependencies={['newPassword']}
        rules={[
          { required: true, message: '请再次输入新密码' },
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入的密码不一致')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={64} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        修改密码
      </Button>
    </Form>
  );
}
