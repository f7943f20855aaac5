import { Button, Toast } from 'antd-mobile';
import { useParams } from 'react-router';
import type { CoordinationCase } from '@/shared/api';
import {
  AnswerState,
  answerLines,
  CaseState,
  CREDIT_KINDS,
  foundOf,
  isEvaluated,
  ORIGINS,
  StandingTag,
  takenBack,
  useMyCase,
  useWithdrawCase,
} from '@/shared/coordination';
import { Promised } from '@/shared/promise';
import { dateText, Definition, Empty, Loaded, Skeleton, termText, yuanAsWan } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { ActionBar, Body, Notice, Section } from '../../ui';
import { EvaluationLink } from '../evaluations/EvaluationLink';

export default function CasePage() {
  const { id = '' } = useParams();
  const query = useMyCase(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(one) => <Detail one={one} />}
    </Loaded>
  );
}

function Detail({ one }: { one: CoordinationCase }) {
  const problems = useProblems();
  const back = takenBack(one);
  const withdraw = useWithdrawCase(one, {
    onSuccess: () => void Toast.show(back?.done ?? ''),
    onError: (error) => problems(error),
  });
  const ask = async () => {
    if (back && (await confirmed({ content: back.text, confirmText: back.confirm })))
      await withdraw.mutateAsync().catch(() => undefined);
  };
  return (
    <>
      <Body>
        {one.rejection && <Notice>核查未通过，原因：{one.rejection}</Notice>}
        {one.closing && <Notice>有银行没有按时答复，已关闭推荐，原因：{one.closing}</Notice>}
        {one.answers.length ? (
          one.answers.map((answer) => (
            <Section key={answer.id} title={answer.bankName} more={<AnswerState of={answer} />}>
              <Definition
                columns={1}
                items={[
                  ...(answer.promise && answer.status === 'PENDING'
                    ? [
                        {
                          label: '承诺答复',
                          value: <Promised promise={answer.promise} of="COORDINATION" />,
                        },
                      ]
                    : []),
                  ...answerLines(answer).map(([name, value]) => ({ label: name, value })),
                ]}
              />
            </Section>
          ))
        ) : (
          <Section title="银行答复">
            <Empty
              compact
              title={one.status === 'DECLARED' ? '金融管理部门正在核查，有结果时会发消息' : '没有推荐给银行'}
            />
          </Section>
        )}
        {foundOf(one).length > 0 && (
          <Section title="核查结果">
            <Definition
              columns={1}
              items={foundOf(one).map((finding) => ({
                label: finding.name,
                value: (
                  <>
                    <StandingTag of={finding.standing} /> {finding.reason}
                  </>
                ),
              }))}
            />
          </Section>
        )}
        <Section title="申报内容" more={<CaseState of={one} />}>
          <Definition
            columns={1}
            items={[
              { label: '申报编号', value: one.number },
              { label: '金额', value: yuanAsWan(one.amount) },
              { label: '期限', value: termText(one.termMonths) },
              { label: '用途', value: one.purpose },
              { label: '贷款方式', value: CREDIT_KINDS[one.creditKind] },
              {
                label: '来源',
                value: one.institutionName ? `${one.institutionName}走访` : ORIGINS[one.origin],
              },
              { label: '申报日期', value: dateText(one.declaredAt) },
              { label: '联系人', value: `${one.contactName} ${one.contactPhone ?? ''}` },
              { label: '说明', value: one.words },
            ]}
          />
        </Section>
        {isEvaluated(one) && <EvaluationLink of={one.id} />}
      </Body>
      {back && (
        <ActionBar>
          <Button loading={withdraw.isPending} onClick={() => void ask()}>
            {back.button}
          </Button>
        </ActionBar>
      )}
    </>
  );
}
