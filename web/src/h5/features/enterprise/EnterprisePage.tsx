import { Button, Toast } from 'antd-mobile';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { problemText, useMe, type EnterpriseCode } from '@/shared/api';
import { useOwnCode } from '@/shared/code/ownCode';
import {
  certificationSteps,
  UNBIND_WARNING,
  UNBOUND_ALREADY,
  useCertifications,
  useMyEnterprise,
  useUnbind,
} from '@/shared/enterprise';
import {
  dateText,
  dateTimeText,
  Definition,
  DemoTag,
  Loaded,
  Skeleton,
  StatusTag,
  Timeline,
  Uscc,
  wan,
} from '@/shared/ui';
import { Question, tell } from '@/shared/ui/mobile';
import { LEAST_HINT, tooFewWords } from '@/shared/ui/reasons';
import { Body, Row, Section } from '../../ui';
import { Words } from '../../ui/Words';
import css from './EnterprisePage.module.css';

/** 企业信息: what the register says, the certification and what became of it. */
export default function EnterprisePage() {
  const enterprise = useMyEnterprise();
  const code = useOwnCode(true);
  const history = useCertifications();
  return (
    <Body>
      <Loaded query={enterprise} skeleton={<Skeleton lines={6} />}>
        {(own) => (
          <Section
            title={
              <>
                {own.name} {own.demo && <DemoTag />}
              </>
            }
          >
            <Definition
              columns={1}
              items={[
                { label: '统一社会信用代码', value: <Uscc of={own.uscc} /> },
                { label: '法定代表人', value: own.legalRep },
                { label: '注册资本', value: wan(own.registeredCapital) },
                { label: '成立日期', value: dateText(own.establishedOn) },
                { label: '住所', value: own.address },
              ]}
            />
          </Section>
        )}
      </Loaded>
      <Loaded query={code} compact skeleton={<Skeleton lines={4} />}>
        {(own) => <Certified code={own} />}
      </Loaded>
      <Section flush>
        <Row to="/my/profile" icon="profile" title="完善资料" note="资料越全，匹配越准" />
        <Row
          to="/claim?again"
          icon="refresh"
          title="重新认证"
          note="法定代表人、经办人或授权书有变化时办理"
        />
        <Row to="/claim" icon="plus" title="添加企业认证" note="一个账号可认证多家企业" />
        <Row to="/my/claims" icon="claim" title="领码记录" />
      </Section>
      <Section title="认证记录">
        <Loaded query={history} compact skeleton={<Skeleton lines={4} />}>
          {(steps) => <Timeline steps={certificationSteps(steps)} />}
        </Loaded>
      </Section>
      {code.data && <Unbind code={code.data} />}
    </Body>
  );
}

function Certified({ code }: { code: EnterpriseCode }) {
  return (
    <Section title="企业认证" more={<StatusTag of="codeStatus" value={code.status} />}>
      <Definition
        columns={1}
        items={[
          { label: '企业码编号', value: code.number },
          ...(code.level === 'NORMAL'
            ? []
            : [{ label: '级别', value: <StatusTag of="codeLevel" value={code.level} /> }]),
          ...(code.levelReason ? [{ label: '级别依据', value: code.levelReason }] : []),
          { label: '认证人', value: code.certifierName },
          { label: '认证时间', value: dateTimeText(code.certifiedAt) },
        ]}
      />
    </Section>
  );
}

/** For the administrator who has certified the enterprise alone: nobody else could say who answers for it then. */
function Unbind({ code }: { code: EnterpriseCode }) {
  const { me, can } = useMe();
  const navigate = useNavigate();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const unbind = useUnbind(code, {
    onSuccess: (already) => {
      if (already) void tell({ title: '该企业已解绑', content: UNBOUND_ALREADY, confirmText: '知道了' });
      else Toast.show('已解绑');
      void navigate('/my/claims', { replace: true });
    },
  });
  if (me?.accountId !== code.certifierId || !can('code.own.manage') || code.status === 'REVOKED') return null;
  const ask = () => {
    setReason('');
    setProblem(undefined);
    setAsking(true);
  };
  const send = async () => {
    const given = reason.trim();
    const wrong = given ? tooFewWords('解绑原因', given) : '请填写解绑原因';
    setProblem(wrong);
    if (!wrong) await unbind.mutateAsync(given).catch((error: unknown) => setProblem(problemText(error)));
  };
  return (
    <>
      <Button block color="danger" fill="outline" onClick={ask}>
        解绑企业
      </Button>
      {asking && (
        <Question
          title={`解绑 ${code.enterpriseName}`}
          confirmText="确认解绑"
          cancelText="不解绑"
          danger
          // It stays: what stands against it is read where it was asked.
          onConfirm={send}
          onClose={() => setAsking(false)}
        >
          <p>{UNBIND_WARNING}</p>
          <label className={css.label} htmlFor={id}>
            解绑原因
          </label>
          <div className="zq-fields">
            <Words
              id={id}
              maxLength={200}
              rows={3}
              value={reason}
              placeholder={LEAST_HINT}
              disabled={unbind.isPending}
              onChange={setReason}
            />
          </div>
          {problem && (
            <p className={css.problem} role="alert">
              {problem}
            </p>
          )}
        </Question>
      )}
    </>
  );
}
