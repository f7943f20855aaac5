import { Button } from 'antd-mobile';
import { signInUrl, useMe, useSignOut, type Me } from '@/shared/api';
import { useMyEnterprise, useOwnEnterprises, useSwitchEnterprise } from '@/shared/enterprise';
import { useBrand } from '@/shared/brand';
import { label } from '@/shared/i18n';
import { Invited } from '@/shared/members/Invited';
import { DemoTag, Icon, Mascot, Skeleton, Uscc, useLargeText } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { Body, Notice, Row, Section } from '../../ui';
import { Toggle } from '../../ui/Toggle';
import css from './MePage.module.css';

export default function MePage() {
  const { mascot, hotline } = useBrand();
  const { me, loading, can } = useMe();
  const enterprise = useMyEnterprise(!!me && can('enterprise.own'));
  const signOut = useSignOut('/m/');
  const problems = useProblems();
  const [large, setLarge] = useLargeText();
  if (loading) return <Skeleton lines={10} />;
  const about = !me || can('code.claim');
  return (
    <>
      <header className={css.head}>
        <span className={css.face}>
          {mascot.name ? <Mascot pose="greet" size={60} /> : <Icon name="user" size={32} />}
        </span>
        {me ? (
          <div>
            <h1>{me.name}</h1>
            <p>{me.phone}</p>
            <p className={css.name}>
              <span>{me.enterprise?.name ?? me.institution?.name ?? label('userType', me.userType)}</span>{' '}
              {enterprise.data?.demo && <DemoTag />}
            </p>
            {me.enterprise && (
              <p className="zq-num">
                <Uscc of={me.enterprise.uscc} />
              </p>
            )}
          </div>
        ) : (
          <div>
            <h1>欢迎使用</h1>
            <p>登录后领取企业码、匹配政策、申请贷款</p>
          </div>
        )}
      </header>
      <Body>
        {!me && (
          <div className={css.enter}>
            <a href={signInUrl('/m/me')} className={css.signIn}>
              登录
            </a>
            <a href="/register?from=%2Fm%2F">注册</a>
          </div>
        )}
        {!me && (
          <Section title="无需登录" flush>
            <Row to="/policies" icon="policy" title="惠企政策" />
            <Row to="/loans" icon="bank" title="贷款产品" />
          </Section>
        )}
        {me && !can('code.claim') && can('code.scan') && (
          <Section title="企业码核验" flush>
            <Row to="/scan" icon="scan" title="扫一扫" />
          </Section>
        )}
        {me && can('code.claim') && (
          <Invited to="/my/members" frame={(content) => <Notice>{content}</Notice>} />
        )}
        {me?.enterprise && <Enterprises />}
        {me && can('code.claim') && <OfEnterprise of={me} can={can} />}
        <Section title={me && '账号与设置'} flush>
          {me && (
            <>
              <Row to="/account" icon="user" title="账号资料" note="导出数据、注销账号" />
              <Row to="/security" icon="lock" title="账号安全" note="我的设备" />
              <Row to="/message-settings" icon="bell" title="消息设置" note="接收方式、免打扰时段" />
            </>
          )}
          {/* The whole row answers a finger; keyboards and readers have the switch, whose press ends here as well. */}
          <div role="presentation" className={css.line} onClick={() => setLarge(!large)}>
            <Icon name="text" size={22} />
            <span id="large-text">{label('common', 'largeText')}</span>
            <Toggle aria-labelledby="large-text" checked={large} />
          </div>
        </Section>
        {(about || hotline.number) && (
          <Section title="帮助" flush>
            {about && <Row to="/code/about" icon="code" title="企业码介绍" note="有什么用，怎样领取" />}
            {hotline.number && (
              <Row to={`tel:${hotline.number}`} icon="phone" title={hotline.label} aside={hotline.number} />
            )}
          </Section>
        )}
        {me && (
          <Button block onClick={() => void signOut().catch(problems)}>
            退出登录
          </Button>
        )}
      </Body>
    </>
  );
}

/** What is of the enterprise: what is done most, what is set about it, and what became of what was handed in. */
function OfEnterprise({ of: me, can }: { of: Me; can: (permission: string) => boolean }) {
  const own = can('enterprise.own');
  const bound = !!me.enterprise;
  return (
    <>
      <Section title="常用服务" flush>
        <Row to="/my/code" icon="code" title="企业码" />
        <Row to="/scan" icon="scan" title="扫一扫" note="扫描服务码办理业务" />
        {own && <Row to="/match" icon="match" title="智能匹配" />}
      </Section>
      <Section title="企业与授权" flush>
        <Row to="/my/enterprise" icon="enterprise" title="企业信息" note="认证记录、重新认证、解绑" />
        {own && <Row to="/my/profile" icon="profile" title="企业画像" />}
        <Row to="/my/members" icon="people" title="成员管理" note="邀请同事、接受邀请" />
        {own && <Row to="/my/consents" icon="shield" title="数据授权" note="授权、查看记录、个性化推荐" />}
        {own && <Row to="/my/scans" icon="scan" title="扫码记录" note="谁在何时看了什么" />}
      </Section>
      <Section title="办事记录" flush>
        <Row to="/my/claims" icon="claim" title="领码记录" />
        {bound && can('policy.declare') && (
          <Row to="/declarations" icon="file" title="我的申报" note="政策申报的草稿、补正与办理进度" />
        )}
        {bound && can('policy.redemption.apply') && (
          <Row to="/redemptions" icon="loan" title="我的兑付" note="政策资金的申请、公示与支付进度" />
        )}
        {can('finance.apply') && <Row to="/my/applications" icon="loan" title="融资申请" />}
        {bound && can('finance.coordination.declare') && (
          <Row to="/my/coordination" icon="bank" title="融资协调申报" />
        )}
        {bound && can('finance.demand.post') && <Row to="/my/demands" icon="order" title="我的需求" />}
        {bound && can('finance.activity.sign-up') && (
          <Row to="/my/activities" icon="calendar" title="我的活动" note="报名的金融活动和签到码" />
        )}
        {/* Who has no enterprise may have evaluated a claim for themselves. */}
        {(!bound || can('ops.evaluation.give')) && <Row to="/my/evaluations" icon="check" title="我的评价" />}
        {bound && can('policy.favourite') && <Row to="/my/favourites" icon="star" title="我的收藏" />}
      </Section>
    </>
  );
}

/** The other enterprises that the person can act for; nothing where there are none. */
function Enterprises() {
  const own = useOwnEnterprises();
  const switchTo = useSwitchEnterprise('/m/me');
  const problems = useProblems();
  const others = own.data?.filter((one) => !one.current) ?? [];
  if (!others.length) return null;
  const choose = async (id: string, name: string) => {
    const sure = await confirmed({
      content: `切换到${name}？之后的操作都代表该企业。`,
      confirmText: '切换',
      cancelText: label('common', 'cancel'),
    });
    if (sure) await switchTo(id).catch(problems);
  };
  return (
    <Section title="切换企业">
      {others.map((one) => (
        <Button key={one.id} block onClick={() => void choose(one.id, one.name)}>
          {one.name}
        </Button>
      ))}
    </Section>
  );
}
