import { useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { CASE_KINDS, endOf, EvaluationState, GradeTag, handlerOf } from '@/shared/evaluations';
import { byDay, dateText, Empty } from '@/shared/ui';
import { Body, Choice, Row, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';

type Which = 'waiting' | 'evaluated';

/** 我的评价: what was finished and can still be evaluated, and what the enterprise said. */
export default function EvaluationsPage() {
  const [params, setParams] = useSearchParams();
  const which: Which = params.get('evaluated') === 'true' ? 'evaluated' : 'waiting';
  const evaluated = which === 'evaluated';
  const query = useGrowing(['evaluations', 'mine', which], (page, signal) =>
    api.get('/api/ops/my/evaluations', { signal, query: { evaluated, page, size: 20 } }),
  );
  return (
    <Body>
      <Choice<Which>
        tabs
        name="评价状态"
        chosen={which}
        options={[
          ['waiting', '待评价'],
          ['evaluated', '已评价'],
        ]}
        onChoose={(next) => setParams(next === 'evaluated' ? { evaluated: 'true' } : {}, { replace: true })}
      />
      <Growing
        query={query}
        empty={
          <Empty
            title={evaluated ? '还没有评价' : '没有待评价的事项'}
            hint={
              evaluated ? '评价过的事项列在这里' : '融资申请放款或审批结束后、其他事项办结后，可以在这里评价'
            }
          />
        }
      >
        {(items) => (
          <Section flush>
            {items.map((one) => (
              <Row
                key={one.caseId}
                to={`/my/evaluations/${one.caseId}`}
                title={one.title}
                note={
                  <>
                    {CASE_KINDS[one.caseKind]} <span className="zq-whole">{one.caseNumber}</span>
                    <br />
                    {handlerOf(one)}
                    <br />
                    <span className="zq-whole">
                      {dateText(one.finishedAt)} {endOf(one)}
                    </span>
                    <br />
                    {one.evaluation?.againOpen && one.evaluation.againUntil
                      ? `${byDay(one.evaluation.againUntil)}可再次评价　`
                      : null}
                    {one.evaluation ? (
                      <EvaluationState of={one.evaluation.state} mine />
                    ) : (
                      `${byDay(one.until)}评价`
                    )}
                  </>
                }
                aside={one.evaluation && <GradeTag of={one.evaluation.grade} />}
              />
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}
