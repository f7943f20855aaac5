import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { api, ME, useMe, type Colleague, type ColleagueRole } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  handOver,
  HANDOVER_TERMS,
  MEMBER_ROLES,
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
import { dateText, dateTimeText, Empty, Loaded, PHONE, Skeleton, StatusTag, Tag } from '@/shared/ui';
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
  const refresh = () => queries.invalidateQueries({ queryKey: ['members'] });
  const invite = async ({ by, phone, role }: InviteForm, idempotencyKey: string) => {
    const { token, expiresAt } = await api.post('/api/user/my/enterprise/invitations', {
      idempotencyKey,
      body: { role, phone: by === 'phone' ? phone : undefined },
    });
    void refresh();
    if (!token) {
      void message.success('邀请已发出。对方用该手机号登录后，在“成员管理”中接受');
      return;
    }
    modal.success({
      title: '请把链接发给受邀的同事',
      width: 560,
      okText: '关闭',
      content: (
        <>
          <p>
            对方登录或注册后打开链接即可加入。链接只显示这一次，只能使用一次，{dateTimeText(expiresAt)}{' '}
            前有效。
          </p>
          <InvitationLink of={`${location.origin}/join#${token}`} />
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
            <Empty title="您还没有加入企业" hint="领取企业码后成为企业管理员；或请企业管理员邀请您加入">
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
        initialValues={{ by: 'link', role: 'ENTERPRISE_MEMBER' }}
        onClose={() => setInviting(false)}
        onSubmit={invite}
      >
        <Form.Item name="by" label="方式" required>
          <Radio.Group
            options={[
              { value: 'link', label: '一次性链接（3 天有效）' },
              { value: 'phone', label: '手机号（7 天有效）' },
            ]}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['by']}>
          {({ getFieldValue }) =>
            getFieldValue('by') === 'phone' && (
              <Form.Item
                name="phone"
                label="手机号"
                rules={[
                  { required: true, message: '请填写手机号' },
                  { pattern: PHONE, message: '请填写 11 位手机号' },
                ]}
              >
                <Input inputMode="numeric" maxLength={11} autoComplete="off" />
              </Form.Item>
            )
          }
        </Form.Item>
        <Form.Item name="role" label="角色" required>
          <Radio.Group options={MEMBER_ROLES.map((value) => ({ value, label: label('role', value) }))} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function Members({ manages }: { manages: boolean }) {
  const { modal, message } = App.useApp();
  const problems = useProblems();
  const queries = useQueryClient();
  const [heir, setHeir] = useState<Colleague>();
  const query = useQuery({
    queryKey: ['members', 'list'],
    queryFn: ({ signal }) => api.get('/api/user/my/enterprise/members', { signal }),
  });
  const done = (text: string, ownChanged = false) => {
    void message.success(text);
    // Who administers no more may not ask for the invitations that were sent.
    void queries.invalidateQueries({ queryKey: ownChanged ? ['members', 'list'] : ['members'] });
    if (ownChanged) {
      void queries.invalidateQueries({ queryKey: ME });
      void queries.invalidateQueries({ queryKey: ['own-enterprises'] });
    }
  };
  const ask = (
    title: string,
    content: string,
    okText: string,
    work: () => Promise<unknown>,
    then: () => void,
    danger = false,
  ) =>
    modal.confirm({
      title,
      content,
      okText,
      okButtonProps: { danger },
      cancelText: label('common', 'cancel'),
      onOk: () => work().then(then, problems),
    });
  const at = (one: Colleague) => ({ path: { accountId: one.accountId } });
  const give = (one: Colleague, role: ColleagueRole) =>
    ask(
      `将${one.displayName}设为${label('role', role)}？`,
      role === 'ENTERPRISE_ADMIN'
        ? '管理员可以邀请、移出成员并授予角色。'
        : '不能再管理成员、授权数据，仍可办理业务。',
      '确定',
      () => api.put('/api/user/my/enterprise/members/{accountId}/role', { ...at(one), body: { role } }),
      () => done('角色已调整，数秒内生效', one.self),
    );
  const remove = (one: Colleague) =>
    ask(
      `移出${one.displayName}？`,
      '移出后数秒内不能再代表企业办理业务，已提交的业务不受影响。',
      '移出',
      () => api.delete('/api/user/my/enterprise/members/{accountId}', at(one)),
      () => done('已移出', one.self),
      true,
    );
  const leave = () =>
    ask(
      '退出该企业？',
      '退出后不能再代表该企业办理业务，如需恢复请企业管理员重新邀请。',
      '退出',
      () => api.post('/api/user/my/enterprise/leave', {}),
      () => location.assign('/center'),
      true,
    );
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
                    <>
                      {one.role === 'ENTERPRISE_ADMIN' ? (
                        <Button size="small" onClick={() => give(one, 'ENTERPRISE_MEMBER')}>
                          设为成员
                        </Button>
                      ) : (
                        <Button size="small" onClick={() => give(one, 'ENTERPRISE_ADMIN')}>
                          设为管理员
                        </Button>
                      )}
                      <Button size="small" onClick={() => setHeir(one)}>
                        移交
                      </Button>
                      <Button size="small" danger onClick={() => remove(one)}>
                        移出
                      </Button>
                    </>
                  )}
                  {one.self && (
                    <Button danger onClick={leave}>
                      退出企业
                    </Button>
                  )}
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
            done('管理员已移交', true);
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
  const { copied, copy } = useCopy(link);
  return (
    <>
      <Input.TextArea readOnly autoSize aria-label="邀请链接" value={link} />
      {copy && <Button onClick={copy}>{copied ? '已复制' : '复制链接'}</Button>}
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
