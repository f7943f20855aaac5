import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, isUnread, useMe } from '@/shared/api';
import { useCases, type Case } from '@/shared/cases/useCases';
import { noCode } from '@/shared/code/ownCode';
import { useMyEnterprise } from '@/shared/enterprise';
import { groupOf, useMatchResult, useProfile, type MatchGroup } from '@/shared/match';
import { Invited } from '@/shared/members/Invited';
import { isOpenPromise } from '@/shared/promise/promise';
import { Promised } from '@/shared/promise/Promised';
import {
  dateTimeText,
  DemoTag,
  Empty,
  ErrorState,
  Icon,
  Loaded,
  LoanState,
  Skeleton,
  StatusTag,
  tidied,
  timeAgo,
  Uscc,
  yuanInRow,
  Whole,
} from '@/shared/ui';
import { ButtonLink, More, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import css from './OverviewPage.module.css';

export default function OverviewPage() {
  const { me } = useMe();
  const enterprise = useMyEnterprise();
  const code = useQuery({
    queryKey: ['code'],
    queryFn: ({ signal }) => api.get('/api/code/my/code', { signal }),
  });
  const profile = useProfile();
  const match = useMatchResult();
  const cases = useCases();
  const messages = useQuery({
    queryKey: ['messages', 'list', 'recent'],
    queryFn: ({ signal }) => api.get('/api/message/my/messages', { signal, query: { page: 1, size: 4 } }),
  });
  const count = (group: MatchGroup) => match.data?.policies.filter((one) => groupOf(one) === group).length;

  return (
    <>
      <CenterHead
        title={me?.enterprise?.name}
        intro={
          <span className={css.sub}>
            <Uscc of={me?.enterprise?.uscc ?? ''} />
            {code.data && <StatusTag of="codeStatus" value={code.data.status} />}
            {code.data && code.data.level !== 'NORMAL' && (
              <StatusTag of="codeLevel" value={code.data.level} />
            )}
            {enterprise.data?.demo && <DemoTag />}
          </span>
        }
      />
      <Stack>
        <Invited to="/center/members" frame={(content) => <Notice>{content}</Notice>} />
        <ul className={css.tiles}>
          <li>
            <Link to="/code">
              <Icon name="code" size={32} />
              <b>企业码</b>
              {code.data
                ? code.data.status === 'ACTIVE'
                  ? '点击出示'
                  : '当前不可出示'
                : noCode(code.error)
                  ? '尚未领取'
                  : ' '}
            </Link>
          </li>
          <li>
            {match.data?.order === 'GENERAL' ? (
              <Link to="/match">
                <span className={`${css.number} zq-num`}>{match.data.policies.length}</span>
                <b>在库政策</b>
                个性化推荐已关闭
              </Link>
            ) : (
              <Link to="/match?outcome=ELIGIBLE">
                {match.data ? (
                  <span className={`${css.number} zq-num`}>{count('ELIGIBLE')}</span>
                ) : (
                  <Icon name="match" size={32} />
                )}
                <b>可享的政策</b>
                {match.data
                  ? `另有 ${count('NEARLY')} 条只差一项`
                  : match.data === null
                    ? '还没有匹配，去开始'
                    : ' '}
              </Link>
            )}
          </li>
          <li>
            <Link to="/center/profile">
              {profile.data ? (
                <span className={`${css.number} zq-num`}>{Math.round(profile.data.completeness)}%</span>
              ) : (
                <Icon name="profile" size={32} />
              )}
              <b>数据完整度</b>
              {profile.data && profile.data.completeness < 100 ? '补充后匹配更准' : '数据已齐全'}
            </Link>
          </li>
          <li>
            <Link to="/match/report">
              <Icon name="report" size={32} />
              <b>规划报告</b>
              申报顺序与差距
            </Link>
          </li>
        </ul>
        {cases.underway.length > 0 && (
          <Panel title="进行中" flush>
            <ul className={css.rows}>
              {cases.underway.map((one) => (
                <CaseRow key={one.id} of={one} />
              ))}
            </ul>
          </Panel>
        )}
        <Panel
          title="最近办结"
          flush
          more={
            <span className={css.all}>
              <More to="/center/applications">融资</More>
              <More to="/center/declarations">申报</More>
              <More to="/center/redemptions">兑付</More>
            </span>
          }
        >
          {cases.pending ? (
            <Skeleton lines={4} />
          ) : cases.ended.length ? (
            <ul className={css.rows}>
              {cases.ended.slice(0, RECENT).map((one) => (
                <CaseRow key={one.id} of={one} />
              ))}
            </ul>
          ) : cases.error ? (
            <ErrorState compact error={cases.error} onRetry={cases.retry} />
          ) : (
            <Empty compact title={cases.underway.length ? '还没有办结的申请' : '还没有提交过申请'}>
              <ButtonLink look="outline" small to="/loans">
                看看贷款产品
              </ButtonLink>
            </Empty>
          )}
        </Panel>
        <Panel title="最新消息" flush more={<More to="/center/messages">全部消息</More>}>
          <Loaded query={messages} skeleton={<Skeleton lines={4} />} compact>
            {({ items }) =>
              items.length ? (
                <ul className={css.rows}>
                  {items.map((message) => (
                    <li key={message.id}>
                      <Link to={`/center/messages/${message.id}`}>
                        <span className={css.main}>
                          <b className={isUnread(message) ? css.unread : css.read}>{message.title}</b>
                          <small className={css.preview}>
                            <Whole>{tidied(message.body)}</Whole>
                          </small>
                        </span>
                        <time dateTime={message.createdAt}>{timeAgo(message.createdAt)}</time>
                      </Link>
                    </li>
                  ))}
                </ul>
              ) : (
                <Empty compact title="没有消息" />
              )
            }
          </Loaded>
        </Panel>
      </Stack>
    </>
  );
}

/** So many that have ended are worth a look. */
const RECENT = 3;

const KINDS = {
  LOAN: { name: '融资申请', status: 'loanStatus', path: (id: string) => `/center/applications/${id}` },
  DECLARATION: {
    name: '政策申报',
    status: 'declarationStatus',
    path: (id: string) => `/declarations/${id}`,
  },
  REDEMPTION: { name: '资金兑付', status: 'redemptionStatus', path: (id: string) => `/redemptions/${id}` },
  CLAIM: { name: '领码', status: 'claimStatus', path: () => '/code/claims' },
} as const;

function CaseRow({ of: one }: { of: Case }) {
  const { name, status, path } = KINDS[one.of];
  return (
    <li>
      <Link to={path(one.id)}>
        <span className={css.main}>
          <b>{one.title}</b>
          <small className={css.facts}>
            <span>{name}</span>
            {one.number && <span className="zq-whole">{one.number}</span>}
            {one.promise && isOpenPromise(one.promise) ? (
              <span>
                <Promised promise={one.promise} of={one.of} />
              </span>
            ) : (
              one.at && <span className="zq-whole">{dateTimeText(one.at)}</span>
            )}
          </small>
        </span>
        {one.loan && <span className={`zq-num ${css.amount}`}>{yuanInRow(one.loan.amount)}</span>}
        <span className={css.status}>
          {one.loan ? <LoanState of={one.loan} /> : <StatusTag of={status} value={one.status} />}
        </span>
      </Link>
    </li>
  );
}
