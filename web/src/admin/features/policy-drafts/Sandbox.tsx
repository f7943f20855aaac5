import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { Fragment, useState } from 'react';
import {
  api,
  type MatchOutcome,
  type SandboxBenefit,
  type SandboxChange,
  type SandboxMoney,
  type SandboxSlice,
  type SandboxSummary,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import { Loaded, longDate, NONE, numberText, PlainTable, StatusTag, todayText } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { Panel } from '../../ui/page';
import type { Criterion } from './criteria/model';
import css from './Sandbox.module.css';

/** What is counted: whom nothing changes for is in no list. */
const CHANGES = ['GAIN', 'LOSE', 'UNKNOWN'] as const satisfies SandboxChange[];
type Change = (typeof CHANGES)[number];
const COUNT = { GAIN: 'gain', LOSE: 'lose', UNKNOWN: 'unknown' } as const;
const MONEY = { GAIN: 'gainMoney', LOSE: 'loseMoney', UNKNOWN: 'unknownMoney' } as const;
/** Who passes between qualifying and not decided: without them what is in force, gained and lost does not add up. */
const PASSING = {
  GAIN: { count: 'decided', before: 'UNKNOWN', words: '由待补充转为可享' },
  UNKNOWN: { count: 'undecided', before: 'TRUE', words: '由可享转为待补充' },
} as const;
const PAGE = 20;

interface Wanted {
  /** Absent: whether or not anything changes. */
  change?: Change;
  before?: 'TRUE' | 'UNKNOWN';
  after?: 'TRUE';
  town?: string;
  industry?: string;
  size?: string;
  /** What the figure was about. */
  title: string;
}

/** 政策沙盘: the conditions as they stand here, held against the enterprises that the reader reaches, beside the edition in force. */
export function Sandbox({
  code,
  criteria,
  benefit,
  from,
}: {
  code: string;
  criteria: Criterion | undefined;
  /** 优惠内容 as the draft states it: by it the money is estimated. */
  benefit: string | undefined;
  /** Its first day as the draft states it. */
  from: string | undefined;
}) {
  const problems = useProblems();
  const [wanted, setWanted] = useState<Wanted>();
  const [of, setOf] = useState<{ criteria: Criterion; benefit: string; from: string | undefined }>();
  const stated = benefit ?? '';
  const run = useMutation({
    mutationFn: (tree: Criterion) => {
      setOf({ criteria: tree, benefit: stated, from });
      return api.post('/api/match/sandbox', { body: { code, criteria: tree as never, benefit: stated } });
    },
    onError: (error) => problems(error),
  });
  const outdated = run.data && (of?.criteria !== criteria || of?.benefit !== stated || of?.from !== from);
  // Of the draft as it was tried out, not as it is typed now.
  const begins = of?.from && of.from > todayText() ? of.from : undefined;
  const publishedBegins = run.data?.beginsOn;
  return (
    <section className={css.sandbox} aria-label="政策沙盘">
      <div className={css.begin}>
        <p className={css.quiet}>
          用您管辖范围内的企业推演：按这份草稿和按现行版分别判定，看谁会变化。只看条件，不看有效期；不使用企业授权的税务数据。
        </p>
        <div>
          <Button
            type="primary"
            disabled={!criteria}
            loading={run.isPending}
            onClick={() => criteria && run.mutate(criteria)}
          >
            {run.data ? '重新推演' : '开始推演'}
          </Button>
          {!criteria && <span className={css.quiet}> 请先填写申报条件</span>}
        </div>
      </div>
      {outdated && (
        <p className={css.quiet}>条件、优惠内容或施行日期在推演后又有修改，下面是修改前的结果。</p>
      )}
      {publishedBegins && (
        <p className={css.quiet}>
          已发布的版本自 {longDate(publishedBegins)} 起施行：按现行版可享的，施行前在名单中列为“
          {label('matchOutcome', 'UPCOMING')}”。
        </p>
      )}
      {begins && run.data && (
        <p className={css.quiet}>
          草稿自 {longDate(begins)} 起施行：按草稿可享的，施行前在名单中列为“
          {label('matchOutcome', 'UPCOMING')}”。
        </p>
      )}
      {run.data && <Figures summary={run.data} onOpen={setWanted} />}
      <InfoDrawer
        open={!!wanted}
        title={wanted?.change ? `${label('sandboxChange', wanted.change)}：${wanted.title}` : wanted?.title}
        onClose={() => setWanted(undefined)}
        width={640}
      >
        {wanted && of && (
          <Affected
            key={JSON.stringify(wanted)}
            code={code}
            criteria={of.criteria}
            wanted={wanted}
            toCome={{ before: !!publishedBegins, after: !!begins }}
          />
        )}
      </InfoDrawer>
    </section>
  );
}

function Figures({ summary, onOpen }: { summary: SandboxSummary; onOpen: (wanted: Wanted) => void }) {
  const open = (count: number, wanted: Wanted) => (
    <Figure count={count} name={wanted.title} onOpen={summary.listed ? () => onOpen(wanted) : undefined} />
  );
  const { enterprises, before, after, fewest } = summary;
  return (
    <>
      <p>
        共 {open(enterprises, { title: '全部企业' })} 家企业。
        {!summary.compared || before === undefined ? (
          '还没有现行版；'
        ) : (
          <>按现行版可享 {open(before, { before: 'TRUE', title: '按现行版可享' })} 家，</>
        )}
        {after === undefined ? (
          '按草稿可享的家数不列。'
        ) : (
          <>按草稿可享 {open(after, { after: 'TRUE', title: '按草稿可享' })} 家。</>
        )}
        {summary.switchedOff > 0 && `另有 ${numberText(summary.switchedOff)} 家关闭了个性化推荐，不在其中。`}
      </p>
      {summary.withheld && (
        <p className={css.quiet}>
          条件用到只对企业本人可见的数据，其中有的只决定不足 {fewest}{' '}
          家企业的结论，或几乎每家企业适用的条件都不同，不列家数，以免反推单家企业的数据。本次不计入每天的次数。
        </p>
      )}
      {!summary.withheld && <Changes summary={summary} onOpen={onOpen} />}
    </>
  );
}

function Changes({ summary, onOpen }: { summary: SandboxSummary; onOpen: (wanted: Wanted) => void }) {
  return (
    <>
      <dl className={css.totals}>
        {CHANGES.map((change) => (
          <div key={change}>
            <dt>{label('sandboxChange', change)}</dt>
            <dd>
              <Figure
                count={summary[COUNT[change]]}
                onOpen={summary.listed ? () => onOpen({ change, title: '全部' }) : undefined}
                name={`全部 ${label('sandboxChange', change)}`}
              />
              {summary[COUNT[change]] !== undefined && ' 家'}
            </dd>
            {change === 'LOSE' && !!summary.nearly && (
              <dd className={css.money}>其中 {numberText(summary.nearly)} 家差一项，补上仍可享</dd>
            )}
            {change !== 'LOSE' && <Passing summary={summary} change={change} onOpen={onOpen} />}
            <dd className={css.money}>
              <Money summary={summary} change={change} money={summary[MONEY[change]]} />
            </dd>
          </div>
        ))}
      </dl>
      {!summary.listed && (
        <p className={css.quiet}>
          条件用到只对企业本人可见的数据（如应纳税所得额），只列家数，不列名单。其他条件相同的企业中，符合的或不符合的不足{' '}
          {summary.fewest} 家的，以及由其他数字可以推出的，不列数字；不列的也可能是 0 家。
        </p>
      )}
      <Basis summary={summary} />
      <div className={css.slices}>
        <Slices title="按镇街" summary={summary} slices={summary.towns} by="town" onOpen={onOpen} />
        <div className={css.below}>
          <Slices
            title="按行业门类"
            summary={summary}
            slices={summary.industries}
            by="industry"
            onOpen={onOpen}
          />
          <Slices title="按企业规模" summary={summary} slices={summary.sizes} by="size" onOpen={onOpen} />
        </div>
      </div>
    </>
  );
}

function Passing({
  summary,
  change,
  onOpen,
}: {
  summary: SandboxSummary;
  change: keyof typeof PASSING;
  onOpen: (wanted: Wanted) => void;
}) {
  const { count, before, words } = PASSING[change];
  const number = summary[count];
  if (!number) return null;
  return (
    <dd className={css.money}>
      其中{' '}
      {summary.listed ? (
        <Button
          type="link"
          className={css.figure}
          aria-label={`${words} ${number} 家，查看名单`}
          onClick={() => onOpen({ change, before, title: words })}
        >
          {numberText(number)}
        </Button>
      ) : (
        numberText(number)
      )}{' '}
      家{words}
    </dd>
  );
}

/** On what the money rests: what the documents state, and how it becomes a sum or why it does not. */
function Basis({ summary }: { summary: SandboxSummary }) {
  const { benefit, benefitBefore } = summary;
  const same = !benefitBefore || benefitBefore.words === benefit.words;
  return (
    <div className={css.quiet}>
      <p>
        <b>金额测算依据</b>　{same ? '' : '新增、待补充按草稿：'}
        {basisText(benefit)}
        {!same && `不再可享按现行版：${basisText(benefitBefore)}`}
      </p>
      <p>
        金额为估算区间，不是预算；待补充的单列，按“若均符合”计。
        <br />* 可测算的企业不足 3 家，不列合计，以免反推单家企业的数据。
      </p>
    </div>
  );
}

const benefitOf = (summary: SandboxSummary, change: Change) =>
  change === 'LOSE' ? summary.benefitBefore : summary.benefit;

const isReckoned = (summary: SandboxSummary, change: Change) => !!benefitOf(summary, change)?.reckoned;

const basisText = ({ words, method }: SandboxBenefit) => (words ? `“${words}”，${method}。` : `${method}。`);

const ABOUT = '约';

/** A sum over so few that it is not told; the note under the tables says why. */
const FEW = '—*';

/** Each piece keeps its line: a range is not broken between its ends. */
function Money(of: { summary: SandboxSummary; change: Change; money: SandboxMoney }) {
  const pieces = moneyPieces(of);
  return (
    <>
      {pieces.map((piece, at) => (
        <span key={piece} className={piece.startsWith(ABOUT) ? css.range : css.piece}>
          {piece}
          {at < pieces.length - 1 && '，'}
        </span>
      ))}
    </>
  );
}

function moneyPieces({
  summary,
  change,
  money: { low, high, counted, uncounted },
}: {
  summary: SandboxSummary;
  change: Change;
  money: SandboxMoney;
}): string[] {
  if (counted + uncounted === 0) return [];
  if (!isReckoned(summary, change)) return ['优惠不能折算为金额'];
  // Where each counts with the average of its size, none of its own figures is missing.
  const averaged = benefitOf(summary, change)?.averaged;
  if (counted === 0) return averaged ? ['同规模企业过少或一家占一半以上', '不测算'] : ['缺少测算所需的数据'];
  if (low === undefined || high === undefined) return [FEW];
  const range = low === high ? numberText(high) : `${numberText(low)}—${numberText(high)}`;
  return [
    ...(change === 'UNKNOWN' ? ['若均符合'] : []),
    `${ABOUT} ${range} 万元`,
    ...(uncounted > 0
      ? [`${numberText(uncounted)} 家${averaged ? '的同规模企业过少或一家占一半以上' : '缺数据'}未计`]
      : []),
  ];
}

function Figure({
  count,
  name,
  onOpen,
}: {
  /** Absent where it is not told. */
  count: number | undefined;
  name: string;
  /** Absent where the figure opens no list. */
  onOpen: (() => void) | undefined;
}) {
  if (count === undefined) return <>不列</>;
  if (!count || !onOpen) return <>{numberText(count)}</>;
  return (
    <Button type="link" className={css.figure} aria-label={`${name} ${count} 家，查看名单`} onClick={onOpen}>
      {numberText(count)}
    </Button>
  );
}

function Slices({
  title,
  summary,
  slices,
  by,
  onOpen,
}: {
  title: string;
  summary: SandboxSummary;
  slices: SandboxSlice[];
  by: 'town' | 'industry' | 'size';
  onOpen: (wanted: Wanted) => void;
}) {
  const concerned = slices
    .filter((slice) => weight(slice) > 0)
    .sort((one, other) => weight(other) - weight(one));
  const rest = slices.length - concerned.length;
  const untold = slices.some((slice) => CHANGES.some((change) => slice[COUNT[change]] === undefined));
  const what = title.slice(1);
  if (!concerned.length) {
    return (
      <Panel title={title}>
        <p className={css.quiet}>
          {untold ? '各项都没有可以列出的家数。' : '没有变化，也没有待补充的企业。'}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={title} bare>
      <div className={css.slice}>
        <PlainTable
          figures
          named
          head={[what, ...CHANGES.map((change) => label('sandboxChange', change))]}
          rows={concerned.map((slice) => [
            slice.label,
            ...CHANGES.map((change) => {
              const count = slice[COUNT[change]];
              if (count === undefined) return '不列';
              return (
                <Fragment key={change}>
                  <Figure
                    count={count}
                    name={`${slice.label} ${label('sandboxChange', change)}`}
                    onOpen={
                      summary.listed
                        ? () => onOpen({ change, [by]: slice.value, title: slice.label })
                        : undefined
                    }
                  />
                  {count > 0 && isReckoned(summary, change) && (
                    <span className={css.money}>
                      <Money summary={summary} change={change} money={slice[MONEY[change]]} />
                    </span>
                  )}
                </Fragment>
              );
            }),
          ])}
        />
        {rest > 0 && (
          <p className={css.rest}>
            其余 {rest} 个{what}
            {untold ? '没有可以列出的家数。' : '没有变化。'}
          </p>
        )}
      </div>
    </Panel>
  );
}

/** Whom a draft changes something for stands before those of whom it is not known. */
const weight = ({ gain = 0, lose = 0, unknown = 0 }: SandboxSlice) => (gain + lose) * 1_000_000 + unknown;

function Affected({
  code,
  criteria,
  wanted,
  toCome,
}: {
  code: string;
  criteria: Criterion;
  wanted: Wanted;
  /** Which of the two begins later: who meets it does not qualify yet. */
  toCome: { before: boolean; after: boolean };
}) {
  const [page, setPage] = useState(1);
  const { change, before, after, town, industry, size } = wanted;
  const query = useQuery({
    queryKey: ['policy-sandbox', code, criteria, change, before, after, town, industry, size, page],
    queryFn: ({ signal }) =>
      api.post('/api/match/sandbox/enterprises', {
        body: {
          code,
          criteria: criteria as never,
          change,
          before,
          after,
          town,
          industry,
          size,
          page,
          pageSize: PAGE,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} compact>
      {({ items, total }) => (
        <div className={css.list}>
          <p>共 {numberText(total)} 家</p>
          <PlainTable
            named
            head={['企业', '镇街', '规模', '现行版', '草稿']}
            rows={items.map((one) => [
              one.name,
              one.town,
              one.size,
              one.before ? <StatusTag of="matchOutcome" value={onDay(one.before, toCome.before)} /> : NONE,
              <StatusTag key="after" of="matchOutcome" value={onDay(one.after, toCome.after)} />,
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
              style={{ marginTop: 16 }}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}

const onDay = (outcome: MatchOutcome, toCome: boolean) =>
  toCome && outcome === 'ELIGIBLE' ? 'UPCOMING' : outcome;
