import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DayPicker } from './DayPicker';

function open(value?: string) {
  const chosen = vi.fn();
  render(<DayPicker id="day" value={value} min="2026-11-30" max="2027-01-15" onChange={chosen} />);
  return chosen;
}

it('a day is chosen by the keys, never one that may not be', async () => {
  const chosen = open('2026-12-01');
  const opener = screen.getByRole('button', { name: '2026-12-01' });
  opener.focus();
  await userEvent.keyboard('{Enter}');
  const day = screen.getByRole('spinbutton', { name: /^日期/ });
  day.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(day).toHaveAttribute('aria-valuetext', '2026-11-30');
  await userEvent.keyboard('{PageUp}{PageUp}{ArrowUp}');
  expect(day).toHaveAttribute('aria-valuetext', '2027-01-15');
  await userEvent.keyboard('{PageDown}');
  await userEvent.click(screen.getByRole('button', { name: '确定' }));

  expect(chosen).toHaveBeenCalledExactlyOnceWith('2026-12-15');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(opener).toHaveFocus();
});

it('who leaves it has chosen nothing', async () => {
  const chosen = open();
  await userEvent.click(screen.getByRole('button', { name: '请选择' }));
  expect(screen.getByRole('dialog', { name: '选择日期' })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(chosen).not.toHaveBeenCalled();
});

it('a day that a reader of the screen turned the wheels to is the one that is taken, after a key too', async () => {
  const chosen = open('2026-12-01');
  await userEvent.click(screen.getByRole('button', { name: '2026-12-01' }));
  const day = screen.getByRole('spinbutton', { name: /^日期/ });
  day.focus();
  await userEvent.keyboard('{ArrowUp}');
  // A click alone, as it presses: no pointer goes before it.
  fireEvent.click(await screen.findByRole('button', { name: '选择下一项：3' }));
  await waitFor(() => expect(day).toHaveAttribute('aria-valuetext', '2026-12-03'));
  fireEvent.click(screen.getByRole('button', { name: '确定' }));

  expect(chosen).toHaveBeenCalledExactlyOnceWith('2026-12-03');
});
