import { useQueries, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '@/shared/api';
import type { PromiseOf } from '@/shared/promise';
import { Loaded, Skeleton } from '@/shared/ui';
import { ChoiceTabs } from '@/shared/ui/antd';
import { PageHead, pageCss } from '../../ui/page';
import { BOARDS, standingOf, summaryOf, type Standing } from './boards';
import { Cases } from './Cases';
import { Figures } from './Figures';
import { Institutions } from './Institutions';

/** 时限看板: what is due today and overdue, by bank or department, with one click to ask for it. */
export default function BoardPage() {
  const { can } = useMe();
  const [params, setParams] = useSearchParams();
  const kinds = (Object.keys(BOARDS) as PromiseOf[]).filter((one) => BOARDS[one].permissions.some(can));
  const waiting = useMostUrgent(kinds, !params.has('of'));
  const of = kinds.find((one) => one === params.get('of')) ?? waiting;
  if (!of) return kinds.length ? <Skeleton lines={8} /> : null;
  return (
    <div className={pageCss.page}>
      <PageHead
        title="时限看板"
        facts={<span>按工作日计算的承诺时限：今天到期的、已超期的，可一键催办</span>}
      ></PageHead>
      {kinds.length > 1 && (
        <ChoiceTabs
          label="事项"
          value={of}
          options={kinds.map((value) => ({ value, label: BOARDS[value].title }))}
          onChoose={(value) => setParams({ of: value })}
        />
      )}
      <Board key={of} of={of} />
    </div>
  );
}

/** The board that has anything overdue, else due today, else the first; it stays the one, whatever is done meanwhile. */
function useMostUrgent(kinds: PromiseOf[], asked: boolean): PromiseOf | undefined {
  const [found, setFound] = useState<PromiseOf>();
  const several = kinds.length > 1;
  const summaries = useQueries({
    queries: kinds.map((one) => ({ ...summaryOf(one), enabled: asked && several && !found })),
  });
  if (!several) return kinds[0];
  if (asked && !found && summaries.every((one) => !one.isPending)) {
    const having = (figure: 'overdue' | 'dueToday') =>
      kinds.find((_, at) => (summaries[at]?.data?.all[figure] ?? 0) > 0);
    setFound(having('overdue') ?? having('dueToday') ?? kinds[0]);
  }
  return found;
}

function Board({ of }: { of: PromiseOf }) {
  const [params, setParams] = useSearchParams();
  const summary = useQuery({
    ...summaryOf(of),
    refetchInterval: 60_000,
  });
  const { can } = useMe();
  const choose = (standing: Standing, institution?: string) => {
    const next = new URLSearchParams({ of, standing });
    if (institution) next.set('institution', institution);
    setParams(next);
  };
  return (
    <Loaded query={summary}>
      {(data) => (
        <>
          {data.missingYear !== undefined && (
            <MissingYear
              year={data.missingYear}
              undated={data.all.undated}
              imports={can('user.reference.manage')}
            />
          )}
          <Figures summary={data} chosen={standingOf(params.get('standing'), data)} choose={choose} />
          {data.institutions.length > 0 && <Institutions of={of} summary={data} choose={choose} />}
          <Cases of={of} summary={data} choose={choose} />
        </>
      )}
    </Loaded>
  );
}

/** A year without calendar: large for who can import it and where cases wait for it; to the others it is by the way. */
function MissingYear({ year, undated, imports }: { year: number; undated: number; imports: boolean }) {
  const missing = `${year} 年放假安排尚未公布或导入`;
  if (!imports && !undated)
    return (
      <p className={pageCss.quiet} role="note">
        {missing}，到期日落在该年的事项暂不推算，导入后自动更新。
      </p>
    );
  return (
    <Alert
      type="warning"
      showIcon
      title={missing}
      description={
        undated > 0
          ? `${undated} 件的到期日落在该年，暂不推算，也不会判为超期；导入后自动更新。`
          : '到期日落在该年的事项暂不推算，导入后自动更新。'
      }
    />
  );
}
