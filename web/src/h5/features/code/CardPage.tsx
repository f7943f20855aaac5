import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';
import { Loaded, Skeleton } from '@/shared/ui';
import { Body, Row, Section } from '../../ui';
import { Card } from './Card';

export default function CardPage() {
  const query = useQuery({
    queryKey: ['card'],
    queryFn: ({ signal }) => api.get('/api/code/my/card', { signal }),
  });
  return (
    <Body>
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(card) => <Card card={card} />}
      </Loaded>
      <Section flush>
        <Row to="/my/consents" icon="shield" title="调整授权" />
      </Section>
    </Body>
  );
}
