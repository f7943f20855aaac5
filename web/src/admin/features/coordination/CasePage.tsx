import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, useMe, type BankAnswer, type CoordinationCase } from '@/shared/api';
import {
  AnswerState,
  answerLines,
  CaseState,
  CONSENT_ENDED,
  CREDIT_KINDS,
  ORIGINS,
  StandingTag,
} from '@/shared/coordination';
import { Promised } from '@/shared/promise';
import {
  dateTimeText,
  Definition,
  DemoTag,
  Empty,
  Loaded,
  PlainTable,
  termText,
  Uscc,
  yuanAsWan,
} from '@/shared/ui';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { CheckSteps } from './CheckSteps';
import { VisitFiles } from './VisitFiles';

/** One declaration: what is needed, how the enterprise stands with the criteria, and what banks answered. */
export default function CasePage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['coordination', 'cases', 'one', id],
    queryFn: ({ signal }) => api.get('/api/finance/coordination-cases/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(one) => <Case one={one} />}
    </Loaded>
  );
}

function Case({ one }: { one: CoordinationCase }) {
  const { can } = useMe();
  return (
    <div className={pageCss.page}>
      <PageHead
        title={one.enterpriseName}
        tags={
          <>
            <CaseState of={one} />
            {one.demo && <DemoTag />}
          </>
        }
        facts={
          <>
            <span>申报编号 {one.number}</span>
            <span>申报于 {dateTimeText(one.declaredAt)}</span>
            <span>{one.institutionName ? `${one.institutionName}走访` : ORIGINS[one.origin]}</span>
          </>
        }
      />
      <Panel title="申报内容">
        <Definition
          items={[
            { label: '统一社会信用代码', value: <Uscc of={one.uscc} /> },
            { label: '镇街', value: one.townName },
            { label: '金额', value: yuanAsWan(one.amount) },
            { label: '期限', value: termText(one.termMonths) },
            { label: '用途', value: one.purpose },
            { label: '贷款方式', value: CREDIT_KINDS[one.creditKind] },
            { label: '申报人', value: one.declaredByName },
            ...(one.contactShared
              ? [
                  {
                    label: '联系人',
                    value: [one.contactName, one.contactPhone].filter(Boolean).join(' ') || undefined,
                    sensitive: true,
                  },
                  ...(one.words ? [{ label: '说明', value: one.words, wide: true }] : []),
                ]
              : [{ label: '联系方式', value: CONSENT_ENDED }]),
          ]}
        />
      </Panel>
      {one.visitFiles.length > 0 && (
        <Panel title="走访照片和材料">
          <VisitFiles files={one.visitFiles} />
        </Panel>
      )}
      {one.findings.length > 0 && (
        <Panel
          title="核查结果"
          extra={one.checkedAt && `${one.checkedByName ?? ''} ${dateTimeText(one.checkedAt)}`}
          bare
        >
          <PlainTable
            head={['标准', '结果', '依据', '认定方式']}
            rows={one.findings.map((finding) => [
              finding.name,
              <StandingTag key="standing" of={finding.standing} />,
              finding.reason,
              finding.byData ? '登记与画像数据' : '人工核查',
            ])}
          />
        </Panel>
      )}
      {one.rejection && (
        <Panel title="未通过原因">
          <p>{one.rejection}</p>
        </Panel>
      )}
      {one.closing && (
        <Panel title="关闭原因">
          <p>{one.closing}</p>
        </Panel>
      )}
      {one.answers.map((answer) => (
        <Answer key={answer.id} answer={answer} />
      ))}
      {!one.answers.length && one.status !== 'DECLARED' && (
        <Panel title="银行答复">
          <Empty compact title="没有推荐给银行" />
        </Panel>
      )}
      {can('finance.coordination.manage') && <CheckSteps one={one} />}
    </div>
  );
}

export function Answer({ answer }: { answer: BankAnswer }) {
  return (
    <Panel title={answer.bankName} extra={<AnswerState of={answer} />}>
      <Definition
        items={[
          ...(answer.promise
            ? [{ label: '承诺答复', value: <Promised promise={answer.promise} of="COORDINATION" /> }]
            : []),
          ...answerLines(answer).map(([name, value]) => ({ label: name, value })),
          ...(answer.officerName ? [{ label: '答复人', value: answer.officerName }] : []),
        ]}
      />
    </Panel>
  );
}
