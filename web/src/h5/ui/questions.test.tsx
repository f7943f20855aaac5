import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Toast } from 'antd-mobile';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '@/shared/api';
import { confirmed, MobileRoot, Question, Sheet, tell, useProblems } from '@/shared/ui/mobile';

const asks = (question: Parameters<typeof confirmed>[0], answer: (yes: boolean) => void) =>
  render(
    <button type="button" onClick={() => void confirmed(question).then(answer)}>
      删除
    </button>,
  );
const question = { title: '删除消息？', content: '删除后不能恢复。', confirmText: '删除' };

it('a question takes the focus, Esc answers no, and the focus is back on what asked', async () => {
  const answer = vi.fn();
  asks(question, answer);
  const opener = screen.getByRole('button', { name: '删除' });
  opener.focus();
  await userEvent.keyboard(' ');

  const dialog = await screen.findByRole('dialog', { name: '删除消息？' });
  expect(dialog).toHaveAttribute('aria-modal', 'true');
  expect(dialog).toHaveAccessibleDescription('删除后不能恢复。');
  expect(within(dialog).getByRole('button', { name: '取消' })).toHaveFocus();

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(answer).toHaveBeenCalledExactlyOnceWith(false));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(opener).toHaveFocus();
});

it('and so it is when it is answered', async () => {
  const answer = vi.fn();
  asks(question, answer);
  await userEvent.click(screen.getByRole('button', { name: '删除' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: '删除' }));

  await waitFor(() => expect(answer).toHaveBeenCalledExactlyOnceWith(true));
  expect(screen.getByRole('button', { name: '删除' })).toHaveFocus();
});

it('a question without a title is named by its words', async () => {
  asks({ content: '确定撤回？', confirmText: '撤回' }, () => undefined);
  await userEvent.click(screen.getByRole('button', { name: '删除' }));
  expect(await screen.findByRole('dialog', { name: '确定撤回？' })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('what is told has one button, and Esc has read it too', async () => {
  const read = vi.fn();
  await act(
    async () => void tell({ title: '已解绑', content: '已由他人解绑。', confirmText: '知道了' }).then(read),
  );
  const dialog = within(await screen.findByRole('dialog', { name: '已解绑' }));
  expect(dialog.getAllByRole('button')).toHaveLength(1);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(read).toHaveBeenCalledOnce());
});

it('while the answer is on its way the question is neither left nor answered again', async () => {
  let arrive = () => {};
  const send = vi.fn(() => new Promise<void>((resolve) => (arrive = resolve)));
  const leave = vi.fn();
  render(
    <Question title="解绑企业" confirmText="确认解绑" onConfirm={send} onClose={leave}>
      解绑后须重新领码。
    </Question>,
  );
  const confirm = screen.getByRole('button', { name: '确认解绑' });
  await userEvent.click(confirm);
  await userEvent.click(confirm);
  await userEvent.keyboard('{Escape}');
  expect(send).toHaveBeenCalledOnce();
  expect(leave).not.toHaveBeenCalled();

  // A browser that is asked twice in a row asks nobody.
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  dialog.close();
  await waitFor(() => expect(dialog.open).toBe(true));
  expect(leave).not.toHaveBeenCalled();

  const gone = new Promise((done) => addEventListener('popstate', done, { once: true }));
  await back();
  await gone;
  expect(leave).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog')).toBeInTheDocument();

  await act(async () => arrive());
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(leave).toHaveBeenCalledOnce());
});

function WithSheet() {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  return (
    <MobileRoot>
      <button type="button" onClick={() => setOpen(true)}>
        邀请
      </button>
      {open && (
        <Sheet title="邀请同事" onClose={() => setOpen(false)} changed={() => !!typed}>
          <input aria-label="手机号" value={typed} onChange={(event) => setTyped(event.target.value)} />
          <button type="button" onClick={() => setOpen(false)}>
            发出
          </button>
        </Sheet>
      )}
    </MobileRoot>
  );
}

const sheet = () => screen.queryByRole('dialog', { name: '邀请同事' });
/** The button of the phone, or of the browser. */
const back = () => act(() => void history.back());

it('a sheet is read from its title, and closed by its button or by Esc', async () => {
  render(<WithSheet />);
  const opener = screen.getByRole('button', { name: '邀请' });
  await userEvent.click(opener);
  expect(within(screen.getByRole('dialog', { name: '邀请同事' })).getByRole('heading')).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: '关闭' }));
  await waitFor(() => expect(opener).toHaveFocus());

  await userEvent.click(opener);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(opener).toHaveFocus();
});

