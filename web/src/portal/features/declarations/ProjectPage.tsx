import { useParams } from 'react-router';
import { ProjectBody, useProject } from '@/shared/declarations';
import { Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import type { ProjectDetail } from '@/shared/api';
import { PageHead, Wrap } from '../../ui';
import css from './declarations.module.css';

export default function ProjectPage() {
  const { id = '' } = useParams();
  const query = useProject(id);
  return (
    <Loaded
      page
      query={query}
      skeleton={
        <Wrap className={css.page}>
          <Skeleton lines={12} />
        </Wrap>
      }
    >
      {(project) => <Detail project={project} />}
    </Loaded>
  );
}

function Detail({ project }: { project: ProjectDetail }) {
  usePageTitle(project.title);
  return (
    <>
      <PageHead title={project.title} last="申报项目" />
      <Wrap className={css.page}>
        <ProjectBody project={project} profile="/center/profile" />
      </Wrap>
    </>
  );
}
