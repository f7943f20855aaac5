import { useParams } from 'react-router';
import { RedemptionProjectBody, useRedemptionProject } from '@/shared/redemptions';
import { Loaded, Skeleton } from '@/shared/ui';
import { Body } from '../../ui';
import css from '../declarations/declarations.module.css';

export default function ProjectPage() {
  const { id = '' } = useParams();
  const query = useRedemptionProject(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(project) => (
        <Body>
          <h2 className={css.title}>{project.title}</h2>
          <RedemptionProjectBody project={project} profile="/my/profile" />
        </Body>
      )}
    </Loaded>
  );
}
