import { lazy, Suspense, type ComponentType } from 'react';
import { useMe, type Me } from '@/shared/api';
import { PageSkeleton } from '@/shared/ui';

type Load = () => Promise<{ default: ComponentType }>;

/** Shows a page to those for whom it is meant, and to the others why there is nothing and the way to it. */
function only(meant: (me: Me | null) => boolean) {
  return (otherwise: Load) => {
    const Otherwise = lazy(otherwise);
    return (load: Load): Load =>
      async () => {
        const { default: Page } = await load();
        return {
          default: function GuardedPage() {
            const { me, loading } = useMe();
            if (loading) return <PageSkeleton />;
            if (meant(me)) return <Page />;
            return (
              <Suspense fallback={<PageSkeleton />}>
                <Otherwise />
              </Suspense>
            );
          },
        };
      };
  };
}

/** Pages about the caller's own enterprise: who has none yet is shown the way to one. */
export const needEnterprise = only((me) => !!me?.enterprise);

/** Pages of those who have an enterprise or want one, visitors included: no other account can claim a code. */
export const needEnterpriseUser = only((me) => !me || me.userType === 'ENTERPRISE');

/** Pages of those who act for an enterprise or an institution. */
export const needOwner = only((me) => !!me?.enterprise || !!me?.institution);
