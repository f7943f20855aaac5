import { Comparison } from '@/shared/loans/Comparison';
import { Body, Section } from '../../ui';

export default function ComparePage() {
  return (
    <Body>
      <Section title="产品对比">
        <Comparison />
      </Section>
    </Body>
  );
}
