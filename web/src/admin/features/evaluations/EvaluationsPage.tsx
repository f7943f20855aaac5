import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '@/shared/api';
import {
  ANONYMOUS,
  CASE_KINDS,
  EVALUATION_STATES,
  EvaluationState,
  FIGURE_HEADS,
  figureCells,
  GradeTag,
  GRADES,
  handlerOf,
  PUBLICATIONS,
} from '@/shared/evaluations';
import { Loaded, PlainTable } from '@/shared/ui';
import { ScrollRegion } from '@/shared/ui/antd';
import { RowTime } from '../../ui/columns';
import { pageCss, Panel } from '../../ui/page';
import { PhoneFold } from '../../ui/PhoneFold';
import { ScopedListPage } from '../../ui/ScopedListPage';

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** 好差评: what enterprises said of finished cases, as far as somebody reaches, and how satisfied they are by institution. */
export default function EvaluationsPage() {
  return (
    <ScopedListPage
      title="好差评"
      intro="企业对所办事项的评价；不满意的在承诺时限内回访、整改或说明，复核后请企业再次评价"
      queryKey={['evaluations', 'desk']}
      path="/api/ops/evaluations"
      rowKey="id"
      overview={<Figures />}
      empty={{ title: '还没有评价', hint: '企业评价后列在这里' }}
      defaultSort="givenAt,desc"
      exportPath="/api/ops/evaluations/export"
      tabs={{ name: 'state', label: '评价状态', options: optionsOf(EVALUATION_STATES) }}
      filters={[
        { kind: 'text', name: 'q', label: '关键词', placeholder: '企业、编号、内容' },
        { kind: 'select', name: 'caseKind', label: '事项', options: optionsOf(CASE_KINDS) },
        { kind: 'select', name: 'grade', label: '满意程度', options: optionsOf(GRADES) },
        { kind: 'select', name: 'publication', label: '公开', options: optionsOf(PUBLICATIONS) },
        { kind: 'dates', name: 'given', label: '评价日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'title',
          title: '事项',
          render: (_, one) => (
            <>
              <Link to={`/evaluations/${one.id}`}>{one.title}</Link>
              <span className={pageCss.sub}>
                {CASE_KINDS[one.caseKind]} {one.caseNumber}
              </span>
            </>
          ),
        },
        { key: 'enterprise', title: '企业', render: (_, one) => one.enterpriseName ?? ANONYMOUS },
        { key: 'institution', title: '办理机构', render: (_, one) => handlerOf(one) },
        {
          key: 'grade',
          title: '满意程度',
          sorter: true,
          render: (_, one) => (
            <>
              <GradeTag of={one.grade} />
              <span className={pageCss.sub}>{one.tags.join('、')}</span>
            </>
          ),
        },
        { key: 'status', title: '状态', render: (_, one) => <EvaluationState of={one.state} /> },
        { key: 'publication', title: '公开', render: (_, one) => PUBLICATIONS[one.publication] },
        {
          key: 'givenAt',
          title: '评价时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => <RowTime at={one.givenAt} />,
        },
      ]}
    />
  );
}

function Figures() {
  const query = useQuery({
    queryKey: ['evaluations', 'figures'],
    queryFn: ({ signal }) => api.get('/api/ops/evaluations/figures', { signal }),
  });
  return (
    <Loaded query={query} compact>
      {(data) =>
        data.all.given > 0 && (
          <Panel title="满意度" extra="按首次评价统计" bare>
            <PhoneFold>
              <ScrollRegion name="满意度">
                <PlainTable
                  figures
                  named
                  head={['办理机构', ...FIGURE_HEADS]}
                  rows={[
                    ['全部', ...figureCells(data.all)],
                    ...data.institutions.map((row) => [handlerOf(row), ...figureCells(row)]),
                  ]}
                />
              </ScrollRegion>
            </PhoneFold>
          </Panel>
        )
      }
    </Loaded>
  );
}
