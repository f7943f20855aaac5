import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Pagination, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, type AudienceSummary } from '@/shared/api';
import { label } from '@/shared/i18n';
import { conditionText, Loaded, longDate, NONE, numberText, PlainTable, StatusTag } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { InfoDrawer } from '../../ui/InfoDrawer';
import css from './ProjectPage.module.css';

const PAGE = 20;
/** Of what begins later nobody qualifies yet. */
const outcomes = (toCome: boolean) => [toCome ? 'UPCOMING' : 'ELIGIBLE', 'NEARLY', 'UNKNOWN'] as const;
type Outcome = ReturnType<typeof outcomes>[number];

type Tree = Record<string, unknown>;

/** How many enterprises are meant by the conditions as they stand here, together with those of the policy, and who they are. */
export function Reach({
  whom,
  policyId,
  criteria,
}: {
  /** What those are called that are meant. */
  whom: string;
  policyId: string | undefined;
  criteria: Tree;
}) {
  const problems = useProblems();
  const [open, setOpen] = useState(false);
  const run = useMutation({
    mutationFn: () =>
      api.post('/api/match/reverse/audience', { body: { policyId, criteria: criteria as never } }),
    onError: (error) => problems(error),
  });
  return (
    <section className={css.reach} aria-label="现在符合的企业">
      <Button loading={run.isPending} onClick={() => run.mutate()}>
        {run.data ? '重新核对' : '核对现在有多少企业符合'}
      </Button>
      {run.data && <Counts summary={run.data} onOpen={() => setOpen(true)} />}
      <InfoDrawer open={open} title={`${whom}名单`} onClose={() => setOpen(false)} width={720}>
        {open && <Enterprises policyId={policyId} criteria={criteria} toCome={!!run.data?.beginsOn} />}
      </InfoDrawer>
    </section>
  );
}

function Counts({ summary, onOpen }: { summary: AudienceSummary; onOpen: () => void }) {
  const left = summary.switchedOff + summary.taxWithdrawn;
  const { listed, withheld, fewest, beginsOn, nearly, unknown, ineligible } = summary;
  const [fits, meeting] = beginsOn ? ['施行后符合', summary.upcoming] : ['符合', summary.eligible];
  const told = (count: number | undefined) => (count === undefined ? '不列家数' : `${numberText(count)} 家`);
  return (
    <div role="status">
      {withheld ? (
        <p>
          条件用到只对企业本人可见的数据，其中有的只决定不足 {fewest}{' '}
          家企业的结论，或几乎每家企业适用的条件都不同，不列家数，以免反推单家企业的数据。本次不计入每天的次数。
        </p>
      ) : listed ? (
        <p>
          {fits} {told(meeting)}，差一项 {told(nearly)}，待补充 {told(unknown)}，不符合 {told(ineligible)}。
          {(meeting ?? 0) + (nearly ?? 0) + (unknown ?? 0) > 0 && (
            <Button type="link" size="small" onClick={onOpen}>
              查看名单
            </Button>
          )}
        </p>
      ) : (
        <p>
          {fits} {told(meeting)}，待补充 {told(unknown)}
          。条件用到只对企业本人可见的数据（如应纳税所得额），只列家数，不列名单，差一项和不符合的不分列；其他条件相同的企业中，符合或不符合的不足{' '}
          {fewest} 家的不列家数，不列的也可能是 0 家。
        </p>
      )}
      <p className={css.hint}>
        连同政策条件，按 {longDate(summary.asOf)} 的数据，在您的数据权限内；不使用企业授权的税务数据
        {left > 0 && `，另有 ${numberText(left)} 家不愿被推荐或收回了授权，不在其中`}。{summary.notice}
      </p>
    </div>
  );
}

function Enterprises({
  policyId,
  criteria,
  toCome,
}: {
  policyId: string | undefined;
  criteria: Tree;
  /** Whether the policy begins later. */
  toCome: boolean;
}) {
  const [page, setPage] = useState(1);
  const [outcome, setOutcome] = useState<Outcome>(outcomes(toCome)[0]);
  const query = useQuery({
    queryKey: ['project-audience', policyId, criteria, outcome, page],
    queryFn: ({ signal }) =>
      api.post('/api/match/reverse/audience/enterprises', {
        body: { policyId, criteria: criteria as never, outcome, page, pageSize: PAGE },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Segmented
        aria-label="结论"
        value={outcome}
        options={outcomes(toCome).map((value) => ({ value, label: label('matchOutcome', value) }))}
        onChange={(value) => {
          setOutcome(value);
          setPage(1);
        }}
      />
      <Loaded query={query} compact>
        {({ items, total }) =>
          total === 0 ? (
            <p className={css.hint}>数据权限内没有这样的企业。</p>
          ) : (
            <>
              <p>共 {numberText(total)} 家</p>
              <PlainTable
                head={['企业', '结论', '镇街', '依据']}
                rows={items.map((one) => [
                  <Link key="name" to={`/enterprises/${one.enterpriseId}`}>
                    {one.name}
                  </Link>,
                  <StatusTag key="outcome" of="matchOutcome" value={one.outcome} />,
                  one.townName ?? NONE,
                  <ul key="reasons" className={css.reasons}>
                    {one.reasons.map((reason) => (
                      <li key={reason}>{conditionText(reason)}</li>
                    ))}
                  </ul>,
                ])}
              />
              {total > PAGE && (
                <Pagination
                  align="center"
                  current={page}
                  pageSize={PAGE}
                  total={total}
                  showSizeChanger={false}
                  onChange={setPage}
                />
              )}
            </>
          )
        }
      </Loaded>
    </>
  );
}
