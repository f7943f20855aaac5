import { Button, Table } from 'antd';
import type { PromiseSummary } from '@/shared/api';
import type { PromiseOf } from '@/shared/promise';
import { numberText, useMedia } from '@/shared/ui';
import { ScrollRegion } from '@/shared/ui/antd';
import { pageCss, Panel } from '../../ui/page';
import css from './BoardPage.module.css';
import { BOARDS, STANDINGS, standings, type Standing } from './boards';

/** How each bank or department stands. A phone shows of each only what there is: a row of seven figures is wider than it. */
export function Institutions({
  of,
  summary,
  choose,
}: {
  of: PromiseOf;
  summary: PromiseSummary;
  choose: (standing: Standing, institution?: string) => void;
}) {
  const { by } = BOARDS[of];
  const phone = useMedia('(max-width: 639px)');
  type Row = PromiseSummary['institutions'][number];
  const nameOf = (row: Row) => row.institutionName ?? '领码审核（各审核人员）';
  const countOf = (row: Row, standing: Standing) => row.figures[STANDINGS[standing].figure];
  if (phone)
    return (
      <Panel title={`按${by}`} bare>
        <ul className={css.institutions} aria-label={`按${by}`}>
          {summary.institutions.map((row) => (
            <li key={row.institutionId ?? 'none'}>
              {nameOf(row)}
              <p>
                {standings
                  .filter((standing) => countOf(row, standing) > 0)
                  .map((standing) => (
                    <Button
                      key={standing}
                      size="small"
                      danger={standing === 'OVERDUE'}
                      onClick={() => choose(standing, row.institutionId)}
                    >
                      {STANDINGS[standing].label} {numberText(countOf(row, standing))} 件
                    </Button>
                  ))}
              </p>
            </li>
          ))}
        </ul>
      </Panel>
    );
  return (
    <Panel title={`按${by}`} bare>
      <ScrollRegion name={`按${by}`}>
        <Table
          className={pageCss.inPanel}
          rowKey={(row) => row.institutionId ?? 'none'}
          dataSource={summary.institutions}
          scroll={{ x: 'max-content' }}
          pagination={false}
          columns={[
            { key: 'name', title: by, render: (_, row) => nameOf(row) },
            ...standings.map((standing) => ({
              key: standing,
              title: STANDINGS[standing].label,
              align: 'right' as const,
              className: pageCss.num,
              render: (_: unknown, row: Row) => {
                const count = countOf(row, standing);
                return count ? (
                  <Button
                    type="link"
                    size="small"
                    className={css.count}
                    onClick={() => choose(standing, row.institutionId)}
                  >
                    {numberText(count)}
                  </Button>
                ) : (
                  <span className={pageCss.quiet}>0</span>
                );
              },
            })),
          ]}
        />
      </ScrollRegion>
    </Panel>
  );
}
