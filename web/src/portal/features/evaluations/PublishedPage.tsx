import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, type PublicEvaluation } from '@/shared/api';
import {
  ANONYMOUS,
  ANSWERS,
  CASE_KINDS,
  FIGURE_HEADS,
  GradeTag,
  GRADES,
  handlerOf,
  publishedCells,
} from '@/shared/evaluations';
import { Empty, Loaded, longDate, PlainTable, Skeleton } from '@/shared/ui';
import { PageHead, Wrap } from '../../ui';
import { Chips } from '../../ui/Chips';
import { ListItem, Rows, StatePager } from '../../ui/List';
import { Panel, Stack } from '../../ui/Panel';
import css from './PublishedPage.module.css';

const SIZE = 10;
type Kind = PublicEvaluation['caseKind'];
const kinds = Object.keys(CASE_KINDS) as Kind[];

/** 服务评价: how satisfied enterprises are with each institution, and what they said, with their names covered. */
export default function PublishedPage() {
  const figures = useQuery({
    queryKey: ['evaluations', 'published', 'figures'],
    queryFn: ({ signal }) => api.get('/api/ops/published-evaluations/figures', { signal }),
  });
  return (
    <>
      <PageHead
        title="服务评价"
        intro="企业对所办事项的评价：满意率、差评处理率和公开的评价内容，企业名称已隐去部分"
      />
      <Wrap className={css.page}>
        <Stack>
          <Loaded query={figures} compact>
            {(data) => (
              <Panel
                title="满意度"
                more={<span className={css.note}>按首次评价统计，平均分满分 5 分</span>}
                flush
              >
                {data.all.given === 0 ? (
                  <Empty compact title="还没有评价" />
                ) : (
                  <PlainTable
                    figures
                    named
                    head={['办理机构', ...FIGURE_HEADS]}
                    rows={[
                      ['全部', ...publishedCells(data.all)],
                      ...data.institutions.map((row) => [handlerOf(row), ...publishedCells(row)]),
                    ]}
                  />
                )}
              </Panel>
            )}
          </Loaded>
          <Published />
        </Stack>
      </Wrap>
    </>
  );
}

function Published() {
  const [params] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const caseKind = kinds.find((one) => one === params.get('caseKind'));
  const query = useQuery({
    queryKey: ['evaluations', 'published', caseKind, page],
    queryFn: ({ signal }) =>
      api.get('/api/ops/published-evaluations', { query: { caseKind, page, size: SIZE }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title="公开的评价">
      <Chips
        name="caseKind"
        label="事项"
        options={kinds.map((value) => ({ value, label: CASE_KINDS[value] }))}
      />
      <Loaded query={query} skeleton={<Skeleton lines={8} />}>
        {({ items, total }) =>
          items.length ? (
            <>
              <Rows items={items} row={(one) => <Row of={one} />} />
              <StatePager state={{ page, size: SIZE }} total={total} />
            </>
          ) : (
            <Empty compact title="没有公开的评价" />
          )
        }
      </Loaded>
    </Panel>
  );
}

function Row({ of: one }: { of: PublicEvaluation }) {
  return (
    <ListItem
      tags={
        <p>
          <GradeTag of={one.grade} />
        </p>
      }
      // What was said is what one came for; whose it is stands with the facts.
      title={<span className={css.words}>{one.words ?? (one.tags.join('、') || '没有填写评价内容')}</span>}
      facts={[
        ['企业', one.enterpriseName ?? ANONYMOUS],
        ['办理机构', handlerOf(one)],
        ['事项', CASE_KINDS[one.caseKind]],
        ['评价日期', longDate(one.givenOn)],
        ...(one.words && one.tags.length ? [['标签', one.tags.join('、')] as [string, string]] : []),
        ...(one.answer ? [[ANSWERS[one.answer], one.answerWords ?? ''] as [string, string]] : []),
        ...(one.againGrade
          ? [
              ['再次评价', [GRADES[one.againGrade], one.againWords].filter(Boolean).join('，')] as [
                string,
                string,
              ],
            ]
          : []),
      ]}
    />
  );
}
