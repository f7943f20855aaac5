import { Button, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useMe, type Claim } from '@/shared/api';
import {
  afterClaimSubmitted,
  canShowCode,
  ClaimProgress,
  ClaimReadings,
  CONSENTS_STAY,
  consentsText,
  isEvaluated,
  useMyClaim,
  useWithdrawClaim,
  CLAIM_STEPS,
} from '@/shared/claims';
import { useWaits } from '@/shared/evaluations';
import { willBe } from '@/shared/promise';
import { dateTimeText, Definition, Loaded, Skeleton, StatusTag, Uscc } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { ActionBar, Body, LinkButton, Notice, Section } from '../../ui';
import { isJustSubmitted } from '../me/AfterSubmission';
import { Submitted } from '../me/Submitted';

export default function ClaimDetailPage() {
  const { id = '' } = useParams();
  const query = useMyClaim(id);
  const { state } = useLocation();
  const [done, setDone] = useState(isJustSubmitted(state));
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {(claim) => (done ? <Done claim={claim} onGoOn={() => setDone(false)} /> : <Detail claim={claim} />)}
    </Loaded>
  );
}

function Done({ claim, onGoOn }: { claim: Claim; onGoOn: () => void }) {
  return (
    <Submitted
      steps={CLAIM_STEPS}
      items={[
        { label: '申请编号', value: <span className="zq-num">{claim.number}</span> },
        { label: '企业', value: claim.enterpriseName },
        { label: '提交时间', value: <span className="zq-whole">{dateTimeText(claim.submittedAt)}</span> },
      ]}
      promised={willBe(claim.promise, 'CLAIM')}
      next={afterClaimSubmitted(claim)}
    >
      <Button
        block
        color="primary"
        onClick={() => {
          window.scrollTo(0, 0);
          onGoOn();
        }}
      >
        查看进度
      </Button>
      <LinkButton to="/" replace>
        返回首页
      </LinkButton>
    </Submitted>
  );
}

function Detail({ claim }: { claim: Claim }) {
  const { me } = useMe();
  const waits = useWaits(claim.id, isEvaluated(claim));
  const problems = useProblems();
  const navigate = useNavigate();
  const withdraw = useWithdrawClaim(claim, {
    onSuccess: () => void Toast.show('申请已撤回'),
    onError: (error) => problems(error),
  });
  const ask = async () => {
    if (
      await confirmed({
        title: '撤回这次领码申请？',
        content: '撤回后可以重新申请。',
        confirmText: '撤回申请',
        cancelText: '不撤回',
        danger: true,
      })
    )
      await withdraw.mutateAsync().catch(() => undefined);
  };
  const action =
    claim.status === 'RETURNED' ? (
      <Button color="primary" onClick={() => void navigate(`/claim?returned=${claim.id}`)}>
        补正后重新提交
      </Button>
    ) : canShowCode(claim, me?.enterprise) ? (
      <Button color="primary" onClick={() => void navigate('/my/code')}>
        出示企业码
      </Button>
    ) : claim.status === 'REJECTED' || claim.status === 'WITHDRAWN' ? (
      <Button color="primary" onClick={() => void navigate('/claim')}>
        重新认证
      </Button>
    ) : undefined;
  return (
    <>
      <Body>
        {claim.reason && <Notice tone="wait">审核意见：{claim.reason}</Notice>}
        <Section title="办理进度">
          <ClaimProgress of={claim} />
          <ClaimReadings of={claim} />
        </Section>
        <Section title={claim.enterpriseName} more={<StatusTag of="claimStatus" value={claim.status} />}>
          <Definition
            columns={1}
            items={[
              { label: '申请编号', value: claim.number },
              { label: '申请类型', value: claim.kind === 'RENEWAL' ? '重新认证' : '首次认证' },
              { label: '统一社会信用代码', value: <Uscc of={claim.uscc} /> },
              ...(claim.kind === 'RENEWAL' ? [] : issued(claim)),
              { label: '提交时间', value: dateTimeText(claim.submittedAt) },
              ...(claim.decidedAt ? [{ label: '审核时间', value: dateTimeText(claim.decidedAt) }] : []),
              { label: '法定代表人', value: claim.legalRepName },
              { label: '经办人', value: `${claim.agentName} ${claim.agentPhone}` },
              { label: '授权书', value: claim.letterFile.name },
              {
                label: '授权类别',
                value:
                  claim.kind === 'RENEWAL' ? CONSENTS_STAY : consentsText(claim.consents, claim.scanners),
              },
            ]}
          />
        </Section>
        {waits && <LinkButton to={`/my/evaluations/${claim.id}`}>评价办理情况</LinkButton>}
        {claim.status === 'SUBMITTED' && (
          <Button block color="danger" fill="outline" loading={withdraw.isPending} onClick={() => void ask()}>
            撤回申请
          </Button>
        )}
      </Body>
      {action && <ActionBar>{action}</ActionBar>}
    </>
  );
}

/** Of the code that came of it, nothing before it did. */
const issued = ({ codeNumber, codeIssuedAt }: Claim) => [
  ...(codeNumber ? [{ label: '企业码编号', value: codeNumber }] : []),
  ...(codeIssuedAt ? [{ label: '领取时间', value: dateTimeText(codeIssuedAt) }] : []),
];
