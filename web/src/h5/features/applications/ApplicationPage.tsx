import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dialog, Toast } from 'antd-mobile';
import { useParams } from 'react-router';
import { api, type LoanApplication } from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  dateText,
  Definition,
  Loaded,
  percent,
  Skeleton,
  StatusTag,
  termText,
  Timeline,
  yuan,
} from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { ActionBar, Body, Notice, Section } from '../../ui';

export default function ApplicationPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['application', id],
    queryFn: ({ signal }) => api.get<LoanApplication>(`/api/finance/my/applications/${id}`, { signal }),
  });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(application) => <Detail application={application} />}
    </Loaded>
  );
}

function Detail({ application }: { application: LoanApplication }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const withdraw = useMutation({
    mutationFn: () =>
      api.post(`/api/finance/my/applications/${application.id}/withdraw`, { version: application.version }),
    onSuccess: () => Toast.show('申请已撤回'),
    onError: (error) => problems(error),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['application', application.id] }),
        queries.invalidateQueries({ queryKey: ['applications'] }),
      ]),
  });
  const ask = async () => {
    if (await Dialog.confirm({ content: '确定撤回这份贷款申请？', confirmText: '撤回' }))
      await withdraw.mutateAsync().catch(() => undefined);
  };
  const granted = application.grantedAmount !== null && application.grantedAmount !== undefined;
  return (
    <>
      <Body>
        {application.status === 'REFUSED' && (
          <Notice tone="bad">不通过原因：{application.refusalReason}</Notice>
        )}
        <Section
          title={application.productTitle}
          more={<StatusTag of="loanStatus" value={application.status} />}
        >
          <Definition
            columns={1}
            items={[
              { label: '申请编号', value: application.number },
              { label: '银行', value: application.bankName },
              { label: '申请金额', value: yuan(application.amount) },
              { label: '申请期限', value: termText(application.termMonths) },
              { label: '贷款类型', value: label('loanKind', application.kind) },
              { label: '贷款用途', value: application.purpose },
              ...(granted
                ? [
                    { label: '授信额度', value: yuan(application.grantedAmount) },
                    { label: '年利率', value: percent(application.grantedRate) },
                    { label: '授信期限', value: termText(application.grantedTermMonths) },
                    {
                      label: '额度有效期至',
                      value: application.validUntil && dateText(application.validUntil),
                    },
                    { label: '已放款', value: yuan(application.disbursedAmount) },
                  ]
                : []),
            ]}
          />
        </Section>
        <Section title="办理进度">
          <Timeline
            steps={application.timeline.map((step) => ({
              label: step.label,
              at: step.at,
              actor: step.actor,
              note: step.note,
            }))}
          />
        </Section>
      </Body>
      {(application.status === 'SUBMITTED' || application.status === 'IN_REVIEW') && (
        <ActionBar>
          <Button loading={withdraw.isPending} onClick={() => void ask()}>
            撤回申请
          </Button>
        </ActionBar>
      )}
    </>
  );
}
