import { AddressCalculator } from '@/shared/loans/OwnCalculator';
import { Body, Section } from '../../ui';

export default function CalculatorPage() {
  return (
    <Body>
      <Section title="计算还款">
        <AddressCalculator />
      </Section>
    </Body>
  );
}
