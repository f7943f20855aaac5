import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { renderAt } from '../test/render';
import { useResend } from './useResend';

function Button({ ask }: { ask: () => Promise<{ retryAfterSeconds: number }> }) {
  const resend = useResend<void>(ask);
  return (
    <button disabled={resend.busy} onClick={() => resend.send()}>
      {resend.text}
    </button>
  );
}

it('a double click asks once; the button is off until the answer, then counts down', async () => {
  let answer: (value: { retryAfterSeconds: number }) => void = () => undefined;
  const ask = vi.fn(() => new Promise<{ retryAfterSeconds: number }>((resolve) => (answer = resolve)));
  renderAt('/', <Button ask={ask} />);
  const button = screen.getByRole('button', { name: '获取验证码' });
  // Both within one turn, before anything is drawn.
  act(() => {
    button.click();
    button.click();
  });
  expect(await screen.findByRole('button', { name: '正在发送' })).toBeDisabled();
  fireEvent.click(button);
  expect(ask).toHaveBeenCalledTimes(1);

  act(() => answer({ retryAfterSeconds: 60 }));
  expect(await screen.findByRole('button', { name: /秒后可重发/ })).toBeDisabled();
  expect(ask).toHaveBeenCalledTimes(1);
});

it('after a failure it can be clicked again', async () => {
  let fail: () => void = () => undefined;
  const ask = vi.fn(
    () => new Promise<{ retryAfterSeconds: number }>((_, reject) => (fail = () => reject(new Error('断网')))),
  );
  renderAt('/', <Button ask={ask} />);
  fireEvent.click(screen.getByRole('button', { name: '获取验证码' }));
  expect(await screen.findByRole('button', { name: '正在发送' })).toBeDisabled();
  act(() => fail());
  expect(await screen.findByRole('button', { name: '获取验证码' })).toBeEnabled();
});

it('a code that went to a mistyped number keeps nobody from having one sent to the right one', async () => {
  const ask = vi.fn((_to: string) => Promise.resolve({ retryAfterSeconds: 60 }));
  function Field() {
    const [phone, setPhone] = useState('13800000001');
    const resend = useResend(ask, undefined, phone);
    return (
      <>
        <input aria-label="手机号" value={phone} onChange={(event) => setPhone(event.target.value)} />
        <button disabled={resend.busy} onClick={() => resend.send(phone)}>
          {resend.text}
        </button>
      </>
    );
  }
  renderAt('/', <Field />);
  fireEvent.click(screen.getByRole('button', { name: '获取验证码' }));
  expect(await screen.findByRole('button', { name: /秒后可重发/ })).toBeDisabled();

  fireEvent.change(screen.getByLabelText('手机号'), { target: { value: '13800000002' } });
  fireEvent.click(screen.getByRole('button', { name: '重新获取' }));
  expect(await screen.findByRole('button', { name: /秒后可重发/ })).toBeDisabled();
  expect(ask.mock.calls.map(([to]) => to)).toEqual(['13800000001', '13800000002']);
});
