import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type MyCase } from '@/shared/api';
import { CASE_KINDS, endOf, EvaluationState, GradeTag, handlerOf } from '@/shared/evaluations';
import { Empty, Loaded, Skeleton, dateText } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { ListItem, Rows, StatePager } from '../../ui/List';

const SIZE = 20;

/** 我的评价: what was finished and can still be evaluated, and what the enterprise said. */
export default function EvaluationsPage() {
  const [params, setParams] = useSearchParams();
  const evaluated = params.get('evaluated') === 'true';
  const page = Math.max(1, Number(params.get('page')) || 1);
  const query = useQuery({
    queryKey: ['evaluations', 'mine', evaluated, page],
    queryFn: ({ signal }) =>
      api.get('/api/ops/my/evaluations', { query: { evaluated, page, size: SIZE }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <CenterHead title="我的评价" intro="事项办完后评价办理情况；不满意的，办理机构会处理并告诉您结果" />
      <Stack>
        <Segmented<boolean>
          aria-label="评价状态"
          value={evaluated}
          options={[
            { value: false, label: '待评价' },
            { value: true, label: '已评价' },
          ]}
          onChange={(next) => setParams(next ? { evaluated: 'true' } : {})}
        />
        <Loaded query={query} skeleton={<Skeleton lines={8} />}>
          {({ items, total }) =>
            items.length ? (
              <Panel>
                <Rows
                  items={items.map((one) => ({ ...one, id: one.caseId }))}
                  row={(one) => <Case of={one} />}
                />
                <StatePager state={{ page, size: SIZE }} total={total} />
              </Panel>
            ) : (
              <Empty
                title={evaluated ? '还没有评价' : '没有待评价的事项'}
                hint={
                  evaluated
                    ? '评价过的事项列在这里'
                    : '融资申请放款或审批结束后，领码、政策申报和兑付办结后，可以在这里评价'
                }
              />
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}

function Case({ of: one }: { of: MyCase }) {
  return (
    <ListItem
      tags={
        one.evaluation && (
          <p>
            <GradeTag of={one.evaluation.grade} /> <EvaluationState of={one.evaluation.state} mine />
          </p>
        )
      }
      title={<Link to={`/center/evaluations/${one.caseId}`}>{one.title}</Link>}
      facts={[
        // By when comes first: it is the one date that something hangs on.
        ...(one.evaluation ? [] : [['评价截止', dateText(one.until)] as [string, string]]),
        ['事项', `${CASE_KINDS[one.caseKind]} ${one.caseNumber}`],
        ['办理机构', handlerOf(one)],
        [`${endOf(one)}日期`, dateText(one.finishedAt)],
      ]}
      aside={
        <ButtonLink look="outline" small to={`/center/evaluations/${one.caseId}`}>
          {one.evaluation ? (one.evaluation.againOpen ? '再次评价' : '查看评价') : '去评价'}
          <span className="zq-hidden">：{one.title}</span>
        </ButtonLink>
      }
    />
  );
}
