import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { admits, useAdmission } from '@/shared/admission';
import { api, signInUrl, useMe, useUnreadCount, type Me } from '@/shared/api';
import { noCode } from '@/shared/code/ownCode';
import { Icon, Mascot, numberText, Skeleton, StatusTag, type IconName } from '@/shared/ui';
import { useBrand } from '@/shared/brand';
import { label } from '@/shared/i18n';
import { groupOf, type MatchGroup } from '@/shared/match';
import { ButtonAnchor, ButtonLink } from '../../ui';
import css from './Desk.module.css';

/** Not of the first load: most come with an enterprise, or as guests. */
const Unclaimed = lazy(() => import('./Unclaimed'));

/** The card beside the search: the way in for guests, the enterprise's own state for those signed in. */
export function Desk() {
  const { me, loading } = useMe();
  if (loading) {
    return (
      <div className={css.desk}>
        <Skeleton lines={6} />
      </div>
    );
  }
  if (!me) return <Guest />;
  if (me.enterprise || me.userType === 'ENTERPRISE')
    return <Own name={me.name} enterprise={me.enterprise?.name} />;
  return <Other me={me} />;
}

function Guest() {
  const { mascot } = useBrand();
  const steps: [string, string][] = [
    ['注册登录', '手机号即可'],
    ['领取企业码', '选企业、传授权书'],
    ['匹配与申请', '逐条说明依据'],
  ];
  return (
    <div className={css.desk}>
      <div className={css.hello}>
        <h2>三步办好惠企事</h2>
        <Mascot pose="greet" size={92} title={mascot.name} />
      </div>
      <ol className={css.steps}>
        {steps.map(([title, hint]) => (
          <li key={title}>
            <b>{title}</b>
            <span>{hint}</span>
          </li>
        ))}
      </ol>
      <div className={css.actions}>
        <ButtonLink to="/register">注册企业账号</ButtonLink>
        <ButtonAnchor look="outline" href={signInUrl('/')}>
          登录
        </ButtonAnchor>
      </div>
    </div>
  );
}

function Own({ name, enterprise }: { name: string; enterprise?: string }) {
  const unread = useUnreadCount();
  const code = useQuery({
    queryKey: ['code'],
    queryFn: ({ signal }) => api.get('/api/code/my/code', { signal }),
    enabled: !!enterprise,
    retry: false,
  });
  const match = useQuery({
    queryKey: ['match', 'latest'],
    queryFn: async ({ signal }) => (await api.get('/api/match/my/match/latest', { signal })) ?? null,
    enabled: !!enterprise,
    retry: false,
  });
  const count = (group: MatchGroup) =>
    match.data?.policies.filter((policy) => groupOf(policy) === group).length;
  const eligible = count('ELIGIBLE');
  const near = count('NEARLY');

  return (
    <div className={css.desk}>
      <p className={css.greeting}>{name}，您好</p>
      {enterprise ? (
        <>
          <h2>{enterprise}</h2>
          <ul className={css.rows}>
            <Row to="/code" icon="code" name="企业码">
              {code.data ? (
                <StatusTag of="codeStatus" value={code.data.status} />
              ) : noCode(code.error) ? (
                '去领取'
              ) : (
                ''
              )}
            </Row>
            <Row to="/match" icon="match" name="智能匹配">
              {match.data?.order === 'GENERAL' ? (
                '个性化推荐已关闭'
              ) : eligible === undefined ? (
                '开始匹配'
              ) : (
                <>
                  <span className="zq-whole">可享 {eligible} 条，</span>
                  <span className="zq-whole">差一项 {near} 条</span>
                </>
              )}
            </Row>
            <Row to="/center/applications" icon="order" name="融资申请">
              查看进度
            </Row>
            <Row to="/center/messages" icon="bell" name="消息">
              {unread ? <b className={css.unread}>{numberText(unread)} 条未读</b> : '没有未读'}
            </Row>
          </ul>
        </>
      ) : (
        <Suspense fallback={<Skeleton lines={4} />}>
          <Unclaimed />
        </Suspense>
      )}
    </div>
  );
}

/** Whoever is no enterprise: staff, a chamber or a provider that asks to be let in, a talent. */
function Other({ me }: { me: Me }) {
  const unread = useUnreadCount();
  const applies = admits(me.userType) && !me.institution;
  const admission = useAdmission(applies);
  const lead = me.institution
    ? '办理业务请到管理端。'
    : applies
      ? '提交入驻申请和登记材料，审核通过后开通。'
      : '查看惠企政策和贷款产品，接收平台消息。';
  return (
    <div className={css.desk}>
      <p className={css.greeting}>{me.name}，您好</p>
      <h2>{me.institution?.name ?? label('userType', me.userType)}</h2>
      <p className={css.lead}>{lead}</p>
      <ul className={css.rows}>
        {applies && (
          <Row to="/center/admission" icon="claim" name="入驻申请">
            {admission.data ? (
              <StatusTag of="admissionStatus" value={admission.data.status} />
            ) : admission.isSuccess ? (
              '去提交'
            ) : (
              ''
            )}
          </Row>
        )}
        <Row to="/policies" icon="policy" name="惠企政策">
          政策库与原文
        </Row>
        <Row to="/center/messages" icon="bell" name="消息">
          {unread ? <b className={css.unread}>{numberText(unread)} 条未读</b> : '没有未读'}
        </Row>
        <Row to="/center/account" icon="user" name="账号资料">
          查看和修改
        </Row>
      </ul>
      {me.institution && (
        <div className={css.actions}>
          <ButtonAnchor href="/admin/">进入管理端</ButtonAnchor>
        </div>
      )}
    </div>
  );
}

function Row({
  to,
  icon,
  name,
  children,
}: {
  to: string;
  icon: IconName;
  name: string;
  children: React.ReactNode;
}) {
  return (
    <li>
      <Link to={to}>
        <Icon name={icon} size={22} />
        <span>{name}</span>
        <span className={css.value}>{children}</span>
        <Icon name="right" size={14} />
      </Link>
    </li>
  );
}
