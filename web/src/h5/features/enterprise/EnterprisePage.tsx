import { Button, Dialog, TextArea, Toast } from 'antd-mobile';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { useMe, type EnterpriseCode } from '@/shared/api';
import { useOwnCode } from '@/shared/code/ownCode';
import {
  certificationSteps,
  UNBIND_WARNING,
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
import { useProblems } from '@/shared/ui/mobile';
import { Body, Row, Section } from '../../ui';
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
          { label: '认证人', value: code.certifierName },
          { label: '认证时间', value: dateTimeText(code.certifiedAt) },
        ]}
      />
    </Section>
  );
}

/** For who has certified the enterprise alone: nobody else could say who answers for it then. */
function Unbind({ code }: { code: EnterpriseCode }) {
  const { me } = useMe();
  const navigate = useNavigate();
  const problems = useProblems();
  const reason = useRef('');
  const unbind = useUnbind(code, {
    onSuccess: () => {
      Toast.show('已解绑');
      void navigate('/my/claims', { replace: true });
    },
  });
  if (me?.accountId !== code.certifierId || code.status === 'REVOKED') return null;
  const ask = () => {
    reason.current = '';
    const dialog = Dialog.show({
      title: '解绑企业',
      content: (
        <>
          <p>{UNBIND_WARNING}</p>
          <label className={css.label} htmlFor="unbind-reason">
            解绑原因
          </label>
          <TextArea
            id="unbind-reason"
            maxLength={200}
            showCount
            rows={3}
            onChange={(text) => (reason.current = text)}
          />
        </>
      ),
      actions: [
        [
          { key: 'keep', text: '取消', onClick: () => dialog.close() },
          {
            key: 'unbind',
            text: '确认解绑',
            bold: true,
            danger: true,
            onClick: () => {
              const given = reason.current.trim();
              if (!given) return void Toast.show('请填写解绑原因');
              dialog.close();
              unbind.mutateAsync(given).catch(problems);
            },
          },
        ],
      ],
    });
  };
  return (
    <Button block color="danger" fill="outline" loading={unbind.isPending} onClick={ask}>
      解绑企业
    </Button>
  );
}
