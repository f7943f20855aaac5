import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DeclarationBody, isEvaluated, useDeclaration } from '@/shared/declarations';
import { Loaded, Skeleton } from '@/shared/ui';
import { Body } from '../../ui';
import { EvaluationLink } from '../evaluations/EvaluationLink';
import { AfterSubmission } from '../me/AfterSubmission';
import css from './declarations.module.css';

export default function DeclarationPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const query = useDeclaration(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(declaration) => (
        <Body>
          <HandedIn key={declaration.id} status={declaration.status} />
          <h2 className={css.title}>{declaration.projectTitle}</h2>
          <DeclarationBody declaration={declaration} gone={() => void navigate('/declarations')} />
          {isEvaluated(declaration) && <EvaluationLink of={declaration.id} />}
        </Body>
      )}
    </Loaded>
  );
}

/** A draft is handed in on the same page. */
function HandedIn({ status }: { status: string }) {
  const [before] = useState(status);
  return <AfterSubmission now={before === 'DRAFT' && status === 'SUBMITTED'} />;
}
