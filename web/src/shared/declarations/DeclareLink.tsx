import { ProjectLinks } from './ProjectLinks';
import { useProjects } from './queries';

/** What can be declared for under a policy now. */
export function useDeclarable(policyId: string) {
  const { data } = useProjects({ policyId, size: 10 });
  return (data?.items ?? []).filter((project) => project.window === 'OPEN');
}

/** On a policy's page: the way to what can be declared for under it; nothing where nothing can. Of several each says which it is. */
export function DeclareLink({ policyId, className }: { policyId: string; className?: string }) {
  return (
    <ProjectLinks
      act="立即申报"
      projects={useDeclarable(policyId)}
      to={(id) => `/declarations/projects/${id}`}
      className={className}
    />
  );
}
