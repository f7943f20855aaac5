import { Button, Toast } from 'antd-mobile';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { DemandClaim, MyDemand } from '@/shared/api';
import {
  canChoose,
  ClaimState,
  DemandState,
  guaranteeText,
  isEvaluated,
  chosenFirst,
  isOpenClaim,
  offerLines,
  shownText,
  showText,
  useMyDemand,
  useShowDemand,
  useWithdrawDemand,
} from '@/shared/demands';
import { Promised } from '@/shared/promise';
import { dateText, Definition, Empty, Loaded, Skeleton, termText, yuanAsWan } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { ActionBar, Body, LinkButton, Notice, Section } from '../../ui';
import { EvaluationLink } from '../evaluations/EvaluationLink';
import { ChooseOffer } from './ChooseOffer';

export default function DemandPage() {
  const { id = '' } = useParams();
  const query = useMyDemand(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(mine) => <Detail mine={mine} />}
    </Loaded>
  );
}

function Detail({ mine }: { mine: MyDemand }) {
  const { demand } = mine;
  const problems = useProblems();
  const withdraw = useWithdrawDemand(mine, {
    onSuccess: () => void Toast.show('需求已撤回'),
    onError: (error) => problems(error),
  });
  const ask = async () => {
    if (
      await confirmed({
        title: '撤回这项需求？',
        content: '撤回后银行的认领和报价一并失效，不能恢复。',
        confirmText: '撤回需求',
        cancelText: '不撤回',
        danger: true,
      })
    )
      await withdraw.mutateAsync().catch(() => undefined);
  };
  return (
    <>
      <Body>
        {demand.applicationId && <Notice>已选定报价并转为融资申请。</Notice>}
        {demand.applicationId && (
          <LinkButton look="main" to={`/my/applications/${demand.applicationId}`}>
            查看申请进度
          </LinkButton>
        )}
        {demand.claims.length ? (
          chosenFirst(demand.claims).map((claim) => <Claim key={claim.id} claim={claim} mine={mine} />)
        ) : (
          <Section title="银行认领">
            <Empty
              compact
              title={demand.status === 'OPEN' ? '暂无银行认领，有认领时会发消息' : '没有银行认领'}
            />
          </Section>
        )}
        <Section title="需求内容" more={<DemandState of={demand} />}>
          <Definition
            columns={1}
            items={[
              { label: '需求编号', value: demand.number },
              { label: '金额', value: yuanAsWan(demand.amount) },
              { label: '期限', value: termText(demand.termMonths) },
              { label: '用途', value: demand.purpose },
              { label: '可提供的担保', value: guaranteeText(demand.guarantees) },
              { label: '用款日期', value: dateText(demand.wantedOn) },
              { label: '截止日期', value: dateText(demand.expiresOn) },
              { label: '联系人', value: `${mine.contactName} ${mine.contactPhone ?? ''}` },
              { label: '补充说明', value: mine.note },
            ]}
          />
        </Section>
        {isEvaluated(demand) && <EvaluationLink of={demand.id} />}
      </Body>
      {demand.status === 'OPEN' && (
        <ActionBar>
          <Button color="danger" fill="outline" loading={withdraw.isPending} onClick={() => void ask()}>
            撤回需求
          </Button>
        </ActionBar>
      )}
    </>
  );
}

function Claim({ claim, mine }: { claim: DemandClaim; mine: MyDemand }) {
  const problems = useProblems();
  const [choosing, setChoosing] = useState(false);
  const show = useShowDemand(claim, {
    onSuccess: () => void Toast.show('已更新'),
    onError: (error) => problems(error),
  });
  const ask = async () => {
    const sure = await confirmed({
      content: claim.agreed
        ? `撤回后${claim.bankName}不能再查看本企业信息，已查看的内容不受影响。`
        : showText(claim.bankName),
      confirmText: claim.agreed ? '撤回同意' : '同意查看',
    });
    if (sure) await show.mutateAsync(!claim.agreed).catch(() => undefined);
  };
  const open = mine.demand.status === 'OPEN' && isOpenClaim(claim);
  return (
    <Section title={claim.bankName} more={<ClaimState of={claim} />}>
      <Definition
        columns={1}
        items={[
          ...offerLines(claim).map(([label, value]) => ({ label, value })),
          ...(claim.status === 'CLAIMED'
            ? [{ label: '承诺答复', value: <Promised promise={claim.promise} of="DEMAND" /> }]
            : []),
          ...(claim.giveBackReason ? [{ label: '退回原因', value: claim.giveBackReason }] : []),
          { label: '企业信息', value: shownText(claim) },
        ]}
      />
      {choosing && <ChooseOffer claim={claim} onClose={() => setChoosing(false)} />}
      {canChoose(mine, claim) && !choosing && (
        <Button
          block
          color="primary"
          aria-label={`选定这个报价：${claim.bankName}`}
          onClick={() => setChoosing(true)}
        >
          选定这个报价
        </Button>
      )}
      {open && (
        <Button block fill="outline" loading={show.isPending} onClick={() => void ask()}>
          {claim.agreed ? '撤回同意' : '同意该银行查看'}
        </Button>
      )}
    </Section>
  );
}
