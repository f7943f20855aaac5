import { App, Button } from 'antd';
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
import { dateTimeText, Definition, Empty, Loaded, Skeleton, termText, yuanAsWan } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { EvaluationLink } from '../evaluations/EvaluationLink';

export default function CasePage() {
  const { id = '' } = useParams();
  const query = useMyCase(id);
  return (
    <Loaded page query={query} skeleton={<Skeleton lines={10} />}>
      {(one) => <Detail one={one} />}
    </Loaded>
  );
}

function Detail({ one }: { one: CoordinationCase }) {
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const back = takenBack(one);
  const withdraw = useWithdrawCase(one, {
    onSuccess: () => void message.success(back?.done),
    onError: (error) => problems(error),
  });
  return (
    <>
      <CenterHead
        title={`融资协调 ${yuanAsWan(one.amount)}`}
        intro={
          <>
            申报编号 <span className="zq-num">{one.number}</span>
          </>
        }
        actions={
          <>
            <ButtonLink look="plain" small to="/center/coordination">
              返回列表
            </ButtonLink>
            {isEvaluated(one) && <EvaluationLink of={one.id} />}
            {back && (
              <Button
                danger
                loading={withdraw.isPending}
                onClick={() =>
                  modal.confirm({
                    title: back.title,
                    content: back.text,
                    okText: back.confirm,
                    okButtonProps: { danger: true },
                    cancelText: '暂不',
                    onOk: () => withdraw.mutateAsync().catch(() => undefined),
                  })
                }
              >
                {back.button}
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {one.rejection && <Notice tone="info">核查未通过，原因：{one.rejection}</Notice>}
        {one.closing && <Notice tone="info">有银行没有按时答复，已关闭推荐，原因：{one.closing}</Notice>}
        <Panel title="银行答复">
          {one.answers.length ? (
            <Stack>
              {one.answers.map((answer) => (
                <section key={answer.id} aria-label={answer.bankName}>
                  <h3>
                    {answer.bankName} <AnswerState of={answer} />
                  </h3>
                  <Definition
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
                </section>
              ))}
            </Stack>
          ) : (
            <Empty
              compact
              title={one.status === 'DECLARED' ? '金融管理部门正在核查，有结果时会发消息' : '没有推荐给银行'}
            />
          )}
        </Panel>
        {foundOf(one).length > 0 && (
          <Panel title="核查结果">
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
          </Panel>
        )}
        <Panel title="申报内容" more={<CaseState of={one} />}>
          <Definition
            items={[
              { label: '金额', value: yuanAsWan(one.amount) },
              { label: '期限', value: termText(one.termMonths) },
              { label: '用途', value: one.purpose },
              { label: '贷款方式', value: CREDIT_KINDS[one.creditKind] },
              {
                label: '来源',
                value: one.institutionName ? `${one.institutionName}走访` : ORIGINS[one.origin],
              },
              { label: '申报时间', value: dateTimeText(one.declaredAt) },
              { label: '联系人', value: `${one.contactName} ${one.contactPhone ?? ''}` },
              { label: '说明', value: one.words, wide: true },
            ]}
          />
        </Panel>
      </Stack>
    </>
  );
}
