import { useNavigate, useParams } from 'react-router';
import { DeclarationBody, useDeclaration } from '@/shared/declarations';
import { Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import type { Declaration } from '@/shared/api';
import { ButtonLink, PageHead, Wrap } from '../../ui';
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
        actions={
          (declaration.status === 'APPROVED' || declaration.status === 'REJECTED') && (
            <ButtonLink look="outline" small to={`/center/evaluations/${declaration.id}`}>
              评价办理情况
            </ButtonLink>
          )
        }
      />
      <Wrap className={css.page}>
        <DeclarationBody declaration={declaration} gone={() => void navigate('/declarations')} />
      </Wrap>
    </>
  );
}