it('the phone’s way back answers a question with no and stays on the page, and an answer leaves nothing in the way', async () => {
  history.pushState({ page: 'before' }, '');
  history.pushState({ page: 'this' }, '');
  const answer = vi.fn();
  asks(question, answer);
  await userEvent.click(screen.getByRole('button', { name: '删除' }));
  await screen.findByRole('dialog');
  await back();
  await waitFor(() => expect(answer).toHaveBeenCalledExactlyOnceWith(false));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(history.state).toEqual({ page: 'this' });

  let stoodAt: unknown;
  answer.mockImplementation(() => (stoodAt = history.state as unknown));
  await userEvent.click(screen.getByRole('button', { name: '删除' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '删除' }));
  await waitFor(() => expect(answer).toHaveBeenLastCalledWith(true));
  expect(stoodAt, 'whoever goes on to another page does it from the page’s own entry').toEqual({
    page: 'this',
  });
});

it('the phone’s way back closes a sheet and stays on the page, however often it is opened', async () => {
  history.pushState({ page: 'before' }, '');
  history.pushState({ page: 'this' }, '');
  render(<WithSheet />);
  const opener = screen.getByRole('button', { name: '邀请' });
  for (let time = 0; time < 2; time++) {
    await userEvent.click(opener);
    await screen.findByRole('dialog');
    await back();
    await waitFor(() => expect(sheet()).toBeNull());
    expect(history.state).toEqual({ page: 'this' });
  }

  // One that closes by its own button leaves nothing in the way either.
  for (const name of ['关闭', '发出']) {
    await userEvent.click(opener);
    await userEvent.click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(sheet()).toBeNull());
    await waitFor(() => expect(history.state).toEqual({ page: 'this' }));
  }
  await back();
  await waitFor(() => expect(history.state).toEqual({ page: 'before' }));
});

it.each([
  ['a tap beside it', () => userEvent.click(document.querySelector('dialog [aria-hidden]')!)],
  ['the phone’s way back', back],
  ['Esc', () => userEvent.keyboard('{Escape}')],
  ['its button', () => userEvent.click(screen.getByRole('button', { name: '关闭' }))],
])('%s asks before a sheet throws away what was typed', async (_, leave) => {
  render(<WithSheet />);
  await userEvent.click(screen.getByRole('button', { name: '邀请' }));
  await userEvent.type(await screen.findByLabelText('手机号'), '138');
  await leave();
  await userEvent.click(await screen.findByRole('button', { name: '继续填写' }));
  await waitFor(() => expect(screen.queryByText('放弃已填写的内容？')).toBeNull());
  expect(screen.getByLabelText('手机号')).toHaveValue('138');

  await leave();
  await userEvent.click(await screen.findByRole('button', { name: '放弃' }));
  await waitFor(() => expect(sheet()).toBeNull());
});

it('a toast is shown before what is open, and goes on when that is closed', async () => {
  render(<WithSheet />);
  await userEvent.click(screen.getByRole('button', { name: '邀请' }));
  Toast.show({ content: '请稍后再试', duration: 0 });
  expect(await within(screen.getByRole('dialog')).findByText('请稍后再试')).toBeInTheDocument();

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(sheet()).toBeNull());
  expect(screen.getByText('请稍后再试')).toBeInTheDocument();
  Toast.clear();
});

function Fails() {
  const problems = useProblems();
  return (
    <MobileRoot>
      <button
        type="button"
        onClick={() => problems(new ProblemError({ status: 409, code: 'X', detail: '已被办理' }))}
      >
        受理
      </button>
    </MobileRoot>
  );
}

it('who does not see a toast hears it in the next pause, and at once where something failed', async () => {
  render(<Fails />);
  const heardAs = (words: string) => {
    const toast = screen.getByText(words);
    expect(toast.closest('[aria-hidden]')).toBeNull();
    return toast.closest('[role]')!.getAttribute('role');
  };
  Toast.show({ content: '已保存', duration: 0 });
  await waitFor(() => expect(heardAs('已保存')).toBe('status'));

  await userEvent.click(screen.getByRole('button', { name: '受理' }));
  await waitFor(() => expect(heardAs('已被办理')).toBe('alert'));
  Toast.clear();
});
