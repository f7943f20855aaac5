import { useMutation } from '@tanstack/react-query';
import { Button, Form, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useMe, type Colleague } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  actsOn,
  HANDED_OVER,
  handOver,
  HANDOVER_TERMS,
  NO_ENTERPRISE,
  useColleagues,
  useColleaguesChanged,
  type ColleagueAct,
} from '@/shared/members';
import type { Proofs } from '@/shared/security/secondFactor';
import { dateText, Empty, Loaded, Skeleton, Tag } from '@/shared/ui';
import { ActionSheet, confirmed, Sheet, useProblems } from '@/shared/ui/mobile';
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
          <Empty compact {...NO_ENTERPRISE}>
            <LinkButton to="/claim">领取企业码</LinkButton>
          </Empty>
        </Section>
      )}
      {inviting && <Invite onClose={() => setInviting(false)} />}
    </Body>
  );
}

function Members({ manages }: { manages: boolean }) {
  const problems = useProblems();
  const changed = useColleaguesChanged();
  const [chosen, setChosen] = useState<Colleague>();
  const [heir, setHeir] = useState<Colleague>();
  const query = useColleagues();
  const run = async (act: ColleagueAct) => {
    const sure = await confirmed({
      title: act.title,
      content: act.content,
      confirmText: act.text,
      cancelText: label('common', 'cancel'),
    });
    if (!sure) return;
    await act.work().then(() => {
      if (!act.done) return location.assign('/m/me');
      Toast.show(act.done);
      changed();
    }, problems);
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
                    actsOn(one).map((act) => (
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
      {chosen && (
        <ActionSheet
          title={`${chosen.displayName}的操作`}
          actions={[
            ...actsOn(chosen).map((act) => ({ ...act, onClick: () => void run(act) })),
            { key: 'handover', text: '移交管理员', onClick: () => setHeir(chosen) },
          ]}
          onClose={() => setChosen(undefined)}
        />
      )}
      {heir && (
        <Handover
          to={heir}
          onClose={() => setHeir(undefined)}
          onDone={() => {
            Toast.show(HANDED_OVER);
            changed(true);
          }}
        />
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
    <Sheet title={`将企业移交给${to.displayName}`} onClose={onClose} changed={() => form.isFieldsTouched()}>
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
        <p className={css.terms}>{HANDOVER_TERMS}</p>
        <ProofItems />
      </Form>
    </Sheet>
  );
}
