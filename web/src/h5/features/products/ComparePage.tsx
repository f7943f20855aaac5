import { Comparison } from '@/shared/loans/Comparison';
import { Body, Section } from '../../ui';

export default function ComparePage() {
  return (
    <Body>
      <Section>
        <Comparison />
      </Section>
    </Body>
  );
}
