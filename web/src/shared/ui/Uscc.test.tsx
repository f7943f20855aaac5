import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Uscc } from './Uscc';

it('a credit code is read in its groups and copied without spaces', () => {
  const { container, rerender } = render(<Uscc of="91500113MAX5XQ4WX4" />);
  const groups = [...container.querySelectorAll('span > span')].map((one) => one.textContent);
  expect(groups).toEqual(['91', '500113', 'MAX5XQ4WX', '4']);
  expect(container).toHaveTextContent(/^91500113MAX5XQ4WX4$/);
  rerender(<Uscc of="500113000012345" />);
  expect(container).toHaveTextContent(/^500113000012345$/);
});
