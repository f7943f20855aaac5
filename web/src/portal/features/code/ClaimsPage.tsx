import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Claim, type Page } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  Definition,
  Empty,
  Loaded,
  Skeleton,
  StatusTag,
  Timeline,
  useListUrlState,
  usccText,
} from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice, Pager } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { pageHref } from '../../ui/pageHref';
import css from './ClaimsPage.module.css';

export default function ClaimsPage() {
  const state = useListUrlState({ size: 5 });
  const [params] = useSearchParams();
  const query = useQuery({
    queryKey: ['claims', state.query],
    queryFn: ({ signal }) => api.get<Page<Claim>>('/api/code/my/claims', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <CenterHead
        title="领码记录"
        intro="历次领码申请与企业认证。"
        actions={
          <ButtonLink look="main" small to="/code/claim">
            领取企业码
          </ButtonLink>
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
              <Empty title="还没有领码记录">
                <ButtonLink look="outline" to="/code/claim">
                  去领取
                </ButtonLink>
              </Empty>
            </Panel>
          )
        }
      </Loaded>
      {query.data && query.data.total > 0 && (
        <Pager
          page={state.page}
          size={state.size}
          total={query.data.total}
          href={(page) => pageHref(params, page)}
        />
      )}
    </>
  );
}

function ClaimPanel({ claim }: { claim: Claim }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const { modal, message } = App.useApp();
  const withdraw = useMutation({
    mutationFn: () => api.post(`/api/code/my/claims/${claim.id}/withdraw`, { version: claim.version }),
    onSuccess: () => void message.success('申请已撤回'),
    onError: (error) => problems(error),
    onSettled: () => queries.invalidateQueries({ queryKey: ['claims'] }),
  });
  const decided = claim.decidedAt !== undefined;
  return (
    <Panel title={claim.enterpriseName} more={<StatusTag of="claimStatus" value={claim.status} />}>
      <div className={css.claim}>
        <Definition
          columns={1}
          items={[
            { label: '申请编号', value: <span className="zq-num">{claim.number}</span> },
            { label: '信用代码', value: <span className="zq-num">{usccText(claim.uscc)}</span> },
            { label: '经办人', value: `${claim.agentName}，${claim.agentPhone}` },
            { label: '授权书', value: claim.letterFile.name },
            {
              label: '授权类别',
              value: claim.consents.map((one) => label('consent', one)).join('、') || '无',
            },
          ]}
        />
        <Timeline
          promised={claim.status === 'SUBMITTED' ? claim.dueOn : null}
          steps={[
            { label: '提交申请', at: claim.submittedAt },
            decided
              ? {
                  label: label('claimStatus', claim.status),
                  at: claim.decidedAt,
                  tone: claim.status === 'APPROVED' ? 'done' : claim.status === 'RETURNED' ? 'now' : 'bad',
                  note: claim.reason,
                }
              : claim.status === 'WITHDRAWN'
                ? { label: '已撤回', tone: 'bad' }
                : { label: '工作人员审核', tone: 'next' },
            ...(claim.status === 'APPROVED' ? [{ label: '企业码已生成', at: claim.decidedAt }] : []),
          ]}
        />
      </div>
      {claim.status === 'RETURNED' && (
        <div className={css.notice}>
          <Notice tone="wait">请按退回理由补正后重新提交。</Notice>
        </div>
      )}
      <div className={css.actions}>
        {claim.status === 'APPROVED' && <Link to="/code">出示企业码</Link>}
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
