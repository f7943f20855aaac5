import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CodeNumber } from './CodeNumber';

it('the number of a code is read in its groups and copied without spaces', () => {
  const { container, rerender } = render(<CodeNumber of="QY50011300000143" />);
  const groups = [...container.querySelectorAll('span > span')].map((one) => one.textContent);
  expect(groups).toEqual(['QY', '500113', '0000', '0143']);
  expect(container).toHaveTextContent(/^QY50011300000143$/);
  rerender(<CodeNumber of="ZQ000001" />);
  expect(container).toHaveTextContent(/^ZQ000001$/);
});
