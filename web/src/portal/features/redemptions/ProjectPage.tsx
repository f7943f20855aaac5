import { useParams } from 'react-router';
import { RedemptionProjectBody, useRedemptionProject } from '@/shared/redemptions';
import { Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import type { RedemptionProject } from '@/shared/api';
import { PageHead, Wrap } from '../../ui';
import css from '../declarations/declarations.module.css';

export default function ProjectPage() {
  const { id = '' } = useParams();
  const query = useRedemptionProject(id);
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

function Detail({ project }: { project: RedemptionProject }) {
  usePageTitle(project.title);
  return (
    <>
      <PageHead title={project.title} last="兑付项目" />
      <Wrap className={css.page}>
        <RedemptionProjectBody project={project} profile="/center/profile" />
      </Wrap>
    </>
  );
}
