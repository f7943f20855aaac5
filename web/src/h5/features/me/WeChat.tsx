import { Button, Form, Input, Toast } from 'antd-mobile';
import { useState } from 'react';
import { dateTimeText, Definition, Loaded, Tag } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { isInWeChat, useUnbindWeChat, useWeChatBinding, weChatSignInUrl } from '@/shared/wechat';
import { Section } from '../../ui';
import css from './SecurityPage.module.css';

/** 微信 of one's own account: whether one is bound, since when, and its end. */
export function WeChat() {
  const query = useWeChatBinding();
  const unbind = useUnbindWeChat();
  const problems = useProblems();
  const [form] = Form.useForm<{ password: string }>();
  const [asked, setAsked] = useState(false);
  const submit = async ({ password }: { password: string }) => {
    try {
      await unbind.mutateAsync(password);
      setAsked(false);
      Toast.show('已解绑微信');
    } catch (error) {
      problems(error, form);
    }
  };
  return (
    <Section title="微信">
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
            <p className={css.about}>
              {bound
                ? '在微信中打开本平台可直接登录；已开启两步验证的，仍须验证。'
                : available
                  ? '在微信中打开本平台，用“微信登录”绑定，以后直接登录。'
                  : '平台未接入微信公众号。'}
            </p>
            {!bound && available && isInWeChat() && (
              <Button
                block
                color="primary"
                onClick={() => location.assign(weChatSignInUrl(location.pathname))}
              >
                绑定微信
              </Button>
            )}
            {bound && !asked && (
              <Button block color="danger" fill="outline" onClick={() => setAsked(true)}>
                解绑微信
              </Button>
            )}
            {bound && asked && (
              <Form
                className={css.unbind}
                form={form}
                layout="vertical"
                requiredMarkStyle="none"
                footer={
                  <>
                    <Button block color="danger" type="submit" loading={unbind.isPending}>
                      解绑微信
                    </Button>
                    <Button
                      block
                      disabled={unbind.isPending}
                      onClick={() => {
                        form.resetFields();
                        setAsked(false);
                      }}
                    >
                      取消
                    </Button>
                  </>
                }
                onFinish={(values) => void submit(values)}
              >
                <p>解绑后该微信不能再登录您的账号。</p>
                <Form.Item
                  name="password"
                  label="登录密码"
                  rules={[{ required: true, message: '请填写登录密码' }]}
                >
                  <Input
                    type="password"
                    placeholder="核实是您本人"
                    autoComplete="current-password"
                    maxLength={72}
                  />
                </Form.Item>
              </Form>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
