import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { admits } from '@/shared/admission';
import { useMe, type Claim } from '@/shared/api';
import { useNoCode } from '@/shared/code/useNoCode';
import { label } from '@/shared/i18n';
import { PageSkeleton, State } from '@/shared/ui';

/** What a department decides of what an enterprise handed in: messages name one address to both. */
const DECIDED = /^\/(?:declarations|redemptions)\/[\w-]+$/;

interface Ways {
  /** To a code. */
  children: ReactNode;
  /** On with a claim that was handed in. */
  ofClaim: (claim: Claim) => ReactNode;
}

/** Why there is nothing to see, and the links that change it; staff are shown to the console instead. */
export function ClaimFirst(ways: Ways) {
  const { me } = useMe();
  const { pathname } = useLocation();
  if (me?.institution) {
    return (
      <State pose="guard" title="此页面供企业用户使用" hint="您登录的是机构账号，请到管理端办理业务">
        <a href={DECIDED.test(pathname) ? `/admin${pathname}` : '/admin/'}>进入管理端</a>
      </State>
    );
  }
  if (me && me.userType !== 'ENTERPRISE') {
    const applies = admits(me.userType);
    return (
      <State
        pose="guard"
        title="此页面供企业用户使用"
        hint={`您的账号类型是${label('userType', me.userType)}${applies ? '，请提交入驻申请，审核通过后开通' : ''}`}
      >
        {applies && <a href="/center/admission">入驻申请</a>}
        {me.userType === 'TALENT' && <a href="/policies">查看惠企政策</a>}
      </State>
    );
  }
  return me ? <NotNow {...ways} /> : <Never>{ways.children}</Never>;
}

function Never({ children }: { children: ReactNode }) {
  return (
    <State
      pose="point"
      title="先领取企业码"
      hint="您的账号还没有关联企业。按名称或统一社会信用代码找到企业并提交授权书，审核通过后即可使用此功能。"
    >
      {children}
    </State>
  );
}

/** Whose claim waits, or whose code was revoked, reads that instead of that they never had an enterprise. */
function NotNow({ children, ofClaim }: Ways) {
  const { told, asking } = useNoCode(true);
  if (asking) return <PageSkeleton />;
  if (!told) return <Never>{children}</Never>;
  return (
    <State pose="guard" title={told.title} hint={told.hint}>
      {told.claim ? ofClaim(told.claim) : children}
    </State>
  );
}
