import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { LoanProduct } from '../api';
import { Calculator } from './Calculator';
import { fieldsFor, SCHEDULED, type LoanFields, type ScheduledWay } from './schedule';

/** The calculator on the page of a product: begins with its figures, and offers its ways where the bank named any. */
export function ProductCalculator({ product }: { product: LoanProduct }) {
  const [fields, setFields] = useState(() => fieldsFor(product));
  const own = SCHEDULED.filter((way) => product.repayments.includes(way));
  return <Calculator fields={fields} onChange={setFields} ways={own.length ? own : SCHEDULED} />;
}

const wayOf = (text: string | null): ScheduledWay =>
  SCHEDULED.find((way) => way === text) ?? 'EQUAL_INSTALLMENT';

/** The calculator as a page of its own; its address carries the figures. */
export function AddressCalculator() {
  const [params, setParams] = useSearchParams();
  const fields: LoanFields = {
    amount: params.get('amount') ?? '100',
    rate: params.get('rate') ?? '',
    months: params.get('months') ?? '12',
    way: wayOf(params.get('way')),
  };
  return (
    <Calculator
      fields={fields}
      onChange={({ amount, rate, months, way }) =>
        setParams({ amount, rate, months, way }, { replace: true })
      }
    />
  );
}
