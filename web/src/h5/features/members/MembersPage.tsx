import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ActionSheet, Button, Dialog, Form, Popup, Toast } from 'antd-mobile';
import { useState } from 'react';
import { api, ME, useMe, type Colleague, type ColleagueRole } from '@/shared/api';
import { label } from '@/shared/i18n';
import { handOver, HANDOVER_TERMS } from '@/shared/members';
import type { Proofs } from '@/shared/security/secondFactor';
import { dateText, Empty, Loaded, Skeleton, Tag } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, LinkButton, Section } from '../../ui';
import { ProofItems } from '../../ui/ProofItems';
import css from './MembersPage.module.css';
import { Invite, Sent, ToMe } from './Invitations';

/** 成员管理 on the phone: the people of the enterprise; and the invitations of others to oneself. */
export default function MembersPage() {
  const { me, can } = useMe();
  const [inviting, setInviting] = useState(false);
  const manages = can('enterprise.members');
  return (
    <Body>
      <ToMe />
      {me?.enterprise ? (
        <>
          <Members manages={manages} />
          {manages && (
            <Button block color="primary" size="large" onClick={() => setInviting(true)}>
              邀请同事
            </Button>
          )}
          {manages && <Sent />}
        </>
      ) : (
        <Section>
          <Empty compact title="您还没有加入企业" hint="领取企业码后成为企业管理员；或请企业管理员邀请您加入">
            <LinkButton to="/claim">领取企业码</LinkButton>
          </Empty>
        </Section>
      )}
      <Invite open={inviting} onClose={() => setInviting(false)} />
    </Body>
  );
}

interface Act {
  key: string;
  text: string;
  danger?: boolean;
  /** What is asked before. */
  title: string;
  content: string;
  work: () => Promise<unknown>;
  done: () => void;
}

function Members({ manages }: { manages: boolean }) {
  const problems = useProblems();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Colleague>();
  const [heir, setHeir] = useState<Colleague>();
  const query = useQuery({
    queryKey: ['members', 'list'],
    queryFn: ({ signal }) => api.get('/api/user/my/enterprise/members', { signal }),
  });
  const done = (text: string, ownChanged = false) => {
    Toast.show(text);
    // Who administers no more may not ask for the invitations that were sent.
    void queries.invalidateQueries({ queryKey: ownChanged ? ['members', 'list'] : ['members'] });
    if (ownChanged) {
      void queries.invalidateQueries({ queryKey: ME });
      void queries.invalidateQueries({ queryKey: ['own-enterprises'] });
    }
  };
  const run = async (act: Act) => {
    const sure = await Dialog.confirm({
      title: act.title,
      content: act.content,
      confirmText: act.text,
      cancelText: label('common', 'cancel'),
    });
    if (sure) await act.work().then(act.done, problems);
  };
  return (
    <Section title="成员" flush>
      <Loaded query={query} compact skeleton={<Skeleton lines={4} />}>
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
                {one.self
                  ? // The only thing that one can do with oneself says so itself.
                    actsOn(one, done).map((act) => (
                      <Button key={act.key} size="small" onClick={() => void run(act)}>
                        {act.text}
                      </Button>
                    ))
                  : manages && (
                      <Button
                        size="small"
                        aria-label={`${one.displayName}的操作`}
                        onClick={() => setChosen(one)}
                      >
                        操作
                      </Button>
                    )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <ActionSheet
        visible={!!chosen}
        extra={chosen?.displayName}
        cancelText={label('common', 'cancel')}
        actions={[
          ...(chosen ? actsOn(chosen, done) : []).map((act) => ({
            key: act.key,
            text: act.text,
            danger: act.danger,
            onClick: () => {
              setChosen(undefined);
              void run(act);
            },
          })),
          {
            key: 'handover',
            text: '移交管理员',
            onClick: () => {
              setChosen(undefined);
              setHeir(chosen);
            },
          },
        ]}
        onClose={() => setChosen(undefined)}
      />
      {heir && (
        <Handover to={heir} onClose={() => setHeir(undefined)} onDone={() => done('管理员已移交', true)} />
      )}
    </Section>
  );
}

/** Asks for what proves that it is the administrator who hands the enterprise over. */
function Handover({ to, onClose, onDone }: { to: Colleague; onClose: () => void; onDone: () => void }) {
  const problems = useProblems();
  const [form] = Form.useForm<Proofs>();
  const give = useMutation({
    mutationFn: (proofs: Proofs) => handOver(to, proofs),
    onSuccess: () => {
      onClose();
      onDone();
    },
    onError: (error) => problems(error, form),
  });
  return (
    <Popup visible onClose={onClose} onMaskClick={onClose} showCloseButton>
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        onFinish={(proofs: Proofs) => give.mutate(proofs)}
        footer={
          <Button block color="primary" size="large" type="submit" loading={give.isPending}>
            确认移交
          </Button>
        }
      >
        <Form.Header>将企业移交给{to.displayName}</Form.Header>
        <p className={css.terms}>{HANDOVER_TERMS}</p>
        <ProofItems />
      </Form>
    </Popup>
  );
}

/** What may be done with somebody after one question: oneself can only leave. */
function actsOn(one: Colleague, done: (text: string, ownChanged?: boolean) => void): Act[] {
  const at = { path: { accountId: one.accountId } };
  if (one.self)
    return [
      {
        key: 'leave',
        text: '退出企业',
        danger: true,
        title: '退出该企业？',
        content: '退出后不能再代表该企业办理业务，如需恢复请企业管理员重新邀请。',
        work: () => api.post('/api/user/my/enterprise/leave', {}),
        done: () => location.assign('/m/me'),
      },
    ];
  const role: ColleagueRole = one.role === 'ENTERPRISE_ADMIN' ? 'ENTERPRISE_MEMBER' : 'ENTERPRISE_ADMIN';
  return [
    {
      key: 'role',
      text: role === 'ENTERPRISE_ADMIN' ? '设为管理员' : '设为成员',
      title: `将${one.displayName}设为${label('role', role)}？`,
      content:
        role === 'ENTERPRISE_ADMIN'
          ? '管理员可以邀请、移出成员并授予角色。'
          : '不能再管理成员、授权数据，仍可办理业务。',
      work: () => api.put('/api/user/my/enterprise/members/{accountId}/role', { ...at, body: { role } }),
      done: () => done('角色已调整，数秒内生效'),
    },
    {
      key: 'remove',
      text: '移出',
      danger: true,
      title: `移出${one.displayName}？`,
      content: '移出后数秒内不能再代表企业办理业务，已提交的业务不受影响。',
      work: () => api.delete('/api/user/my/enterprise/members/{accountId}', at),
      done: () => done('已移出'),
    },
  ];
}
