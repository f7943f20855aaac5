import { Link } from 'react-router';
import { useProjects } from './queries';

/** On a policy's page: the way to what can be declared for under it; nothing where nothing can. */
export function DeclareLink({ policyId, className }: { policyId: string; className?: string }) {
  const { data } = useProjects({ policyId, size: 10 });
  return (data?.items ?? [])
    .filter((project) => project.window === 'OPEN')
    .map((project) => (
      <Link
        key={project.id}
        className={className}
        to={`/declarations/projects/${project.id}`}
        title={project.title}
      >
        立即申报
      </Link>
    ));
}
