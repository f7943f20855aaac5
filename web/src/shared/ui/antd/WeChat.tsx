import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { isInWeChat, useUnbindWeChat, useWeChatBinding, weChatSignInUrl } from '../../wechat';
import { Definition } from '../Definition';
import { dateTimeText } from '../format';
import { Loaded } from '../States';
import { Tag } from '../StatusTag';
import { FormDrawer } from './FormDrawer';
import { eye } from './PasswordFields';

/** 微信 of one's own account: whether one is bound, since when, and its end. */
export function WeChat() {
  const query = useWeChatBinding();
  const unbind = useUnbindWeChat();
  const { message } = App.useApp();
  const [asked, setAsked] = useState(false);
  return (
    <Loaded query={query} compact>
      {({ available, bound, nickname, boundAt }) => (
        <>
          <Definition
            columns={1}
            items={[
              {
                label: '状态',
                value: <Tag tone={bound ? 'good' : 'quiet'}>{bound ? '已绑定' : '未绑定'}</Tag>,
              },
              ...(nickname ? [{ label: '微信昵称', value: nickname }] : []),
              ...(boundAt ? [{ label: '绑定时间', value: dateTimeText(boundAt) }] : []),
            ]}
          />
          <p style={{ margin: '16px 0' }}>
            {bound
              ? '在微信中打开本平台可直接登录；已开启两步验证的，仍须验证。'
              : available
                ? '在微信中打开本平台，用“微信登录”绑定，以后直接登录。'
                : '平台未接入微信公众号。'}
          </p>
          {bound && (
            <Button danger onClick={() => setAsked(true)}>
              解绑微信
            </Button>
          )}
          {!bound && available && isInWeChat() && (
            <Button type="primary" href={weChatSignInUrl(location.pathname)}>
              绑定微信
            </Button>
          )}
          <FormDrawer<{ password: string }>
            open={asked}
            title="解绑微信"
            submitText="解绑微信"
            danger
            onClose={() => setAsked(false)}
            onSubmit={async ({ password }) => {
              await unbind.mutateAsync(password);
              void message.success('已解绑微信');
            }}
          >
            <p style={{ marginBottom: 16 }}>
              解绑后该微信不能再登录您的账号。请输入登录密码，确认是本人操作。
            </p>
            <Form.Item
              name="password"
              label="登录密码"
              rules={[{ required: true, message: '请输入登录密码' }]}
            >
              <Input.Password iconRender={eye} autoComplete="current-password" />
            </Form.Item>
          </FormDrawer>
        </>
      )}
    </Loaded>
  );
}
