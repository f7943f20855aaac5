import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, onTestFinished, vi } from 'vitest';
import { handInOnceAClick } from './clicks';

function page() {
  onTestFinished(handInOnceAClick());
  const handedIn = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  const opened = vi.fn();
  render(
    <form onSubmit={handedIn}>
      <button type="submit">提交</button>
      <button type="button" onClick={opened}>
        展开
      </button>
    </form>,
  );
  return { handedIn, opened };
}

it('a double click hands a form in once, and a click after it once more', async () => {
  const { handedIn } = page();
  await userEvent.dblClick(screen.getByRole('button', { name: '提交' }));
  expect(handedIn).toHaveBeenCalledOnce();
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  expect(handedIn).toHaveBeenCalledTimes(2);
});

it('what hands nothing in takes each click', async () => {
  const { opened } = page();
  await userEvent.dblClick(screen.getByRole('button', { name: '展开' }));
  expect(opened).toHaveBeenCalledTimes(2);
});
