import { useNavigate, useParams } from 'react-router';
import { DeclarationBody, isEvaluated, useDeclaration } from '@/shared/declarations';
import { Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import type { Declaration } from '@/shared/api';
import { PageHead, Wrap } from '../../ui';
import { EvaluationLink } from '../evaluations/EvaluationLink';
import css from './declarations.module.css';

export default function DeclarationPage() {
  const { id = '' } = useParams();
  const query = useDeclaration(id);
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
      {(declaration) => <Detail declaration={declaration} />}
    </Loaded>
  );
}

function Detail({ declaration }: { declaration: Declaration }) {
  const navigate = useNavigate();
  usePageTitle(declaration.projectTitle);
  return (
    <>
      <PageHead
        title={declaration.projectTitle}
        last="我的申报"
        actions={isEvaluated(declaration) && <EvaluationLink of={declaration.id} />}
      />
      <Wrap className={css.page}>
        <DeclarationBody declaration={declaration} gone={() => void navigate('/declarations')} />
      </Wrap>
    </>
  );
}
