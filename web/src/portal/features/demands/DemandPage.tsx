import { App, Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { DemandClaim, MyDemand } from '@/shared/api';
import {
  canChoose,
  chosenFirst,
  ClaimState,
  DemandState,
  guaranteeText,
  isEvaluated,
  isOpenClaim,
  offerLines,
  shownText,
  showText,
  useMyDemand,
  useShowDemand,
  useWithdrawDemand,
} from '@/shared/demands';
import { Promised } from '@/shared/promise';
import {
  dateText,
  dateTimeText,
  Definition,
  Empty,
  Loaded,
  PlainTable,
  Skeleton,
  termText,
  useMedia,
  yuanAsWan,
} from '@/shared/ui';
import { ScrollRegion, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { EvaluationLink } from '../evaluations/EvaluationLink';
import { ChooseDrawer } from './ChooseDrawer';

export default function DemandPage() {
  const { id = '' } = useParams();
  const query = useMyDemand(id);
  return (
    <Loaded page query={query} skeleton={<Skeleton lines={10} />}>
      {(mine) => <Detail mine={mine} />}
    </Loaded>
  );
}

function Detail({ mine }: { mine: MyDemand }) {
  const { demand } = mine;
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const [choosing, setChoosing] = useState<DemandClaim>();
  const phone = useMedia('(max-width: 639px)');
  const withdraw = useWithdrawDemand(mine, {
    onSuccess: () => void message.success('需求已撤回'),
    onError: (error) => problems(error),
  });
  const offers = chosenFirst(demand.claims.filter(({ offer }) => offer));
  return (
    <>
      <CenterHead
        title={`融资 ${yuanAsWan(demand.amount)}`}
        intro={
          <>
            需求编号 <span className="zq-num">{demand.number}</span>
          </>
        }
        actions={
          <>
            <ButtonLink look="plain" small to="/center/demands">
              返回列表
            </ButtonLink>
            {isEvaluated(demand) && <EvaluationLink of={demand.id} />}
            {demand.status === 'OPEN' && (
              <Button
                danger
                loading={withdraw.isPending}
                onClick={() =>
                  modal.confirm({
                    title: '撤回这项需求？',
                    content: '撤回后银行的认领和报价一并失效，不能恢复。',
                    okText: '撤回需求',
                    okButtonProps: { danger: true },
                    cancelText: '不撤回',
                    onOk: () => withdraw.mutateAsync().catch(() => undefined),
                  })
                }
              >
                撤回需求
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {demand.applicationId && (
          <Notice tone="good">
            <p>已选定报价并转为融资申请，审批和放款在申请中办理。</p>
            <ButtonLink look="main" small to={`/center/applications/${demand.applicationId}`}>
              查看申请进度
            </ButtonLink>
          </Notice>
        )}
        {offers.length > 0 && (
          <Panel title="报价比较">
            {phone ? (
              <PlainTable
                named
                head={['银行', '状态', ...offerLines(offers[0]!).map(([name]) => name)]}
                rows={offers.map((claim) => [
                  claim.bankName,
                  <ClaimState key="state" of={claim} />,
                  ...offerLines(claim).map(([, said]) => said),
                ])}
              />
            ) : (
              <ScrollRegion name="报价比较">
                <PlainTable
                  head={['', ...offers.map(({ bankName }) => bankName)]}
                  rows={[
                    ['状态', ...offers.map((claim) => <ClaimState key={claim.id} of={claim} />)],
                    ...offerLines(offers[0]!).map(([name], at) => [
                      name,
                      ...offers.map((claim) => offerLines(claim)[at]?.[1]),
                    ]),
                  ]}
                />
              </ScrollRegion>
            )}
          </Panel>
        )}
        <Panel title="银行认领">
          {demand.claims.length ? (
            <Stack>
              {chosenFirst(demand.claims).map((claim) => (
                <Claim key={claim.id} claim={claim} mine={mine} onChoose={() => setChoosing(claim)} />
              ))}
            </Stack>
          ) : (
            <Empty
              compact
              title={demand.status === 'OPEN' ? '暂无银行认领，有认领时会发消息' : '没有银行认领'}
            />
          )}
        </Panel>
        <Panel title="需求内容" more={<DemandState of={demand} />}>
          <Definition
            items={[
              { label: '金额', value: yuanAsWan(demand.amount) },
              { label: '期限', value: termText(demand.termMonths) },
              { label: '用途', value: demand.purpose },
              { label: '可提供的担保', value: guaranteeText(demand.guarantees) },
              { label: '用款日期', value: dateText(demand.wantedOn) },
              { label: '发布时间', value: dateTimeText(demand.postedAt) },
              { label: '截止日期', value: dateText(demand.expiresOn) },
              { label: '联系人', value: `${mine.contactName} ${mine.contactPhone ?? ''}` },
              { label: '补充说明', value: mine.note, wide: true },
            ]}
          />
        </Panel>
      </Stack>
      {choosing && <ChooseDrawer mine={mine} claim={choosing} onClose={() => setChoosing(undefined)} />}
    </>
  );
}

function Claim({ claim, mine, onChoose }: { claim: DemandClaim; mine: MyDemand; onChoose: () => void }) {
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const show = useShowDemand(claim, {
    onSuccess: () => void message.success('已更新'),
    onError: (error) => problems(error),
  });
  const ask = (shown: boolean) =>
    modal.confirm({
      title: shown ? `同意${claim.bankName}查看？` : `撤回对${claim.bankName}的同意？`,
      content: shown ? showText(claim.bankName) : '撤回后该银行不能再查看本企业信息，已查看的内容不受影响。',
      okText: shown ? '同意查看' : '撤回同意',
      onOk: () => show.mutateAsync(shown).catch(() => undefined),
    });
  const open = mine.demand.status === 'OPEN' && isOpenClaim(claim);
  return (
    <section aria-label={claim.bankName}>
      <Definition
        items={[
          {
            label: '银行',
            value: (
              <>
                {claim.bankName} <ClaimState of={claim} />
              </>
            ),
          },
          { label: '认领时间', value: dateTimeText(claim.claimedAt) },
          ...(claim.status === 'CLAIMED'
            ? [{ label: '承诺答复', value: <Promised promise={claim.promise} of="DEMAND" /> }]
            : []),
          ...(claim.giveBackReason ? [{ label: '退回原因', value: claim.giveBackReason }] : []),
          { label: '企业信息', value: shownText(claim) },
        ]}
      />
      <p style={{ display: 'flex', gap: 8, marginTop: 12 }}>
        {canChoose(mine, claim) && (
          <Button type="primary" aria-label={`选定这个报价：${claim.bankName}`} onClick={onChoose}>
            选定这个报价
          </Button>
        )}
        {open && (
          <Button loading={show.isPending} onClick={() => ask(!claim.agreed)}>
            {claim.agreed ? '撤回同意' : '同意该银行查看'}
          </Button>
        )}
      </p>
    </section>
  );
}
