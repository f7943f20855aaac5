import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { decisionDraft, draftKey } from '../../api/drafts';
import { ProblemError } from '../../api/problem';
import { answerWith, json } from '../../test/http';
import { renderAt, SignedIn, someone } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { FormDrawer } from './FormDrawer';

const refused = new ProblemError({
  status: 400,
  code: 'VALIDATION_FAILED',
  errors: [
    { field: 'systemName', code: 'REQUIRED', message: '请填写系统名称' },
    { field: 'address', code: 'RANGE', message: '0.0.0.0/0 范围过大' },
  ],
});

it('what the server refused is said until it is changed, and of nothing else', async () => {
  const user = userEvent.setup();
  renderAt(
    '/',
    <AntdRoot>
      <FormDrawer open title="申请密钥" onClose={() => undefined} onSubmit={() => Promise.reject(refused)}>
        <Form.Item name="systemName" label="系统名称">
          <Input />
        </Form.Item>
        <Form.Item name="address" label="调用地址">
          <Input />
        </Form.Item>
      </FormDrawer>
    </AntdRoot>,
  );
  await user.click(screen.getByRole('button', { name: /提\s*交/ }));
  expect(await screen.findByText('请填写系统名称')).toBeInTheDocument();
  expect(screen.getByText('0.0.0.0/0 范围过大')).toBeInTheDocument();

  await user.type(screen.getAllByRole('textbox')[0]!, '进销存');
  await waitFor(() => expect(screen.queryByText('请填写系统名称')).not.toBeInTheDocument());
  expect(screen.getByText('0.0.0.0/0 范围过大')).toBeInTheDocument();
});

function Reopened() {
  const [open, setOpen] = useState(false);
  return (
    <AntdRoot>
      <button onClick={() => setOpen(true)}>打开</button>
      <FormDrawer
        open={open}
        title="注销账号"
        onClose={() => setOpen(false)}
        onSubmit={() => Promise.resolve()}
      >
        <Form.Item name="password" label="登录密码">
          <Input />
        </Form.Item>
      </FormDrawer>
    </AntdRoot>
  );
}

it('what was thrown away does not stand in the form that is opened next', async () => {
  const user = userEvent.setup();
  renderAt('/', <Reopened />);
  await user.click(screen.getByText('打开'));
  await user.type(await screen.findByRole('textbox'), 'Zhengqi@2026');
  await user.click(screen.getByRole('button', { name: /取\s*消/ }));
  await user.click(await screen.findByRole('button', { name: /放\s*弃/ }));
  await waitFor(() => expect(screen.queryByRole('textbox')).not.toBeInTheDocument());

  await user.click(screen.getByText('打开'));
  expect(await screen.findByRole('textbox')).toHaveValue('');
});

afterEach(() => {
  localStorage.clear();
});

it('words about a case outlive the session, until they are submitted, and stand in the form of no other', async () => {
  const user = userEvent.setup();
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  const onSubmit = vi.fn().mockRejectedValueOnce(new ProblemError({ status: 401, code: 'UNAUTHENTICATED' }));
  const show = (about = 'a1') =>
    renderAt(
      '/',
      <SignedIn>
        <AntdRoot>
          <FormDrawer open keeps={about} title="审批不通过" onClose={() => undefined} onSubmit={onSubmit}>
            <Form.Item name="reason" label="具体说明">
              <Input />
            </Form.Item>
          </FormDrawer>
        </AntdRoot>
      </SignedIn>,
    );
  const refused = show();
  fireEvent.change(await screen.findByRole('textbox'), { target: { value: '负债率过高' } });
  fireEvent.click(screen.getByRole('button', { name: /提\s*交/ }));
  await waitFor(() => expect(onSubmit).toHaveBeenCalledOnce());
  expect(Object.values(localStorage).join(), 'the page may be gone at once').toContain('负债率过高');
  refused.unmount();

  const other = show('a2');
  expect(await screen.findByRole('textbox')).toHaveValue('');
  other.unmount();

  const again = show();
  expect(await screen.findByRole('textbox')).toHaveValue('负债率过高');
  await user.click(screen.getByRole('button', { name: /提\s*交/ }));
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(2));
  again.unmount();

  show();
  expect(await screen.findByRole('textbox')).toHaveValue('');
});

function TwoWays() {
  const [open, setOpen] = useState<string>();
  return (
    <AntdRoot>
      {['退回补正', '审核不通过'].map((title) => (
        <div key={title}>
          <button onClick={() => setOpen(title)}>{title}</button>
          <FormDrawer
            keeps="a1"
            open={open === title}
            title={title}
            onClose={() => setOpen(undefined)}
            onSubmit={() => Promise.resolve()}
          >
            <Form.Item name="reason" label="原因">
              <Input />
            </Form.Item>
          </FormDrawer>
        </div>
      ))}
    </AntdRoot>
  );
}

it('a case that was decided one way keeps no words towards another, nor loses those about the next case', async () => {
  const user = userEvent.setup();
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  const other = draftKey(someone.accountId, decisionDraft('a2', '退回补正'));
  localStorage.setItem(other, JSON.stringify({ reason: '缺公章' }));
  localStorage.setItem(
    draftKey(someone.accountId, decisionDraft('a1', '退回补正')),
    JSON.stringify({ reason: '授权书不清晰' }),
  );
  renderAt(
    '/',
    <SignedIn>
      <TwoWays />
    </SignedIn>,
  );
  await user.click(await screen.findByRole('button', { name: '审核不通过' }));
  await user.type(await screen.findByRole('textbox'), '主体不符');
  await user.click(screen.getByRole('button', { name: /提\s*交/ }));
  await waitFor(() => expect(Object.keys(localStorage)).toEqual([other]));
  await waitFor(() => expect(screen.queryByRole('textbox')).not.toBeInTheDocument());

  await user.click(screen.getByRole('button', { name: '退回补正' }));
  expect(await screen.findByRole('textbox')).toHaveValue('');
});

function Overtaken() {
  const [open, setOpen] = useState(false);
  return (
    <AntdRoot>
      <button onClick={() => setOpen(true)}>审核不通过</button>
      <FormDrawer
        keeps="a1"
        open={open}
        title="审核不通过"
        onClose={() => setOpen(false)}
        onSubmit={() => Promise.resolve(false)}
      >
        <Form.Item name="reason" label="原因">
          <Input />
        </Form.Item>
      </FormDrawer>
    </AntdRoot>
  );
}

it('what took no effect closes the form, and leaves what was typed, there and in the other forms of the case', async () => {
  const user = userEvent.setup();
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  const other = draftKey(someone.accountId, decisionDraft('a1', '退回补正'));
  localStorage.setItem(other, JSON.stringify({ reason: '缺公章' }));
  renderAt(
    '/',
    <SignedIn>
      <Overtaken />
    </SignedIn>,
  );
  await user.click(await screen.findByRole('button', { name: '审核不通过' }));
  await user.type(await screen.findByRole('textbox'), '主体不符');
  await user.click(screen.getByRole('button', { name: /提\s*交/ }));
  await waitFor(() => expect(screen.queryByRole('textbox')).not.toBeInTheDocument());
  expect(localStorage.getItem(other)).toContain('缺公章');

  await user.click(screen.getByRole('button', { name: '审核不通过' }));
  expect(await screen.findByRole('textbox')).toHaveValue('主体不符');
});
