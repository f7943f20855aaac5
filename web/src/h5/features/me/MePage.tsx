import { Button } from 'antd-mobile';
import { signInUrl, useMe, useSignOut } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Mascot, Skeleton, useLargeText, usccText } from '@/shared/ui';
import { Body, Row, Section } from '../../ui';
import css from './MePage.module.css';

export default function MePage() {
  const { me, loading, can } = useMe();
  const signOut = useSignOut('/m/');
  const [large, setLarge] = useLargeText();
  if (loading) return <Skeleton lines={10} />;
  return (
    <>
      <header className={css.head}>
        <Mascot pose="rest" size={72} />
        {me ? (
          <div>
            <h1>{me.name}</h1>
            <p>{me.phone}</p>
            <p>{me.enterprise?.name ?? me.institution?.name ?? label('userType', me.userType)}</p>
            {me.enterprise && <p className="zq-num">{usccText(me.enterprise.uscc)}</p>}
          </div>
        ) : (
          <div>
            <h1>欢迎使用</h1>
            <p>登录后领取企业码、匹配政策、申请贷款</p>
            <p className={css.links}>
              <a href={signInUrl('/m/me')}>登录</a>
              <a href="/register?from=%2Fm%2F">注册</a>
            </p>
          </div>
        )}
      </header>
      <Body>
        {me && (
          <Section title="企业中心" flush>
            <Row to="/my/code" icon="code" title="企业码" />
            <Row to="/my/claims" icon="claim" title="企业信息与领码记录" />
            {can('enterprise.own') && <Row to="/my/profile" icon="profile" title="企业画像" />}
            {can('enterprise.own') && <Row to="/match" icon="match" title="智能匹配" />}
            {can('finance.apply') && <Row to="/my/applications" icon="loan" title="我的贷款申请" />}
            {can('enterprise.own') && <Row to="/my/scans" icon="scan" title="扫码记录" />}
            {can('code.scan') && <Row to="/scan" icon="scan" title="扫一扫" />}
          </Section>
        )}
        <Section flush>
          <button type="button" className={css.line} onClick={() => setLarge(!large)} aria-pressed={large}>
            {label('common', large ? 'normalText' : 'largeText')}
          </button>
        </Section>
        {me && (
          <Button block onClick={() => void signOut()}>
            退出登录
          </Button>
        )}
      </Body>
    </>
  );
}
