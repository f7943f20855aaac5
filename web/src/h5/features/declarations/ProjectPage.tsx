import { useParams } from 'react-router';
import { ProjectBody, useProject } from '@/shared/declarations';
import { Loaded, Skeleton } from '@/shared/ui';
import { Body } from '../../ui';
import css from './declarations.module.css';

export default function ProjectPage() {
  const { id = '' } = useParams();
  const query = useProject(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(project) => (
        <Body>
          <h2 className={css.title}>{project.title}</h2>
          <ProjectBody project={project} profile="/my/profile" />
        </Body>
      )}
    </Loaded>
  );
}
