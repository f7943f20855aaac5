import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { PaymentReturn, Redemption } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ReturnsPage from '../payments/ReturnsPage';
import { Returns } from './Returns';

const redemption = {
  id: 'r1',
  status: 'PAID',
  amount: 90000,
  timeline: [{ kind: 'PAID', at: '2026-11-27T10:00:00+08:00' }],
} as unknown as Redemption;

const told = {
  id: 't1',
  applicationId: 'r1',
  batchNumber: 'ZF1',
  amount: 90000,
  reference: 'TH1',
  reason: '账号已销户',
  state: 'OPEN',
  toldBy: 'somebody-else',
  teller: '王工',
  toldAt: '2026-11-28T10:00:00+08:00',
  version: 2,
} as PaymentReturn;

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

function open(items: PaymentReturn[]) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({
      ...someone,
      permissions: ['self', 'policy.payment.prepare', 'policy.payment.approve'],
    }),
    'GET /api/policy/redemption/returns': json({ items, total: items.length, page: 1, size: 20 }),
    'POST /api/policy/redemption/applications/r1/returns': json(told, 201),
    'POST /api/policy/redemption/returns/t1/confirm': json({ ...told, state: 'CONFIRMED' }),
  });
  renderAt(
    '/',
    <AntdRoot>
      <SignedIn>
        <Returns redemption={redemption} />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
}
const posted = (sent: ReturnType<typeof answerWith>) => sent.filter(({ method }) => method === 'POST');

it('that money came back is written down with the number of the treasury and the reason', async () => {
  const sent = open([]);
  await userEvent.click(await screen.findByRole('button', { name: '登记退回' }));
  const drawer = await screen.findByRole('dialog');
  await userEvent.type(within(drawer).getByLabelText('退回流水号'), 'TH1');
  await userEvent.type(within(drawer).getByLabelText('退回的原因'), '账号已销户');
  await userEvent.click(within(drawer).getByRole('button', { name: /登\s?记/ }));
  await waitFor(() => expect(posted(sent)[0]?.body).toEqual({ reference: 'TH1', reason: '账号已销户' }));
});

it('somebody else confirms it, after being asked', async () => {
  const sent = open([told]);
  await userEvent.click(await screen.findByRole('button', { name: '确认退回' }));
  expect(posted(sent)).toHaveLength(0);
  const asked = await screen.findByRole('dialog');
  await userEvent.click(within(asked).getByRole('button', { name: '确认退回' }));
  await waitFor(() => expect(posted(sent)[0]?.body).toEqual({ version: 2 }));
});

it('who told it waits for a colleague', async () => {
  open([{ ...told, toldBy: someone.accountId }]);
  expect(await screen.findByText('须由您以外的同事确认。')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '确认退回' })).toBeNull();
});

it('all that came back is in one list, where what waits is decided', async () => {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'policy.payment.approve'] }),
    'GET /api/policy/redemption/returns': json({
      items: [
        { ...told, enterpriseName: '测试公司', applicationNumber: 'DX1', projectTitle: '设备更新补助' },
      ],
      total: 1,
      page: 1,
      size: 20,
    }),
    'POST /api/policy/redemption/returns/t1/confirm': json({ ...told, state: 'CONFIRMED' }),
  });
  renderAt(
    '/payment-returns?waiting=true',
    <AntdRoot>
      <SignedIn>
        <ReturnsPage />
      </SignedIn>
    </AntdRoot>,
    '/payment-returns',
  );
  const handle = await screen.findByRole('button', { name: '处理DX1' });
  expect(within(handle.closest('tr')!).getAllByRole('cell')[0]).toHaveTextContent(/^测试公司DX1$/);
  await userEvent.click(handle);
  expect(sent.some(({ url }) => url.searchParams.get('waiting') === 'true')).toBe(true);
  const drawer = await screen.findByRole('dialog');
  expect(within(drawer).getByText('90,000.00 元')).toBeInTheDocument();
  await userEvent.click(within(drawer).getByRole('button', { name: '确认退回' }));
  const [asked] = await screen.findAllByText(/已退回国库？/);
  await userEvent.click(
    within(asked!.closest<HTMLElement>('[role=dialog]')!).getByRole('button', { name: '确认退回' }),
  );
  await waitFor(() => expect(posted(sent)[0]?.url.pathname).toMatch(/t1\/confirm$/));
});
