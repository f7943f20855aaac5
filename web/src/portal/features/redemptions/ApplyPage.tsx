import { useParams } from 'react-router';
import { ApplyBody, useRedemptionProject } from '@/shared/redemptions';
import { Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import type { RedemptionProject } from '@/shared/api';
import { PageHead, Wrap } from '../../ui';
import css from '../declarations/declarations.module.css';

export default function ApplyPage() {
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
  usePageTitle(`申请兑付：${project.title}`);
  return (
    <>
      <PageHead title={`申请兑付：${project.title}`} last="申请兑付" />
      <Wrap className={css.page}>
        <ApplyBody project={project} />
      </Wrap>
    </>
  );
}
