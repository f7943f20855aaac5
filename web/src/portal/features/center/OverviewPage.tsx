import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, isUnread, useMe } from '@/shared/api';
import { noCode } from '@/shared/code/ownCode';
import { useMyEnterprise } from '@/shared/enterprise';
import { groupOf, useMatchResult, useProfile, type MatchGroup } from '@/shared/match';
import {
  dateTimeText,
  DemoTag,
  Empty,
  Icon,
  Loaded,
  LoanState,
  Skeleton,
  StatusTag,
  tidied,
  timeAgo,
  Uscc,
  yuanInRow,
} from '@/shared/ui';
import { ButtonLink, More } from '../../ui';
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
  const applications = useQuery({
    queryKey: ['applications', 'recent'],
    queryFn: ({ signal }) => api.get('/api/finance/my/applications', { signal, query: { page: 1, size: 3 } }),
  });
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
                <span className={`${css.number} zq-num`}>{count('ELIGIBLE') ?? '—'}</span>
                <b>现在可享的政策</b>
                {match.data ? `另有 ${count('NEARLY')} 条只差一项` : '还没有匹配结果'}
              </Link>
            )}
          </li>
          <li>
            <Link to="/center/profile">
              <span className={`${css.number} zq-num`}>
                {profile.data ? `${Math.round(profile.data.completeness)}%` : '—'}
              </span>
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
        <Panel title="最近的申请" flush more={<More to="/center/applications">全部申请</More>}>
          <Loaded query={applications} skeleton={<Skeleton lines={4} />} compact>
            {({ items }) =>
              items.length ? (
                <ul className={css.rows}>
                  {items.map((application) => (
                    <li key={application.id}>
                      <Link to={`/center/applications/${application.id}`}>
                        <span className={css.main}>
                          <b>{application.productTitle}</b>
                          <small className={css.facts}>
                            <span className="zq-whole">{application.number}</span>
                            <span className="zq-whole">{dateTimeText(application.submittedAt)}</span>
                          </small>
                        </span>
                        <span className={`zq-num ${css.amount}`}>{yuanInRow(application.amount)}</span>
                        <span className={css.status}>
                          <LoanState of={application} />
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              ) : (
                <Empty compact title="还没有提交过申请">
                  <ButtonLink look="outline" small to="/loans">
                    看看贷款产品
                  </ButtonLink>
                </Empty>
              )
            }
          </Loaded>
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
                          <small className={css.preview}>{tidied(message.body)}</small>
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
