import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Space, Toast } from 'antd-mobile';
import { api, useSubmit } from '@/shared/api';
import { useSwitchEnterprise } from '@/shared/enterprise';
import {
  invite,
  INVITED,
  INVITED_PHONE,
  INVITE_START,
  INVITE_WAYS,
  inviteRoles,
  LINK_TITLE,
  linkOf,
  linkText,
  sentText,
  sentTo,
  toMeText,
  useAcceptance,
  useDeclineInvitation,
  useInvitationsToMe,
  useSentInvitations,
  useWithdrawInvitation,
  type InviteForm,
} from '@/shared/members';
import { Empty, Loaded, StatusTag } from '@/shared/ui';
import { Sheet, tell, useProblems } from '@/shared/ui/mobile';
import { useCopy } from '@/shared/ui/useCopy';
import { Section } from '../../ui';
import css from './MembersPage.module.css';

export function Invite({ onClose }: { onClose: () => void }) {
  const problems = useProblems();
  const queries = useQueryClient();
  const [form] = Form.useForm<InviteForm>();
  const by = Form.useWatch('by', form);
  const sending = useSubmit(invite, {
    onSuccess: ({ token, expiresAt }) => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      onClose();
      if (!token) return void Toast.show(INVITED);
      void tell({
        title: LINK_TITLE,
        confirmText: '关闭',
        content: (
          <>
            <p>{linkText(expiresAt)}</p>
            <InvitationLink of={linkOf(token)} />
          </>
        ),
      });
    },
    onError: (error) => problems(error),
  });
  return (
    <Sheet title="邀请同事" onClose={onClose} changed={() => form.isFieldsTouched()}>
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        initialValues={INVITE_START}
        onFinish={(values) => sending.mutate(values as InviteForm)}
        footer={
          <Button block color="primary" size="large" type="submit" loading={sending.isPending}>
            邀请
          </Button>
        }
      >
        <Form.Item name="by" label="方式">
          <Choice of={INVITE_WAYS} />
        </Form.Item>
        {by === 'phone' && (
          <Form.Item name="phone" label="手机号" rules={INVITED_PHONE}>
            <Input id="phone" inputMode="numeric" maxLength={11} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="role" label="角色">
          <Choice of={inviteRoles()} />
        </Form.Item>
      </Form>
    </Sheet>
  );
}

/** One below the other; the form gives it the value. */
function Choice({ of: options, ...control }: { of: { value: string; label: string }[] }) {
  return (
    <Radio.Group {...control}>
      <Space direction="vertical">
        {options.map(({ value, label }) => (
          <Radio key={value} value={value}>
            {label}
          </Radio>
        ))}
      </Space>
    </Radio.Group>
  );
}

/** Invitations that the enterprise has made. */
export function Sent() {
  const problems = useProblems();
  const query = useSentInvitations();
  const withdraw = useWithdrawInvitation({
    onSuccess: () => Toast.show('邀请已撤回'),
    onError: (error) => problems(error),
  });
  return (
    <Section title="发出的邀请" flush>
      <Loaded query={query} compact>
        {(list) =>
          list.length ? (
            <ul className={css.list}>
              {list.map((one) => (
                <li key={one.id}>
                  <div>
                    <p className={css.name}>
                      {sentTo(one)} <StatusTag of="invitationState" value={one.state} />
                    </p>
                    <p className={css.facts}>{sentText(one)}</p>
                  </div>
                  {one.state === 'OPEN' && (
                    <Button
                      size="small"
                      aria-label={`撤回 ${sentTo(one)} 的邀请`}
                      loading={withdraw.isPending && withdraw.variables === one.id}
                      onClick={() => withdraw.mutate(one.id)}
                    >
                      撤回
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          ) : (
            <Empty compact title="没有发出的邀请" />
          )
        }
      </Loaded>
    </Section>
  );
}

function InvitationLink({ of: link }: { of: string }) {
  const { copied, copy, byHand } = useCopy(link);
  return (
    <>
      <textarea readOnly rows={3} className={css.link} aria-label="邀请链接" value={link} />
      {copy && (
        <Button size="small" onClick={copy}>
          {copied ? '已复制' : '复制链接'}
        </Button>
      )}
      {byHand}
    </>
  );
}

/** Invitations to the owner of this account's phone; nothing where there are none. */
export function ToMe() {
  const problems = useProblems();
  const switchTo = useSwitchEnterprise('/m/me');
  const query = useInvitationsToMe();
  const accept = useAcceptance(
    async (id) => {
      const { enterpriseId } = await api.post('/api/user/my/invitations/{id}/acceptance', { path: { id } });
      await switchTo(enterpriseId).catch(problems);
    },
    (error) => problems(error),
  );
  const decline = useDeclineInvitation({
    onSuccess: () => Toast.show('已谢绝'),
    onError: (error) => problems(error),
  });
  if (!query.data?.length) return null;
  return (
    <Section title="邀请您加入的企业" flush>
      <ul className={css.list}>
        {query.data.map((one) => (
          <li key={one.id}>
            <div>
              <p className={css.name}>{one.enterpriseName}</p>
              <p className={css.facts}>{toMeText(one)}</p>
            </div>
            <Space>
              <Button
                size="small"
                color="primary"
                loading={accept.isPending}
                onClick={() => accept.mutate(one.id)}
              >
                加入
              </Button>
              <Button size="small" loading={decline.isPending} onClick={() => decline.mutate(one.id)}>
                谢绝
              </Button>
            </Space>
          </li>
        ))}
      </ul>
    </Section>
  );
}
