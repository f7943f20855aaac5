import { Button } from 'antd-mobile';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { problemText, useMe, type EnterpriseCode } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { noCode, useOwnCode } from '@/shared/code/ownCode';
import { stoppedCode } from '@/shared/code/stopped';
import { useDynamicCode } from '@/shared/code/useDynamicCode';
import { useNoCode } from '@/shared/code/useNoCode';
import { label } from '@/shared/i18n';
import { CodeNumber, CountdownRing, dateText, DemoTag, ErrorState, Skeleton, State, Uscc } from '@/shared/ui';
import { Qr } from '@/shared/ui/Qr';
import { Body, LinkButton, Notice, Row, Section } from '../../ui';
import { ClaimWays } from '../claims/ClaimWays';
import css from './code.module.css';
import { Paper } from './Paper';

export default function CodePage() {
  const { me, can } = useMe();
  const navigate = useNavigate();
  const query = useOwnCode(can('enterprise.own'));
  const none = (me && !can('enterprise.own')) || noCode(query.error);
  const { told, asking } = useNoCode(!!none && can('code.claim'));
  if (none && !can('code.claim')) return <Staff scans={can('code.scan')} />;
  if (asking) return <Skeleton lines={8} />;
  if (none) {
    return (
      <Body>
        <State
          pose="point"
          title={told?.title ?? '还没有企业码'}
          hint={told?.hint ?? '查找本企业，填写授权认证信息，审核通过后自动发放'}
        >
          {told?.claim ? (
            <ClaimWays claim={told.claim} />
          ) : (
            <Button color="primary" onClick={() => void navigate('/claim')}>
              领取企业码
            </Button>
          )}
        </State>
        <Section flush>
          <Row to="/my/claims" icon="claim" title="领码记录" note="查看审核进度" />
          <Row to="/code/about" icon="policy" title="企业码介绍" note="有什么用，怎样领取" />
        </Section>
      </Body>
    );
  }
  // What was asked again in vain takes nothing off the screen.
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !query.isFetchedAfterMount) return <Skeleton lines={14} />;
  return <Code code={query.data} />;
}

/** Codes are of enterprises; whoever works for an institution reads them. */
function Staff({ scans }: { scans: boolean }) {
  const navigate = useNavigate();
  return (
    <Body>
      <State
        pose="point"
        title="企业码由企业领取和出示"
        hint={scans ? '您可以扫码核验企业出示的码' : undefined}
      >
        {scans && (
          <Button color="primary" onClick={() => void navigate('/scan')}>
            扫一扫
          </Button>
        )}
      </State>
    </Body>
  );
}

function Code({ code }: { code: EnterpriseCode }) {
  const [paper, setPaper] = useState(false);
  const { hotline } = useBrand();
  const active = code.status === 'ACTIVE';
  return (
    <>
      <div className={css.stage}>
        <div className={css.pass}>
          <header>
            <h2>{code.enterpriseName}</h2>
            <p>
              <Uscc of={code.uscc} /> {code.demo && <DemoTag />}
            </p>
          </header>
          {!active ? (
            <State compact pose="guard" {...stoppedCode(code, hotline)}>
              <LinkButton to="/messages?kind=CODE">查看企业码通知</LinkButton>
            </State>
          ) : paper && code.staticContent ? (
            <Paper code={code} />
          ) : (
            <Dynamic number={code.number} />
          )}
          {active && code.staticContent && (
            <button type="button" className={css.toggle} onClick={() => setPaper(!paper)}>
              {paper ? '出示动态码' : '出示静态码'}
            </button>
          )}
        </div>
      </div>
      <Body>
        {code.reissuedAt && (
          <Notice>
            {dateText(code.reissuedAt)} 换发新编号 {code.number}，此前的码已失效
          </Notice>
        )}
        {code.level !== 'NORMAL' && (
          <Notice tone={code.level === 'WARNED' ? 'wait' : undefined}>
            企业级别为“{label('codeLevel', code.level)}”{code.levelReason && `：${code.levelReason}`}
          </Notice>
        )}
        <Section flush>
          <Row to="/my/card" icon="card" title="企业名片" note="扫码人看到的内容" />
          <Row to="/my/consents" icon="shield" title="数据授权" note="按类别同意或收回" />
          <Row to="/my/scans" icon="scan" title="扫码记录" note="谁在何时看了什么" />
          <Row to="/my/claims" icon="claim" title="领码记录" />
          <Row to="/code/about" icon="policy" title="企业码介绍" />
          <Row to="/match" icon="match" title="智能匹配" />
          <Row to="/loans/advice" icon="loan" title="信贷建议" note="估算额度与提高办法" />
        </Section>
      </Body>
    </>
  );
}

function Dynamic({ number }: { number: string }) {
  const { code, left, error, scanned, again } = useDynamicCode();
  return (
    <>
      {error ? (
        <div className={css.stopped}>
          <Notice tone="bad">{problemText(error)}</Notice>
        </div>
      ) : code ? (
        <>
          <Qr content={code.content} size={264} title="企业码动态二维码" />
          <p className={css.number}>
            企业码编号 <CodeNumber of={number} />
          </p>
          <div className={css.clock}>
            <CountdownRing left={left} total={code.ttlSeconds} size={44} />
            <p>自动更换，扫过一次即失效</p>
          </div>
        </>
      ) : (
        <Skeleton height={264} lines={1} />
      )}
      <p role="status" className={css.scanned}>
        {scanned && '上一个动态码已被扫码核验，已换新码'}
      </p>
      <Button size="small" onClick={again}>
        刷新动态码
      </Button>
    </>
  );
}
