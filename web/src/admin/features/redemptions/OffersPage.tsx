import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  api,
  isProblem,
  problemText,
  useMe,
  useSubmit,
  type RedemptionProjectDetail,
  type ReverseRow,
} from '@/shared/api';
import { useRedemptionProject } from '@/shared/redemptions';
import {
  conditionText,
  Empty,
  ErrorState,
  Loaded,
  longDate,
  Skeleton,
  StatusTag,
  Tag,
  yuanExact,
} from '@/shared/ui';
import { CheckedNumber } from '../../ui/CheckedNumber';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { PanelTable } from '../../ui/PanelTable';
import { intoView, wasRefused } from '../../ui/RefusedLines';
import { CandidateSearch, type Sought } from './CandidateSearch';
import { isOver, Offering } from './Offering';
import css from './redemptions.module.css';

const SIZE = 20;
/** As many as the service asks matching-service after, while somebody waits. */
const MOST = 50;
/** As many as the service is asked at once whether they have an offer. */
const MOST_ASKED = 100;

/** 免申即享: to whom of those that the reverse match finds the department offers it, with the reasons beside each. */
export default function OffersPage() {
  const { id = '' } = useParams();
  const query = useRedemptionProject(id);
  return (
    <Loaded page query={query}>
      {(project) =>
        project.kind === 'EXEMPT' ? (
          <Candidates project={project} />
        ) : (
          <Empty title="该项目由企业申请，没有免申即享名单" />
        )
      }
    </Loaded>
  );
}

type Candidate = ReverseRow;

const CANDIDATES = ['reverse', 'policies', 'candidates'];

/** Whom of those that were asked for the service found not to qualify now. */
function notEligible(error: Error, enterprises: string[]): string[] {
  if (!isProblem(error, 'OFFERS_FAULTY')) return [];
  return error.fields
    .filter(({ code }) => code === 'NOT_ELIGIBLE')
    .flatMap(({ field }) => enterprises[Number(/^offers\[(\d+)\]$/.exec(field)?.[1])] ?? []);
}

