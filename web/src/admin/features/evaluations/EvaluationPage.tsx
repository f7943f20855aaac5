import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useParams } from 'react-router';
import { api, useMe, type EvaluationDetail } from '@/shared/api';
import {
  ANONYMOUS,
  ANSWERS,
  CASE_KINDS,
  endOf,
  EvaluationState,
  GradeTag,
  handlerOf,
  PUBLICATIONS,
} from '@/shared/evaluations';
import { label } from '@/shared/i18n';
import { isOpenPromise, PromisedDate } from '@/shared/promise';
import { dateText, dateTimeText, Definition, Loaded, Timeline } from '@/shared/ui';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { EvaluationSteps, isSettled } from './EvaluationSteps';
import { namesOf } from './names';

const STEPS: Record<EvaluationDetail['steps'][number]['kind'], string> = {
  GIVEN: '企业评价',
  CALLED: '电话回访',
  NOT_REACHED: '回访未接通',
  ANSWERED: '提交处理结果',
  SENT_BACK: '复核退回',
  PASSED: '复核通过',
  EVALUATED_AGAIN: '企业再次评价',
  LAPSED: '再次评价期满',
  PUBLISHED: '公开',
  WITHHELD: '不公开',
};

/** One evaluation: what was said, what was done about it, and what is to be done. */
export default function EvaluationPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['evaluations', 'desk', 'one', id],
    queryFn: ({ signal }) => api.get('/api/ops/evaluations/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(detail) => <Detail detail={detail} />}
    </Loaded>
  );
}

function Detail({ detail }: { detail: EvaluationDetail }) {
  const { evaluation: one, steps } = detail;
  return (
    <div className={pageCss.page}>
      <PageHead
        title={one.title}
        tags={
          <>
            <GradeTag of={one.grade} />
            <EvaluationState of={one.state} />
          </>
        }
        facts={
          <>
            <span>{CASE_KINDS[one.caseKind]}</span>
            <span>{one.enterpriseName ?? ANONYMOUS}</span>
            <span>评价于 {dateTimeText(one.givenAt)}</span>
          </>
        }
      />
      <Panel title="评价">
        <Definition
          items={[
            { label: '评价内容', value: one.words, wide: true },
            { label: '企业', value: one.enterpriseName ?? ANONYMOUS },
            { label: '事项编号', value: one.caseNumber },
            { label: '办理机构', value: handlerOf(one) },
            { label: `${endOf(one)}时间`, value: dateTimeText(one.finishedAt) },
            { label: '标签', value: one.tags.join('、') || undefined },
            { label: '来源', value: label('channel', one.channel) },
            { label: '公开', value: PUBLICATIONS[one.publication] },
            ...(one.publication === 'PUBLISHED' && one.coveredWords.length
              ? [{ label: '另外遮盖', value: one.coveredWords.join('、') }]
              : []),
            // Once it is answered in time nobody waits for a day any more.
            ...(one.promise && (isOpenPromise(one.promise) || one.promise.broken)
              ? [{ label: '承诺处理', value: <PromisedDate promise={one.promise} of="EVALUATION" /> }]
              : []),
          ]}
        />
      </Panel>
      {one.answer && (
        <Panel title="处理结果">
          <Definition
            items={[
              { label: '处理方式', value: ANSWERS[one.answer] },
              {
                label: '再次评价',
                value: one.againGrade ? (
                  <GradeTag of={one.againGrade} />
                ) : (
                  one.againUntil && `${dateText(one.againUntil)} 截止`
                ),
              },
              { label: '处理结果', value: one.answerWords, wide: true },
              { label: '再次评价内容', value: one.againWords, wide: true },
            ]}
          />
        </Panel>
      )}
      <NamesInWords detail={detail} />
      <Panel title="办理过程">
        <Timeline
          steps={steps.map((step, at) => ({
            key: `${at}`,
            label: STEPS[step.kind],
            at: step.at,
            actor: step.byName,
            // What was said stands above already.
            note: step.kind === 'GIVEN' && step.words === one.words ? undefined : step.words,
          }))}
        />
      </Panel>
      <EvaluationSteps detail={detail} />
    </div>
  );
}

/** Who publishes looks twice where words seem to say whose they are, or of whom, and are not covered by themselves. */
function NamesInWords({ detail }: { detail: EvaluationDetail }) {
  const { evaluation: one } = detail;
  const { can } = useMe();
  const names = namesOf(detail);
  if (!isSettled(one) || one.publication === 'WITHHELD' || !can('ops.evaluation.publish')) return null;
  return (
    names.length > 0 && (
      <Alert
        type="warning"
        showIcon
        title={`文字中可能有企业简称或人名：${names.join('、')}`}
        description={
          one.publication === 'PUBLISHED'
            ? '已公开，这些文字原样显示；需要遮盖的，先撤下公开，再公开时遮盖。'
            : '公开时可以遮盖；不适合公开的，请选“不公开”。'
        }
      />
    )
  );
}
