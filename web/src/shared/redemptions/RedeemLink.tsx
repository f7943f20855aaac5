import { Link } from 'react-router';
import { useRedemptionProjects } from './queries';

/** On a policy's page: the way to what is paid under it; nothing where nothing is. */
export function RedeemLink({ policyId, className }: { policyId: string; className?: string }) {
  const { data } = useRedemptionProjects({ policyId, size: 10 });
  return (data?.items ?? [])
    .filter((project) => project.window === 'OPEN' && project.kind === 'APPLICATION')
    .map((project) => (
      <Link
        key={project.id}
        className={className}
        to={`/redemptions/projects/${project.id}`}
        title={project.title}
      >
        申请兑付
      </Link>
    ));
}
