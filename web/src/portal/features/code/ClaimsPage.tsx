import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { api, useMe, type Claim } from '@/shared/api';
import {
  canShowCode,
  ClaimProgress,
  ClaimReadings,
  CONSENTS_STAY,
  consentsText,
  isEvaluated,
  useWithdrawClaim,
} from '@/shared/claims';
import { useWaits } from '@/shared/evaluations';
import {
  dateTimeText,
  Definition,
  Empty,
  Loaded,
  Skeleton,
  StatusTag,
  Tag,
  Uscc,
  useListUrlState,
} from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { StatePager } from '../../ui/List';
import css from './ClaimsPage.module.css';

export default function ClaimsPage() {
  const { me } = useMe();
  const state = useListUrlState<'/api/code/my/claims'>({ size: 5 });
  const query = useQuery({
    queryKey: ['claims', state.query],
    queryFn: ({ signal }) => api.get('/api/code/my/claims', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <CenterHead
        title="领码记录"
        intro="历次领码申请与企业认证"
        actions={
          me?.enterprise ? (
            <ButtonLink look="outline" small to="/code/claim">
              为另一家企业领码
            </ButtonLink>
          ) : (
            <ButtonLink look="main" small to="/code/claim">
              领取企业码
            </ButtonLink>
          )
        }
      />
      <Loaded query={query} skeleton={<Skeleton lines={8} />}>
        {(data) =>
          data.items.length ? (
            <Stack>
              {data.items.map((claim) => (
                <ClaimPanel key={claim.id} claim={claim} />
              ))}
            </Stack>
          ) : (
            <Panel>
              <Empty title="还没有领码记录" />
            </Panel>
          )
        }
      </Loaded>
      <StatePager state={state} total={query.data?.total} />
    </>
  );
}

function ClaimPanel({ claim }: { claim: Claim }) {
  const renewal = claim.kind === 'RENEWAL';
  const { me } = useMe();
  const waits = useWaits(claim.id, isEvaluated(claim));
  const problems = useProblems();
  const { modal, message } = App.useApp();
  const withdraw = useWithdrawClaim(claim, {
    onSuccess: () => void message.success('申请已撤回'),
    onError: (error) => problems(error),
  });
  return (
    <Panel
      title={claim.enterpriseName}
      more={
        <>
          <StatusTag of="claimStatus" value={claim.status} />{' '}
          {claim.codeStatus === 'REVOKED' && <Tag>企业码已注销</Tag>}
        </>
      }
    >
      <div className={css.claim}>
        <Definition
          columns={1}
          items={[
            { label: '申请编号', value: <span className="zq-num">{claim.number}</span> },
            ...(renewal ? [{ label: '申请类型', value: '重新认证' }] : []),
            { label: '统一社会信用代码', value: <Uscc of={claim.uscc} /> },
            ...(claim.codeNumber
              ? [{ label: '企业码编号', value: <span className="zq-num">{claim.codeNumber}</span> }]
              : []),
            ...(renewal
              ? []
              : [
                  {
                    label: '领取时间',
                    value: claim.codeIssuedAt ? dateTimeText(claim.codeIssuedAt) : '尚未领取',
                  },
                ]),
            { label: '经办人', value: `${claim.agentName}，${claim.agentPhone}` },
            { label: '授权书', value: claim.letterFile.name },
            {
              label: '授权类别',
              value: renewal ? CONSENTS_STAY : consentsText(claim.consents, claim.scanners),
            },
          ]}
        />
        <ClaimProgress of={claim} />
      </div>
      <ClaimReadings of={claim} />
      {claim.status === 'RETURNED' && (
        <div className={css.notice}>
          <Notice tone="wait">{claim.reason ? `退回理由：${claim.reason}。` : ''}请补正后重新提交。</Notice>
        </div>
      )}
      <div className={css.actions}>
        {canShowCode(claim, me?.enterprise) && <Link to="/code">出示企业码</Link>}
        {waits && (
          <ButtonLink look="outline" small to={`/center/evaluations/${claim.id}`}>
            评价办理情况
          </ButtonLink>
        )}
        {(claim.status === 'REJECTED' || (claim.status === 'WITHDRAWN' && !me?.enterprise)) && (
          <ButtonLink look="outline" small to="/code/claim">
            重新申请
          </ButtonLink>
        )}
        {claim.status === 'RETURNED' && (
          <ButtonLink small to={`/code/claims/${claim.id}/edit`}>
            补正并重新提交
          </ButtonLink>
        )}
        {(claim.status === 'SUBMITTED' || claim.status === 'RETURNED') && (
          <Button
            danger
            loading={withdraw.isPending}
            onClick={() =>
              modal.confirm({
                title: '撤回这次领码申请？',
                content: '撤回后可以重新申请。',
                okText: '撤回申请',
                okButtonProps: { danger: true },
                cancelText: '不撤回',
                onOk: () => withdraw.mutateAsync().catch(() => undefined),
              })
            }
          >
            撤回申请
          </Button>
        )}
      </div>
    </Panel>
  );
}
