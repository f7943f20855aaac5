import { useParams } from 'react-router';
import { ProjectBody, useProject } from '@/shared/declarations';
import { Loaded, Skeleton } from '@/shared/ui';
import { Body, Section } from '../../ui';

export default function ProjectPage() {
  const { id = '' } = useParams();
  const query = useProject(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(project) => (
        <Body>
          <Section title={project.title}>
            <ProjectBody project={project} profile="/my/profile" />
          </Section>
        </Body>
      )}
    </Loaded>
  );
}
