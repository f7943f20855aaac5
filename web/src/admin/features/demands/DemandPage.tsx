import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api, isProblem, useMe, type DemandClaim, type FinancingDemand } from '@/shared/api';
import {
  chosenFirst,
  ClaimState,
  DemandState,
  guaranteeText,
  isOpenClaim,
  offerLines,
} from '@/shared/demands';
import { label } from '@/shared/i18n';
import { Promised } from '@/shared/promise';
import {
  dateText,
  dateTimeText,
  Definition,
  DemoTag,
  Empty,
  figuresIn,
  Loaded,
  Tag,
  termText,
  Uscc,
  yuanAsWan,
} from '@/shared/ui';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { ReportLink } from '../reports/ReportLink';
import { ClaimSteps } from './ClaimSteps';

/** One demand: for a bank what it asks for and what the bank did; for the finance office what all banks did. */
export default function DemandPage() {
  const { id = '' } = useParams();
  const { can } = useMe();
  const claims = can('finance.demand.claim');
  const query = useQuery({
    queryKey: ['demands', claims ? 'bank' : 'all', 'one', id],
    queryFn: ({ signal }) =>
      claims
        ? api.get('/api/finance/demands/{id}', { path: { id }, signal })
        : api.get('/api/finance/all-demands/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(demand) => <Case demand={demand} claims={claims} />}
    </Loaded>
  );
}

function Case({ demand, claims }: { demand: FinancingDemand; claims: boolean }) {
  const { can } = useMe();
  return (
    <div className={pageCss.page}>
      <PageHead
        title={`融资需求 ${yuanAsWan(demand.amount)}`}
        tags={
          <>
            <DemandState of={demand} />
            {demand.demo && <DemoTag />}
          </>
        }
        facts={
          <>
            <span>需求编号 {demand.number}</span>
            <span>发布于 {dateTimeText(demand.postedAt)}</span>
            <span>{label('channel', demand.channel)}发布</span>
            <span>{dateText(demand.expiresOn)} 截止</span>
          </>
        }
      />
      <Panel title="需求内容">
        <Definition
          items={[
            { label: '金额', value: yuanAsWan(demand.amount) },
            { label: '期限', value: termText(demand.termMonths) },
            { label: '用途', value: demand.purpose },
            { label: '可提供的担保', value: guaranteeText(demand.guarantees) },
            { label: '用款日期', value: dateText(demand.wantedOn) },
            { label: '镇街', value: demand.townName },
            { label: '行业门类', value: demand.industry },
            { label: '规模', value: figuresIn(demand.size) },
            // Once it has ended none claims it any more, which would contradict the claims below.
            ...(demand.status === 'OPEN'
              ? [{ label: '认领中的机构', value: `${demand.openClaims} 家` }]
              : []),
          ]}
        />
      </Panel>
      {chosenFirst(demand.claims).map((claim) => (
        <Claim key={claim.id} claim={claim} demand={demand} claims={claims} />
      ))}
      {!claims && !demand.claims.length && (
        <Panel title="银行认领">
          <Empty compact title="没有银行认领" />
        </Panel>
      )}
      {(claims || can('finance.application.assign')) && <ClaimSteps demand={demand} claims={claims} />}
    </div>
  );
}

function Claim({ claim, demand, claims }: { claim: DemandClaim; demand: FinancingDemand; claims: boolean }) {
  return (
    <>
      <Panel title={claim.bankName} extra={<ClaimState of={claim} />}>
        <Definition
          items={[
            { label: '认领人', value: claim.officerName },
            { label: '认领时间', value: dateTimeText(claim.claimedAt) },
            ...(claim.promise
              ? [{ label: '承诺答复', value: <Promised promise={claim.promise} of="DEMAND" /> }]
              : []),
            ...offerLines(claim).map(([name, value]) => ({ label: name, value })),
            ...(claim.giveBackReason ? [{ label: '退回原因', value: claim.giveBackReason }] : []),
          ]}
        />
        {claims && claim.status === 'CHOSEN' && demand.applicationId && (
          <p className={pageCss.note}>
            已转为融资申请，<Link to={`/applications/${demand.applicationId}`}>去办理</Link>
          </p>
        )}
      </Panel>
      {claims && isOpenClaim(claim) && <Enterprise claim={claim} />}
      {claims && isOpenClaim(claim) && claim.agreed && (
        <ReportLink to={`/demand-claims/${claim.id}/report`} />
      )}
    </>
  );
}

/** Whose demand it is; asked for on purpose, because each reading is on the enterprise's record. */
function Enterprise({ claim }: { claim: DemandClaim }) {
  const query = useQuery({
    queryKey: ['demands', 'enterprise', claim.id, claim.version],
    queryFn: ({ signal }) =>
      api.get('/api/finance/demand-claims/{id}/enterprise', { path: { id: claim.id }, signal }),
    enabled: false,
  });
  const refused =
    isProblem(query.error) && /^(CONSENT_|DEMAND_HIDDEN)/.test(query.error.code)
      ? query.error.message
      : undefined;
  if (!claim.agreed || refused) {
    return (
      <Panel title="企业信息">
        <p role="status">
          <Tag icon="lock">{refused ?? '企业尚未同意本机构查看'}</Tag>
        </p>
      </Panel>
    );
  }
  if (!query.isFetched && !query.isFetching) {
    return (
      <Panel title="企业信息" extra="企业已同意本机构查看，每次查看都会告知企业">
        <Button onClick={() => void query.refetch()}>查看企业信息</Button>
      </Panel>
    );
  }
  return (
    <Panel title="企业信息">
      <Loaded query={query} compact>
        {(enterprise) => (
          <Definition
            items={[
              { label: '企业名称', value: enterprise.name },
              { label: '统一社会信用代码', value: <Uscc of={enterprise.uscc} /> },
              { label: '联系人', value: enterprise.contactName, sensitive: true },
              { label: '联系电话', value: enterprise.contactPhone, sensitive: true },
              { label: '补充说明', value: enterprise.note, wide: true },
            ]}
          />
        )}
      </Loaded>
    </Panel>
  );
}