function Candidates({ project }: { project: RedemptionProjectDetail }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { can } = useMe();
  const [page, setPage] = useState(1);
  const [sought, setSought] = useState<Sought>({});
  const [chosen, setChosen] = useState<string[]>([]);
  // Chosen over several pages of the list, of which only one is at hand.
  const [names, setNames] = useState<Record<string, string>>({});
  const [figures, setFigures] = useState<Record<string, number | null>>({});
  const [refused, setRefused] = useState<{ title: string; reasons: string[] }>();
  // Whom the last check found not to qualify any more, whatever the list said before.
  const [lapsed, setLapsed] = useState<Candidate[]>([]);
  const [lapsedOnly, setLapsedOnly] = useState(false);
  const policy = useQuery({
    queryKey: ['policy', project.policyId],
    queryFn: ({ signal }) =>
      api.get('/api/policy/policies/{idOrCode}', { path: { idOrCode: project.policyId }, signal }),
  });
  const code = policy.data?.code;
  const { criteria, policyId, policyBeginsOn: begins } = project;
  // Who may not try limits reads whom the policy is for, and so does everybody where the limits are of what is for the enterprises alone; who is not meant is found by the check.
  const whom = criteria && can('user.enterprise.read') ? criteria : undefined;
  // Of what begins later one reads beforehand who will qualify, and offers it to nobody yet.
  const outcome = begins ? 'UPCOMING' : 'ELIGIBLE';
  const found = useQuery({
    queryKey: [...CANDIDATES, code, outcome, whom, sought, page],
    queryFn: async ({ signal }) => {
      if (whom) {
        try {
          const both = await api.post('/api/match/reverse/audience/enterprises', {
            body: { policyId, criteria: whom as never, outcome, ...sought, page, pageSize: SIZE },
            signal,
          });
          return { ...both, ofProject: true };
        } catch (error) {
          if (!isProblem(error, 'AUDIENCE_COUNTS_ONLY')) throw error;
        }
      }
      const all = await api.get('/api/match/reverse/policies', {
        query: { code, outcome, ...sought, page, size: SIZE },
        signal,
      });
      return { ...all, ofProject: false };
    },
    enabled: !!code && can('match.reverse.policy'),
    placeholderData: keepPreviousData,
  });
  const shown = (lapsedOnly ? lapsed : (found.data?.items ?? [])).map(({ enterpriseId }) => enterpriseId);
  // Of those that are shown the service says which have one: of a project with many the list of its applications would not say it of all.
  const offered = useQuery({
    queryKey: ['console-redemptions', 'offered', project.id, shown],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/redemption-projects/{id}/offers', {
        path: { id: project.id },
        query: { enterprises: shown.slice(0, MOST_ASKED) },
        signal,
      }),
    enabled: shown.length > 0,
    placeholderData: keepPreviousData,
  });
  const offer = useSubmit(
    (enterprises: string[], idempotencyKey) =>
      api.post('/api/policy/manage/redemption-projects/{id}/offers', {
        path: { id: project.id },
        body: {
          offers: enterprises.map((enterpriseId) => ({
            enterpriseId,
            basis: project.basis ? (figures[enterpriseId] ?? undefined) : undefined,
          })),
        },
        idempotencyKey,
      }),
    {
      about: (enterprises) => JSON.stringify([enterprises, figures]),
      onSuccess: (answer) => {
        void message.success(`已向 ${answer.offered.length} 家企业发出，等待企业确认`);
        void queries.invalidateQueries({ queryKey: ['console-redemptions'] });
        void queries.invalidateQueries({ queryKey: ['redemption-projects'] });
        void navigate(`/redemptions?projectId=${project.id}`);
      },
      onError: (error, enterprises) => {
        const gone = notEligible(error, enterprises);
        if (gone.length) {
          const seen = queries
            .getQueriesData<{ items: Candidate[] }>({ queryKey: CANDIDATES })
            .flatMap(([, list]) => list?.items ?? []);
          setLapsed((before) => [
            ...before.filter((one) => !gone.includes(one.enterpriseId)),
            ...gone.flatMap((id) => seen.find((one) => one.enterpriseId === id) ?? []),
          ]);
          setChosen((before) => before.filter((id) => !gone.includes(id)));
          void queries.invalidateQueries({ queryKey: CANDIDATES });
        }
        const each =
          isProblem(error) && isProblem(error, 'OFFERS_FAULTY') ? error.fields.map((one) => one.message) : [];
        // It stays on the page: whoever mends the list reads it while they do.
        setRefused(
          each.length
            ? { title: `有 ${each.length} 处不符，没有发出任何一家`, reasons: each }
            : {
                title: wasRefused(error) ? '没有发出任何一家' : '没有得到答复，请先查看兑付申请再重试',
                reasons: [problemText(error)],
              },
        );
        // What is free may be another sum by now.
        void queries.invalidateQueries({ queryKey: ['redemption-project', project.id] });
      },
    },
  );
  const lapsedIds = new Set(lapsed.map(({ enterpriseId }) => enterpriseId));
  const status = new Map(offered.data?.map((one) => [one.enterpriseId, one.status]));
  const lacking = project.basis ? chosen.filter((one) => figures[one] == null).length : 0;
  const [asking, setAsking] = useState(false);
  const basis = project.basis ? chosen.flatMap((one) => figures[one] ?? []) : undefined;
  const sum = useQuery({
    queryKey: ['redemption-project', project.id, 'offers', 'sum', chosen.length, basis],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/redemption-projects/{id}/offers/sum', {
        path: { id: project.id },
        query: { enterprises: chosen.length, basis },
        signal,
      }),
    enabled: asking,
    // What is free is another sum at any time.
    staleTime: 0,
    retry: false,
  });
  return (
    <div className={pageCss.page}>
      <PageHead
        title={`确认名单：${project.title}`}
        tags={<StatusTag of="redemptionWindow" value={project.window} />}
        facts={
          <>
            <span>{project.ruleWords}</span>
            <span>可用预算 {yuanExact(project.money.free)}</span>
          </>
        }
      />
      {refused && (
        <div ref={intoView}>
          <Alert
            type="error"
            role="alert"
            showIcon
            title={refused.title}
            description={
              <ul className={css.files}>
                {refused.reasons.map((text, index) => (
                  <li key={index}>{text}</li>
                ))}
              </ul>
            }
          />
        </div>
      )}
      {begins && (
        <Alert type="info" showIcon title={`政策自 ${longDate(begins)} 起施行，施行前不能确认名单`} />
      )}
      {lapsed.length > 0 && (
        <Segmented
          aria-label="候选企业筛选"
          value={lapsedOnly}
          options={[
            { value: false, label: '全部候选' },
            { value: true, label: `不再符合 ${lapsed.length}` },
          ]}
          onChange={setLapsedOnly}
        />
      )}
      <Panel
        title="符合条件的企业"
        extra={
          begins
            ? `按反向匹配，只列出施行后符合${criteria && found.data?.ofProject === false ? '政策条件' : '条件'}的企业，供查阅`
            : criteria && found.data?.ofProject === false
              ? '按政策条件反向匹配，只列出“可享”的企业；确认时逐家核对政策条件和兑付对象，不符合兑付对象的不能确认'
              : '按反向匹配，只列出“可享”的企业；确认时逐家再次核对并留存依据'
        }
        bare
      >
        {!can('match.reverse.policy') ? (
          <Empty compact title="需要“政策反向匹配”权限才能查看候选企业" />
        ) : found.error && !found.data ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <>
            {!lapsedOnly && (
              <CandidateSearch
                sought={sought}
                onSeek={(next) => {
                  setSought(next);
                  setPage(1);
                }}
              />
            )}
            <PanelTable
              name="候选企业"
              rowKey="enterpriseId"
              rows={lapsedOnly ? lapsed : (found.data?.items ?? [])}
              empty={
                found.isPending ? (
                  <Skeleton lines={6} height={24} />
                ) : (
                  <Empty
                    compact
                    title={
                      Object.values(sought).some(Boolean) ? '没有查到符合条件的企业' : '没有符合条件的企业'
                    }
                  />
                )
              }
              selection={{
                keys: chosen,
                mayPick: (row) =>
                  !begins && !status.has(row.enterpriseId) && !lapsedIds.has(row.enterpriseId),
                onChange: (keys) => {
                  setChosen(keys);
                  setNames((before) => ({
                    ...before,
                    ...Object.fromEntries(found.data?.items.map((row) => [row.enterpriseId, row.name]) ?? []),
                  }));
                },
              }}
              size={SIZE}
              {...(!lapsedOnly && { page, total: found.data?.total ?? 0, onPage: setPage })}
              columns={[
                {
                  key: 'name',
                  title: '企业',
                  render: (_, row) => (
                    <>
                      {can('user.enterprise.read') ? (
                        <Link to={`/enterprises/${row.enterpriseId}`}>{row.name}</Link>
                      ) : (
                        row.name
                      )}
                      <span className={pageCss.sub}>
                        {[row.townName, row.industryName].filter(Boolean).join('，')}
                      </span>
                    </>
                  ),
                },
                {
                  key: 'reasons',
                  title: '依据',
                  render: (_, row) => row.reasons.map((reason) => conditionText(reason)).join('；'),
                },
                {
                  key: 'offered',
                  title: '名单',
                  render: (_, row) =>
                    lapsedIds.has(row.enterpriseId) ? (
                      <Tag tone="bad">不再符合</Tag>
                    ) : status.has(row.enterpriseId) ? (
                      <StatusTag of="redemptionStatus" value={status.get(row.enterpriseId)!} />
                    ) : (
                      '未列入'
                    ),
                },
                ...(project.basis
                  ? [
                      {
                        key: 'basis',
                        title: `${project.basis}（${project.unit}）`,
                        render: (_: unknown, row: { enterpriseId: string; name: string }) => (
                          <CheckedNumber
                            aria-label={`${row.name}的${project.basis}`}
                            least={0}
                            most={999_999_999_999.99}
                            decimals={2}
                            className={css.number}
                            value={figures[row.enterpriseId] ?? null}
                            onChange={(value) => setFigures((now) => ({ ...now, [row.enterpriseId]: value }))}
                          />
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </>
        )}
      </Panel>
      <ActionBar
        hint={
          begins
            ? `${longDate(begins)} 起可以确认名单`
            : chosen.length > MOST
              ? `一次不超过 ${MOST} 家企业`
              : lacking
                ? `还有 ${lacking} 家没有填写${project.basis}`
                : `已选 ${chosen.length} 家`
        }
      >
        <Button onClick={() => void navigate(`/redemption-projects/${project.id}`)}>返回项目</Button>
        <MainButton
          disabled={
            !chosen.length || chosen.length > MOST || lacking > 0 || project.window !== 'OPEN' || !!begins
          }
          loading={offer.isPending}
          onClick={() => {
            setRefused(undefined);
            setAsking(true);
          }}
        >
          确认名单
        </MainButton>
      </ActionBar>
      <Modal
        open={asking}
        title={`向 ${chosen.length} 家企业发出免申即享？`}
        okText="确认名单"
        // It would be refused, and the sentence above says why.
        okButtonProps={{ disabled: isOver(sum.data) }}
        onOk={() => {
          setAsking(false);
          offer.mutate(chosen);
        }}
        onCancel={() => setAsking(false)}
      >
        <Offering
          names={chosen.flatMap((one) => names[one] ?? [])}
          count={chosen.length}
          sum={sum.data}
          failed={!!sum.error}
          free={project.money.free}
        />
      </Modal>
    </div>
  );
}
