import { ProjectLinks } from '../declarations/ProjectLinks';
import { useRedemptionProjects } from './queries';

/** What an enterprise can apply to be paid under a policy now. */
export function useRedeemable(policyId: string) {
  const { data } = useRedemptionProjects({ policyId, size: 10 });
  return (data?.items ?? []).filter((project) => project.window === 'OPEN' && project.kind === 'APPLICATION');
}

/** On a policy's page: the way to what is paid under it; nothing where nothing is. Of several each says which it is. */
export function RedeemLink({ policyId, className }: { policyId: string; className?: string }) {
  return (
    <ProjectLinks
      act="申请兑付"
      projects={useRedeemable(policyId)}
      to={(id) => `/redemptions/projects/${id}`}
      className={className}
    />
  );
}
