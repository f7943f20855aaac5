import { Form, Input, Radio, Select, Switch } from 'antd';
import type { AppScope, ConnectedApp } from '@/shared/api';
import { SCOPES } from '@/shared/apps/words';
import { CheckGroup, FormDrawer } from '@/shared/ui/antd';

export const KINDS = { CONFIDENTIAL: '服务端应用', PUBLIC: '浏览器或移动应用' } as const;

interface AppFields {
  name: string;
  owner: string;
  intro?: string;
  kind: ConnectedApp['kind'];
  redirectUris: string[];
  postLogoutUris: string[];
  backChannelLogoutUri?: string;
  scopes: AppScope[];
  plainPhone: boolean;
}

export function AppForm({
  open,
  of: app,
  onClose,
  onSubmit,
}: {
  open: boolean;
  /** Absent: one that is being registered. */
  of?: ConnectedApp;
  onClose: () => void;
  onSubmit: (form: AppFields, idempotencyKey: string) => Promise<unknown>;
}) {
  return (
    <FormDrawer<AppFields>
      open={open}
      title={app ? '修改接入应用' : '登记接入应用'}
      submitText={app ? '保存' : '登记'}
      size={640}
      initialValues={
        app ?? {
          kind: 'CONFIDENTIAL',
          redirectUris: [],
          postLogoutUris: [],
          scopes: ['PROFILE'],
          plainPhone: false,
        }
      }
      onClose={onClose}
      onSubmit={(form, key) =>
        onSubmit(
          {
            ...form,
            kind: app?.kind ?? form.kind,
            postLogoutUris: form.postLogoutUris ?? [],
            plainPhone: form.scopes.includes('PHONE') && !!form.plainPhone,
          },
          key,
        )
      }
    >
      <Form.Item name="name" label="应用名称" required extra="用户授权时看到的名称">
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="owner" label="主管单位" required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="intro" label="应用说明">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
      {!app && (
        <Form.Item
          name="kind"
          label="应用类型"
          required
          extra="登记后不能修改。浏览器或移动应用不能保密，没有密钥，也没有刷新令牌"
        >
          <Radio.Group options={Object.entries(KINDS).map(([value, text]) => ({ value, label: text }))} />
        </Form.Item>
      )}
      <Form.Item
        name="redirectUris"
        label="回调地址"
        required
        extra="登录后返回的完整网址，以 https:// 开头，须与应用发送的完全一致；输入后按回车"
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', '\n']} />
      </Form.Item>
      <Form.Item
        name="postLogoutUris"
        label="退出后地址"
        extra="用户在应用中退出登录后返回的完整网址；输入后按回车"
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', '\n']} />
      </Form.Item>
      <Form.Item
        name="backChannelLogoutUri"
        label="退出通知地址"
        extra="用户在平台退出登录后，平台通知应用的网址（Back-Channel Logout），以 https:// 开头。不填写的应用，下次刷新令牌时才知道"
      >
        <Input type="url" maxLength={300} />
      </Form.Item>
      <Form.Item name="scopes" label="授权范围" extra="应用最多可以获取的用户信息，仍须用户本人同意">
        <CheckGroup
          stacked
          options={Object.entries(SCOPES).map(([value, text]) => ({ value, label: text }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(one, other) => one.scopes !== other.scopes}>
        {({ getFieldValue }) =>
          (getFieldValue('scopes') as AppScope[] | undefined)?.includes('PHONE') && (
            <Form.Item
              name="plainPhone"
              label="提供完整手机号"
              valuePropName="checked"
              extra="不勾选时隐藏中间四位。改为提供完整号码后，用户须重新授权"
            >
              <Switch />
            </Form.Item>
          )
        }
      </Form.Item>
    </FormDrawer>
  );
}
