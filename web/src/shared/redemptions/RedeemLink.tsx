import { Link } from 'react-router';
import { useRedemptionProjects } from './queries';

/** What an enterprise can apply to be paid under a policy now. */
export function useRedeemable(policyId: string) {
  const { data } = useRedemptionProjects({ policyId, size: 10 });
  return (data?.items ?? []).filter((project) => project.window === 'OPEN' && project.kind === 'APPLICATION');
}

/** On a policy's page: the way to what is paid under it; nothing where nothing is. Of several each says which it is. */
export function RedeemLink({ policyId, className }: { policyId: string; className?: string }) {
  const projects = useRedeemable(policyId);
  return projects.map((project) => (
    <Link
      key={project.id}
      className={className}
      style={projects.length > 1 ? { whiteSpace: 'normal', height: 'auto' } : undefined}
      to={`/redemptions/projects/${project.id}`}
      title={project.title}
    >
      申请兑付
      <span className={projects.length > 1 ? undefined : 'zq-hidden'}>：{project.title}</span>
    </Link>
  ));
}
