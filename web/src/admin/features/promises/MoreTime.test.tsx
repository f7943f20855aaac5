import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { PromiseView } from '@/shared/api';
import { decisionDraft, draftKey } from '@/shared/api/drafts';
import { answerWith } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { MoreTime } from './MoreTime';

const running: PromiseView = {
  id: 'p1',
  state: 'RUNNING',
  workingDays: 10,
  dueOn: '2026-12-11',
  remainingWorkingDays: 8,
  broken: false,
  extensionAsked: false,
};
const open = (promise: PromiseView, of: 'LOAN' | 'DECLARATION' | 'REDEMPTION' = 'LOAN') => {
  const done = () => new Response(null, { status: 204 });
  const sent = answerWith({
    'POST /api/finance/applications/a1/ask-extension': done(),
    'POST /api/policy/declarations/a1/ask-extension': done(),
    'POST /api/policy/redemption/applications/a1/ask-extension': done(),
  });
  renderAt(
    '/',
    <AntdRoot>
      <MoreTime of={of} id="a1" promise={promise} />
      <p>办理</p>
    </AntdRoot>,
  );
  return sent;
};

beforeEach(() => {
  localStorage.clear();
  document.cookie = 'XSRF-TOKEN=t';
});

it('asks for at most as many days as were promised, and with a reason', async () => {
  const sent = open(running);
  await userEvent.click(await screen.findByRole('button', { name: '申请延期' }));
  const drawer = within(await screen.findByRole('dialog'));
  await userEvent.type(drawer.getByLabelText('延长天数'), '11');
  await userEvent.click(drawer.getByRole('button', { name: '提交审批' }));
  expect(await drawer.findByText('应为 1 到 10 的整数')).toBeInTheDocument();
  expect(drawer.getByText('请填写延期原因')).toBeInTheDocument();

  await userEvent.clear(drawer.getByLabelText('延长天数'));
  await userEvent.type(drawer.getByLabelText('延长天数'), '3');
  await userEvent.type(drawer.getByLabelText('延期原因'), '等待抵押物评估');
  await userEvent.click(drawer.getByRole('button', { name: '提交审批' }));

  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')?.body).toEqual({
      workingDays: 3,
      reason: '等待抵押物评估',
    }),
  );
});

it('takes days in digits only, and a reason that says something', async () => {
  const sent = open(running);
  await userEvent.click(await screen.findByRole('button', { name: '申请延期' }));
  const drawer = within(await screen.findByRole('dialog'));
  await userEvent.type(drawer.getByLabelText('延长天数'), '1e1');
  await userEvent.type(drawer.getByLabelText('延期原因'), ' 评估 ');
  await userEvent.click(drawer.getByRole('button', { name: '提交审批' }));

  expect(await drawer.findByText('应为 1 到 10 的整数')).toBeInTheDocument();
  expect(drawer.getByText('延期原因不少于 5 字')).toBeInTheDocument();
  expect(sent.some((one) => one.method === 'POST')).toBe(false);
});

it.each<['DECLARATION' | 'REDEMPTION', string]>([
  ['DECLARATION', '/api/policy/declarations/a1/ask-extension'],
  ['REDEMPTION', '/api/policy/redemption/applications/a1/ask-extension'],
])('a department asks for it too: %s', async (of, path) => {
  const sent = open(running, of);
  await userEvent.click(await screen.findByRole('button', { name: '申请延期' }));
  const drawer = within(await screen.findByRole('dialog'));
  await userEvent.type(drawer.getByLabelText('延长天数'), '3');
  await userEvent.type(drawer.getByLabelText('延期原因'), '等待现场核查');
  await userEvent.click(drawer.getByRole('button', { name: '提交审批' }));

  await waitFor(() => expect(sent.find((one) => one.method === 'POST')?.url.pathname).toBe(path));
});

it('what was typed survives a reload, and when it is sent takes no words of a decision about the case with it', async () => {
  const words = draftKey(someone.accountId, decisionDraft('a1', '审批不通过'));
  localStorage.setItem(words, JSON.stringify({ reason: '负债率过高' }));
  const show = () => {
    answerWith({
      ...signedInAs(someone),
      'POST /api/finance/applications/a1/ask-extension': new Response(null, { status: 204 }),
    });
    return renderAt(
      '/',
      <SignedIn>
        <AntdRoot>
          <MoreTime of="LOAN" id="a1" promise={running} />
        </AntdRoot>
      </SignedIn>,
    );
  };
  const before = show();
  await userEvent.click(await screen.findByRole('button', { name: '申请延期' }));
  await userEvent.type(await screen.findByLabelText('延期原因'), '等待抵押物评估');
  await waitFor(() => expect(Object.values(localStorage).join()).toContain('等待抵押物评估'));
  before.unmount();

  show();
  await userEvent.click(await screen.findByRole('button', { name: '申请延期' }));
  expect(await screen.findByLabelText('延期原因')).toHaveValue('等待抵押物评估');
  await userEvent.type(screen.getByLabelText('延长天数'), '3');
  await userEvent.click(screen.getByRole('button', { name: '提交审批' }));
  await waitFor(() => expect(Object.keys(localStorage)).toEqual([words]));
});

it.each<[string, Partial<PromiseView>]>([
  ['broken', { broken: true }],
  ['over', { state: 'ANSWERED' }],
  [
    'extended before',
    { extended: { by: 2, reason: '评估', at: '2026-12-01T10:00:00+08:00', formerDueOn: '2026-12-09' } },
  ],
])('what is %s cannot be extended', async (_, change) => {
  open({ ...running, ...change });
  expect(await screen.findByText('办理')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '申请延期' })).not.toBeInTheDocument();
});

it('what waits for an approval is said, and cannot be asked for a second time', async () => {
  open({ ...running, extensionAsked: true });
  expect(await screen.findByText('延期申请等待审批')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '申请延期' })).not.toBeInTheDocument();
});
