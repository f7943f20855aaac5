import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api, useMe, type Colleague } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  actsOn,
  HANDED_OVER,
  handOver,
  HANDOVER_TERMS,
  invite,
  INVITED,
  INVITED_PHONE,
  INVITE_START,
  INVITE_WAYS,
  inviteRoles,
  LINK_TITLE,
  linkOf,
  linkText,
  NO_ENTERPRISE,
  sentText,
  sentTo,
  toMeText,
  useAcceptance,
  useColleagues,
  useColleaguesChanged,
  useDeclineInvitation,
  useInvitationsToMe,
  useSentInvitations,
  useWithdrawInvitation,
  type ColleagueAct,
  type InviteForm,
} from '@/shared/members';
import { dateText, Empty, Loaded, Skeleton, StatusTag, Tag } from '@/shared/ui';
import type { Proofs } from '@/shared/security/secondFactor';
import { useCopy } from '@/shared/ui/useCopy';
import { FormDrawer, MainButton, ProofItems, useProblems } from '@/shared/ui/antd';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { Joining } from './Joining';
import css from './MembersPage.module.css';

/** 成员管理: the people of the enterprise; and the invitations of others to oneself. */
export default function MembersPage() {
  const { me, can } = useMe();
  const [inviting, setInviting] = useState(false);
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const manages = can('enterprise.members');
  const send = async (form: InviteForm, idempotencyKey: string) => {
    const { token, expiresAt } = await invite(form, idempotencyKey);
    void queries.invalidateQueries({ queryKey: ['members'] });
    if (!token) {
      void message.success(INVITED);
      return;
    }
    modal.success({
      title: LINK_TITLE,
      width: 560,
      okText: '关闭',
      keyboard: false,
      content: (
        <>
          <p>{linkText(expiresAt)}</p>
          <InvitationLink of={linkOf(token)} />
        </>
      ),
    });
  };
  return (
    <>
      <CenterHead
        title="成员管理"
        intro={
          me?.enterprise
            ? `${me.enterprise.name}的成员。成员可办理业务；管理成员、数据授权、更换静态码和出具报告由管理员办理。`
            : undefined
        }
        actions={manages && <MainButton onClick={() => setInviting(true)}>邀请同事</MainButton>}
      />
      <Stack>
        <ToMe />
        {me?.enterprise ? (
          <>
            <Members manages={manages} />
            {manages && <Sent />}
          </>
        ) : (
          <Panel>
            <Empty {...NO_ENTERPRISE}>
              <ButtonLink look="outline" to="/code/claim">
                领取企业码
              </ButtonLink>
            </Empty>
          </Panel>
        )}
      </Stack>
      <FormDrawer<InviteForm>
        open={inviting}
        title="邀请同事"
        submitText="邀请"
        initialValues={INVITE_START}
        onClose={() => setInviting(false)}
        onSubmit={send}
      >
        <Form.Item name="by" label="方式" required>
          <Radio.Group options={INVITE_WAYS} />
        </Form.Item>
        <Form.Item noStyle dependencies={['by']}>
          {({ getFieldValue }) =>
            getFieldValue('by') === 'phone' && (
              <Form.Item name="phone" label="手机号" rules={INVITED_PHONE}>
                <Input inputMode="numeric" maxLength={11} autoComplete="off" />
              </Form.Item>
            )
          }
        </Form.Item>
        <Form.Item name="role" label="角色" required>
          <Radio.Group options={inviteRoles()} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function Members({ manages }: { manages: boolean }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const changed = useColleaguesChanged();
  const [heir, setHeir] = useState<Colleague>();
  const query = useColleagues();
  const run = (act: ColleagueAct) =>
    modal.confirm({
      title: act.title,
      content: act.content,
      okText: act.text,
      okButtonProps: { danger: act.danger },
      cancelText: label('common', 'cancel'),
      onOk: () =>
        act.work().then(() => {
          if (!act.done) return location.assign('/center');
          void message.success(act.done);
          changed();
        }, problems),
    });
  return (
    <Panel title="成员" flush>
      <Loaded query={query} skeleton={<Skeleton lines={4} />}>
        {(people) => (
          <ul className={css.list}>
            {people.map((one) => (
              <li key={one.accountId}>
                <div>
                  <p className={css.name}>
                    {one.displayName} {one.self && <Tag tone="info">本人</Tag>}{' '}
                    {!one.enabled && <Tag tone="bad">账号已停用</Tag>}
                  </p>
                  <p className={css.facts}>
                    {label('role', one.role)}，{dateText(one.joinedAt)} 加入
                  </p>
                </div>
                <div className={css.actions} role="group" aria-label={`${one.displayName}的操作`}>
                  {manages && !one.self && (
                    <Button size="small" onClick={() => setHeir(one)}>
                      移交
                    </Button>
                  )}
                  {(manages || one.self) &&
                    actsOn(one).map((act) => (
                      <Button
                        key={act.key}
                        size={one.self ? undefined : 'small'}
                        danger={act.danger}
                        onClick={() => run(act)}
                      >
                        {act.text}
                      </Button>
                    ))}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {heir && (
        <FormDrawer<Proofs>
          open
          title={`将企业移交给${heir.displayName}`}
          submitText="确认移交"
          onClose={() => setHeir(undefined)}
          onSubmit={async (proofs) => {
            await handOver(heir, proofs);
            void message.success(HANDED_OVER);
            changed(true);
          }}
        >
          <p className={css.terms}>{HANDOVER_TERMS}</p>
          <ProofItems ask />
        </FormDrawer>
      )}
    </Panel>
  );
}

/** Invitations that the enterprise has made. */
function Sent() {
  const { message } = App.useApp();
  const problems = useProblems();
  const query = useSentInvitations();
  const withdraw = useWithdrawInvitation({
    onSuccess: () => void message.success('邀请已撤回'),
    onError: (error) => problems(error),
  });
  return (
    <Panel title="发出的邀请" flush>
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
    </Panel>
  );
}

function InvitationLink({ of: link }: { of: string }) {
  const { copied, copy, byHand } = useCopy(link);
  return (
    <>
      <Input.TextArea readOnly autoSize aria-label="邀请链接" value={link} />
      {copy && <Button onClick={copy}>{copied ? '已复制' : '复制链接'}</Button>}
      {byHand}
    </>
  );
}

/** Invitations to the owner of this account's phone; nothing where there are none. */
function ToMe() {
  const { message } = App.useApp();
  const problems = useProblems();
  const [joined, setJoined] = useState<{ id: string; name: string }>();
  const query = useInvitationsToMe();
  const accept = useAcceptance(
    async (id) => {
      const { enterpriseId } = await api.post('/api/user/my/invitations/{id}/acceptance', { path: { id } });
      setJoined({
        id: enterpriseId,
        name: query.data?.find((one) => one.id === id)?.enterpriseName ?? '企业',
      });
    },
    (error) => problems(error),
  );
  const decline = useDeclineInvitation({
    onSuccess: () => void message.success('已谢绝'),
    onError: (error) => problems(error),
  });
  if (joined) return <Joining enterpriseId={joined.id} name={joined.name} />;
  if (!query.data?.length) return null;
  return (
    <Panel title="邀请您加入的企业" flush>
      <ul className={css.list}>
        {query.data.map((one) => (
          <li key={one.id}>
            <div>
              <p className={css.name}>{one.enterpriseName}</p>
              <p className={css.facts}>{toMeText(one)}</p>
            </div>
            <div className={css.actions}>
              <Button
                type="primary"
                size="small"
                loading={accept.isPending}
                onClick={() => accept.mutate(one.id)}
              >
                加入
              </Button>
              <Button size="small" loading={decline.isPending} onClick={() => decline.mutate(one.id)}>
                谢绝
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
