import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PolicyCertainty } from './StatusTag';

const tags = () => screen.queryAllByText(/待核实/).map((one) => one.textContent);

it('the text of a policy and the figures of its conditions are two things that may not be certain', () => {
  const { rerender } = render(<PolicyCertainty of={{ verified: false, criteriaVerified: true }} />);
  expect(tags()).toEqual(['条款待核实']);
  rerender(<PolicyCertainty of={{ verified: true, criteriaVerified: false }} />);
  expect(tags()).toEqual(['条件参数待核实']);
  rerender(<PolicyCertainty of={{ verified: false, criteriaVerified: false }} />);
  expect(tags()).toEqual(['条款待核实', '条件参数待核实']);
  rerender(<PolicyCertainty of={{ verified: true, criteriaVerified: true }} />);
  expect(tags()).toEqual([]);
});
