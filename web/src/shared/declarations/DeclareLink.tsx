import { Link } from 'react-router';
import { useProjects } from './queries';

/** What can be declared for under a policy now. */
export function useDeclarable(policyId: string) {
  const { data } = useProjects({ policyId, size: 10 });
  return (data?.items ?? []).filter((project) => project.window === 'OPEN');
}

/** On a policy's page: the way to what can be declared for under it; nothing where nothing can. Of several each says which it is. */
export function DeclareLink({ policyId, className }: { policyId: string; className?: string }) {
  const projects = useDeclarable(policyId);
  return projects.map((project) => (
    <Link
      key={project.id}
      className={className}
      style={projects.length > 1 ? { whiteSpace: 'normal', height: 'auto' } : undefined}
      to={`/declarations/projects/${project.id}`}
      title={project.title}
    >
      立即申报
      <span className={projects.length > 1 ? undefined : 'zq-hidden'}>：{project.title}</span>
    </Link>
  ));
}
