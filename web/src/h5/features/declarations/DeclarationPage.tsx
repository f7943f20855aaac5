import { useNavigate, useParams } from 'react-router';
import { DeclarationBody, useDeclaration } from '@/shared/declarations';
import { Loaded, Skeleton } from '@/shared/ui';
import { Body, Section } from '../../ui';

export default function DeclarationPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const query = useDeclaration(id);
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(declaration) => (
        <Body>
          <Section title={declaration.projectTitle}>
            <DeclarationBody declaration={declaration} gone={() => void navigate('/declarations')} />
          </Section>
        </Body>
      )}
    </Loaded>
  );
}
