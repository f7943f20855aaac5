import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { FileDrop } from './FileDrop';

afterEach(() => vi.restoreAllMocks());

const drop = () => screen.getByRole('button', { name: /点击选择|正在上传/ });

it.each(['{Enter}', ' '])('opens by the keyboard like any button: "%s"', async (key) => {
  const opened = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => {});
  render(<FileDrop accept=".pdf" onChoose={() => {}} />);
  await userEvent.tab();
  expect(drop()).toHaveFocus();
  await userEvent.keyboard(key);
  expect(opened).toHaveBeenCalledOnce();
});

it('keeps the focus while a file is on its way, and takes no other', async () => {
  const chosen = vi.fn();
  function Page() {
    const [busy, setBusy] = useState(false);
    return (
      <FileDrop
        accept=".pdf"
        busy={busy}
        onChoose={(file) => {
          chosen(file.name);
          setBusy(true);
        }}
      />
    );
  }
  const { container } = render(<Page />);
  const choose = (name: string) =>
    fireEvent.change(container.querySelector('input[type=file]')!, {
      target: { files: [new File(['x'], name)] },
    });
  await userEvent.tab();
  choose('授权书.pdf');
  expect(await screen.findByText('正在上传')).toBeInTheDocument();
  choose('另一份.pdf');
  // A browser takes the focus from what the keyboard cannot reach.
  expect(drop()).toHaveFocus();
  expect(drop()).toHaveAttribute('tabindex', '0');
  expect(chosen.mock.calls).toEqual([['授权书.pdf']]);
});
