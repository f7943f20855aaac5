import { Link } from 'react-router';
import { useMe, type EnterpriseCode } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { noCode, useOwnCode } from '@/shared/code/ownCode';
import { stoppedCode } from '@/shared/code/stopped';
import { useNoCode } from '@/shared/code/useNoCode';
import { label } from '@/shared/i18n';
import {
  BrandMark,
  CodeNumber,
  dateText,
  DemoTag,
  ErrorState,
  Icon,
  Skeleton,
  State,
  StatusTag,
  type IconName,
  Uscc,
  usePageTitle,
} from '@/shared/ui';
import { Qr } from '@/shared/ui/Qr';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel } from '../../ui/Panel';
import { About } from './AboutPage';
import { ClaimWays } from './ClaimWays';
import css from './CodePage.module.css';
import { DynamicCode } from './DynamicCode';
import { StaticCode } from './StaticCode';

/** The own code for those who have one; what the code is for everybody else. */
export default function CodePage() {
  const { me, loading } = useMe();
  usePageTitle('企业码');
  if (loading) return <Skeleton lines={8} />;
  return me ? <Own enterprise={!!me.enterprise} /> : <About />;
}

function Own({ enterprise }: { enterprise: boolean }) {
  const query = useOwnCode(enterprise);
  const none = !enterprise || noCode(query.error);
  const { told, asking } = useNoCode(none);
  if (asking) return <Skeleton lines={8} />;
  if (none) {
    return (
      <>
        <CenterHead title="企业码" />
        <Panel>
          <State
            pose="greet"
            title={told?.title ?? '还没有企业码'}
            hint={
              told?.hint ??
              '找到企业、上传授权书、选择授权的信息类别，提交后由工作人员审核，通过后自动发放企业码。'
            }
          >
            {told?.claim ? (
              <ClaimWays claim={told.claim} />
            ) : (
              <>
                <ButtonLink look="main" to="/code/claim">
                  领取企业码
                </ButtonLink>
                <ButtonLink look="outline" to="/code/claims">
                  领码记录
                </ButtonLink>
              </>
            )}
            <ButtonLink look="plain" to="/code/about">
              企业码介绍
            </ButtonLink>
          </State>
        </Panel>
      </>
    );
  }
  // What was asked again in vain takes nothing off the screen.
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || !query.isFetchedAfterMount) return <Skeleton lines={10} />;
  return <Show code={query.data} />;
}

/** What the menu beside it does not have next to it. */
const entries: { to: string; icon: IconName; title: string; intro: string }[] = [
  { to: '/match', icon: 'match', title: '智能匹配', intro: '政策与贷款产品' },
  { to: '/match/report', icon: 'report', title: '规划报告', intro: '申报顺序与差距' },
  { to: '/loans/advice', icon: 'loan', title: '信贷建议', intro: '估算额度与提高办法' },
  { to: '/code/about', icon: 'info', title: '企业码介绍', intro: '功能与领取办法' },
];

function Show({ code }: { code: EnterpriseCode }) {
  const { hotline } = useBrand();
  const active = code.status === 'ACTIVE';
  const printed = active && !!code.staticContent;
  return (
    <>
      <div className={printed ? 'zq-no-print' : undefined}>
        <Screen code={code} active={active} hotline={hotline} />
      </div>
      {printed && <Paper code={code} />}
    </>
  );
}

/** What is printed of the page, to be put up: the code that stays the same, what it is, whose and since when. The other runs out before the paper is out of the printer. */
function Paper({ code }: { code: EnterpriseCode }) {
  const { name } = useBrand();
  return (
    <section className={css.paper} aria-label="打印的企业码">
      <p className={css.letterhead}>
        <BrandMark size={36} /> {name}
      </p>
      <h1>企业码</h1>
      <p className={css.holder}>{code.enterpriseName}</p>
      <p className="zq-num">
        <Uscc of={code.uscc} />
      </p>
      {code.demo && (
        <p>
          <DemoTag />
        </p>
      )}
      <Qr content={code.staticContent!} size={380} title="企业码静态二维码" />
      <p className={css.how}>扫一扫，查看企业信息</p>
      <p>
        企业码编号 <CodeNumber of={code.number} />
      </p>
      <p>静态码{code.staticIssuedAt && `，${dateText(code.staticIssuedAt)} 起有效`}</p>
    </section>
  );
}

function Screen({
  code,
  active,
  hotline,
}: {
  code: EnterpriseCode;
  active: boolean;
  hotline: ReturnType<typeof useBrand>['hotline'];
}) {
  return (
    <>
      <CenterHead
        title="出示企业码"
        intro={
          <>
            编号 <CodeNumber of={code.number} />
            <span className={css.facts}>
              <StatusTag of="codeStatus" value={code.status} />
              {code.level !== 'NORMAL' && <StatusTag of="codeLevel" value={code.level} />}
              <span className="zq-whole">{dateText(code.issuedAt)} 发放</span>
              {code.reissuedAt && (
                <span className="zq-whole">{dateText(code.reissuedAt)} 换发新编号，此前的码已失效</span>
              )}
            </span>
          </>
        }
      />
      {code.levelReason && (
        <div className={css.notice}>
          <Notice tone="wait">
            企业级别为“{label('codeLevel', code.level)}”：{code.levelReason}
          </Notice>
        </div>
      )}
      <div className={css.page}>
        <section className={css.pass} aria-label="动态码">
          <header>
            <p className={css.name}>
              <span>{code.enterpriseName}</span>
            </p>
            <p className={`${css.uscc} zq-num`}>
              <Uscc of={code.uscc} /> {code.demo && <DemoTag />}
            </p>
          </header>
          {active ? (
            <DynamicCode />
          ) : (
            <State compact pose="guard" {...stoppedCode(code, hotline)}>
              <ButtonLink look="outline" to="/center/messages?kind=CODE">
                查看企业码通知
              </ButtonLink>
            </State>
          )}
        </section>
        <div className={css.side}>
          {active && <StaticCode code={code} />}
          <Panel flush>
            <ul className={css.entries}>
              {entries.map((entry) => (
                <li key={entry.to}>
                  <Link to={entry.to}>
                    <Icon name={entry.icon} size={26} />
                    <span>
                      <b>{entry.title}</b>
                      {entry.intro}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}
