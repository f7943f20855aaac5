import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd-mobile';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, isProblem, problemText, useMe, type EnterpriseCode } from '@/shared/api';
import { useDynamicCode } from '@/shared/code/useDynamicCode';
import { CountdownRing, DemoTag, ErrorState, Skeleton, State, StatusTag, usccText } from '@/shared/ui';
import { Qr } from '@/shared/ui/Qr';
import { Body, Notice, Row, Section } from '../../ui';
import css from './code.module.css';

export default function CodePage() {
  const { me, can } = useMe();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['code'],
    queryFn: ({ signal }) => api.get('/api/code/my/code', { signal }),
    enabled: can('enterprise.own'),
    retry: false,
    // It may have been frozen since another page asked, and a frozen code must not be asked to show itself.
    staleTime: 0,
  });
  const none = (me && !can('enterprise.own')) || (isProblem(query.error) && query.error.status === 404);
  if (none) {
    return (
      <Body>
        <State pose="point" title="还没有企业码" hint="查找本企业，填写授权认证信息，审核通过后自动生成">
          <Button color="primary" onClick={() => void navigate('/claim')}>
            领取企业码
          </Button>
        </State>
        <Section flush>
          <Row to="/my/claims" icon="claim" title="领码记录" note="查看审核进度" />
          {can('code.scan') && <Row to="/scan" icon="scan" title="扫一扫" />}
        </Section>
      </Body>
    );
  }
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !query.isFetchedAfterMount) return <Skeleton lines={14} />;
  return <Code code={query.data} />;
}

function Code({ code }: { code: EnterpriseCode }) {
  const [paper, setPaper] = useState(false);
  const active = code.status === 'ACTIVE';
  return (
    <>
      <div className={css.stage}>
        <div className={css.pass}>
          <header>
            <h2>
              {code.enterpriseName} {code.demo && <DemoTag />}
            </h2>
            <p>{usccText(code.uscc)}</p>
          </header>
          {!active ? (
            <div className={css.stopped}>
              <StatusTag of="codeStatus" value={code.status} />
              <p>企业码当前不能出示。{code.levelReason}</p>
            </div>
          ) : paper && code.staticContent ? (
            <>
              <Qr content={code.staticContent} size={232} title="企业码静态二维码" />
              <p className={css.note}>静态码长期有效，可打印张贴</p>
            </>
          ) : (
            <Dynamic />
          )}
          {active && code.staticContent && (
            <button type="button" className={css.toggle} onClick={() => setPaper(!paper)}>
              {paper ? '出示动态码' : '出示静态码'}
            </button>
          )}
        </div>
      </div>
      <Body>
        <Section flush>
          <Row to="/my/card" icon="card" title="企业名片" note="扫码人看到的内容" />
          <Row to="/my/consents" icon="shield" title="数据授权" note="按类别同意或收回" />
          <Row to="/my/scans" icon="scan" title="扫码记录" note="谁在何时看了什么" />
          <Row to="/my/claims" icon="claim" title="领码记录" />
          <Row to="/match" icon="match" title="政策与金融智能匹配" />
        </Section>
      </Body>
    </>
  );
}

function Dynamic() {
  const { code, left, error, again } = useDynamicCode();
  if (error) {
    return (
      <div className={css.stopped}>
        <Notice tone="bad">{problemText(error)}</Notice>
        <Button onClick={again}>重新获取</Button>
      </div>
    );
  }
  if (!code) return <Skeleton height={232} lines={1} />;
  return (
    <>
      <Qr content={code.content} size={232} title="企业码动态二维码" />
      <div className={css.clock}>
        <CountdownRing left={left} total={code.ttlSeconds} size={44} />
        <p>自动更换，扫过一次即失效</p>
      </div>
    </>
  );
}
