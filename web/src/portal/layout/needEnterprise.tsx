import type { ComponentType } from 'react';
import { useMe } from '@/shared/api';
import { PageSkeleton, State } from '@/shared/ui';
import { ButtonLink, PageHead, Wrap } from '../ui';
import { useRoute } from '@/shared/app';

type Load = () => Promise<{ default: ComponentType }>;

/** A page about the caller's own enterprise: who has none yet is shown the way to one. */
export function needEnterprise(load: Load): Load {
  return async () => {
    const { default: Page } = await load();
    return {
      default: function EnterprisePage() {
        const { me, loading } = useMe();
        if (loading) return <PageSkeleton />;
        return me?.enterprise ? <Page /> : <NoEnterprise />;
      },
    };
  };
}

function NoEnterprise() {
  const route = useRoute();
  const { me } = useMe();
  const staff = me?.institution;
  if (route?.frame === 'center') return <Explain staff={!!staff} />;
  return (
    <>
      <PageHead title={route?.title} />
      <Wrap>
        <Explain staff={!!staff} />
      </Wrap>
    </>
  );
}

function Explain({ staff }: { staff: boolean }) {
  if (staff) {
    return (
      <State pose="point" title="此页面供企业用户使用" hint="您登录的是机构账号，请到管理端办理业务">
        <a href="/admin/">进入管理端</a>
      </State>
    );
  }
  return (
    <State
      pose="point"
      title="先领取企业码"
      hint="您的账号还没有关联企业。按名称或统一社会信用代码找到企业并提交授权书，审核通过后即可使用此功能。"
    >
      <ButtonLink look="main" to="/code/claim">
        领取企业码
      </ButtonLink>
      <ButtonLink look="outline" to="/code/claims">
        查看领码记录
      </ButtonLink>
    </State>
  );
}
