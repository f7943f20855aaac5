import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Toggle } from './Toggle';

function Sound({ disabled = false }: { disabled?: boolean }) {
  const [on, setOn] = useState(false);
  return <Toggle aria-label="声音" checked={on} disabled={disabled} onChange={setOn} />;
}

it('is reached and moved by the keyboard alone', async () => {
  render(<Sound />);
  await userEvent.tab();
  expect(screen.getByRole('switch', { name: '声音' })).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(screen.getByRole('switch')).toBeChecked();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('switch')).not.toBeChecked();
});

it('is passed by where it cannot be moved', async () => {
  render(<Sound disabled />);
  await userEvent.tab();
  expect(screen.getByRole('switch')).not.toHaveFocus();
});
