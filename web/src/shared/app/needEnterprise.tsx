import type { ComponentType, ReactNode } from 'react';
import { useLocation } from 'react-router';
import { admits } from '@/shared/admission';
import { useMe, type Me } from '@/shared/api';
import { useRevokedCode } from '@/shared/code/useRevokedCode';
import { label } from '@/shared/i18n';
import { PageSkeleton, State } from '@/shared/ui';

type Load = () => Promise<{ default: ComponentType }>;

/** Shows a page to those for whom it is meant, and to the others why there is nothing and the way to it. */
function only(meant: (me: Me | null) => boolean) {
  return (Otherwise: ComponentType) =>
    (load: Load): Load =>
    async () => {
      const { default: Page } = await load();
      return {
        default: function GuardedPage() {
          const { me, loading } = useMe();
          if (loading) return <PageSkeleton />;
          return meant(me) ? <Page /> : <Otherwise />;
        },
      };
    };
}

/** Pages about the caller's own enterprise: who has none yet is shown the way to one. */
export const needEnterprise = only((me) => !!me?.enterprise);

/** Pages of those who have an enterprise or want one, visitors included: no other account can claim a code. */
export const needEnterpriseUser = only((me) => !me || me.userType === 'ENTERPRISE');

/** Pages of those who act for an enterprise or an institution. */
export const needOwner = only((me) => !!me?.enterprise || !!me?.institution);

/** What a department decides of what an enterprise handed in: messages name one address to both. */
const DECIDED = /^\/(?:declarations|redemptions)\/[\w-]+$/;

/** Why there is nothing to see, and the links (children) that change it; staff are shown to the console instead. */
export function ClaimFirst({ children }: { children: ReactNode }) {
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
  return me ? <NotNow>{children}</NotNow> : <Never>{children}</Never>;
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

/** Whose code was revoked reads that, and why, instead of that they never had an enterprise. */
function NotNow({ children }: { children: ReactNode }) {
  const { revoked, asking } = useRevokedCode(true);
  if (asking) return <PageSkeleton />;
  if (!revoked) return <Never>{children}</Never>;
  return (
    <State pose="guard" title={revoked.title} hint={revoked.hint}>
      {children}
    </State>
  );
}
