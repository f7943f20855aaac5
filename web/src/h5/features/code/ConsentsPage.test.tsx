import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { Consent } from '@/shared/api';
import { lastDay } from '@/shared/consents';
import { answerWith, json, type Sent } from '@/shared/test/http';
import { member, renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import ConsentsPage from './ConsentsPage';
import ReadingsPage from './ReadingsPage';

const bank: Consent = {
  category: 'BASIC',
  label: '基本信息',
  receiverKind: 'BANK',
  receiverId: 'b1',
  receiverName: '建设银行',
  receiverLeft: false,
  purpose: '审核融资申请',
  standing: 'GIVEN',
  granted: true,
  grantedAt: '2026-11-01T10:00:00+08:00',
  validFrom: '2026-11-01',
  validUntil: '2028-11-01',
  scanners: [],
};
const withdrawn: Consent = {
  ...bank,
  category: 'LEGAL',
  label: '法务信息',
  receiverKind: 'SCANNER',
  receiverId: undefined,
  receiverName: '扫码核验人员',
  standing: 'WITHDRAWN',
  granted: false,
  withdrawnAt: '2026-11-02T09:30:00+08:00',
};
const LEGAL = '/api/code/my/consents/LEGAL';
const BANK = '/api/code/my/consents/banks/b1';
let sent: Sent[];

function open(me = someone, consents = [withdrawn, bank]) {
  sent = answerWith({
    ...signedInAs(me),
    'GET /api/code/my/consents': json(consents),
    'GET /api/match/my/recommendations': json({ personalised: true }),
    'GET /api/match/my/push': json({ wanted: true }),
    'GET /api/stats/my/ticker': json({ shown: true }),
    'PUT /api/stats/my/ticker': json({ shown: false }),
    'PUT /api/match/my/push': json({ wanted: false }),
    'GET /api/code/my/consents/history': json({
      items: [
        {
          id: 'c1',
          at: '2026-11-02T09:30:00+08:00',
          action: 'WITHDRAWN',
          category: 'LEGAL',
          receiverName: '扫码核验人员',
          purpose: '现场核验',
          actorName: '陈志远',
        },
      ],
      total: 1,
      page: 1,
      size: 5,
    }),
    [`PUT ${BANK}`]: json([]),
    [`PUT ${LEGAL}`]: json([]),
    'PUT /api/match/my/recommendations': json({ personalised: false }),
  });
  renderAt(
    '/my/consents',
    <MobileRoot>
      <SignedIn>
        <ConsentsPage />
      </SignedIn>
    </MobileRoot>,
  );
}
const put = (path: string) => sent.find((one) => one.method === 'PUT' && one.url.pathname === path);

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('says what was given and taken back before, as the portal does', async () => {
  open();
  expect(await screen.findByText('陈志远，', { exact: false })).toHaveTextContent('2026-11-02 09:30');
});

it('a withdrawal from a bank is confirmed on the phone too', async () => {
  open();
  expect(await screen.findByText('2026-11-02 09:30 收回')).toBeVisible();
  fireEvent.click(screen.getByRole('switch', { name: '建设银行' }));
  expect(await screen.findByText('收回对建设银行的授权？')).toBeInTheDocument();
  // Which of the two leaves everything as it is needs no second thought.
  expect(screen.getByRole('button', { name: '保留授权' })).toBeVisible();
  expect(screen.getByText('收回授权').className).toMatch(/danger/);
  expect(put(BANK)).toBeUndefined();
  fireEvent.click(screen.getByText('收回授权'));
  await waitFor(() => expect(put(BANK)?.body).toEqual({ granted: false }));
});

it('of a bank that left the platform it says so, and only what was given can be taken back', async () => {
  const left = { ...bank, receiverLeft: true };
  open(someone, [left, { ...left, receiverId: 'b2', receiverName: '农业银行', granted: false }]);
  expect(await screen.findAllByText(/该机构已退出平台/)).toHaveLength(2);
  expect(screen.getByRole('switch', { name: '建设银行' })).toHaveAttribute('aria-disabled', 'false');
  expect(screen.getByRole('switch', { name: '农业银行' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.queryByText('调整期限')).toBeNull();
});

it('by the keyboard a withdrawal can be thought over, and one is back at the switch', async () => {
  open();
  const given = await screen.findByRole('switch', { checked: true, name: /建设银行/ });
  given.focus();
  await userEvent.keyboard(' ');
  const question = await screen.findByRole('dialog', { name: /^收回.*建设银行.*的授权？$/ });
  expect(question).toContainElement(document.activeElement as HTMLElement);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(given).toHaveFocus();
  expect(put(BANK)).toBeUndefined();
});

it('a consent is given on the phone only after it is read what is given', async () => {
  open();
  expect(await screen.findByText('已授权')).toBeVisible();
  fireEvent.click(screen.getByRole('switch', { name: '法务信息' }));
  expect(
    await screen.findByText('诉讼、执行、行政处罚等司法与合规记录', { selector: 'dd' }),
  ).toBeInTheDocument();
  fireEvent.click(screen.getByText('同意授权'));
  expect(put(LEGAL)).toBeUndefined();
  // What is said of one of the scanners is no label of all of them.
  const scanners = screen.getByRole('group', { name: '展示给' });
  expect(within(scanners).getAllByRole('checkbox')).toHaveLength(4);
  expect(scanners).toHaveAccessibleDescription(/^其他扫码人指/);
  expect(screen.getByRole('radiogroup', { name: '授权期限' })).toBeVisible();
  fireEvent.click(screen.getByText('银行'));
  fireEvent.click(screen.getByText(/^1 年/));
  fireEvent.click(screen.getByText('同意授权'));
  await waitFor(() =>
    expect(put(LEGAL)?.body).toEqual({
      granted: true,
      validUntil: lastDay(12),
      scanners: ['BANK'],
    }),
  );
});

it('its end is chosen, and recommendations are switched off', async () => {
  open();
  fireEvent.click(await screen.findByRole('button', { name: '调整期限：建设银行' }));
  fireEvent.click(await screen.findByText(/^1 年/));
  fireEvent.click(screen.getByText('确定'));
  await waitFor(() => expect(put(BANK)?.body).toEqual({ granted: true, validUntil: lastDay(12) }));
  fireEvent.click(screen.getByRole('switch', { name: '个性化推荐', hidden: true }));
  await waitFor(() => expect(put('/api/match/my/recommendations')?.body).toEqual({ personalised: false }));
  fireEvent.click(screen.getByRole('switch', { name: '政策推送', hidden: true }));
  await waitFor(() => expect(put('/api/match/my/push')?.body).toEqual({ wanted: false }));
  fireEvent.click(screen.getByRole('switch', { name: '最新动态展示', hidden: true }));
  await waitFor(() => expect(put('/api/stats/my/ticker')?.body).toEqual({ shown: false }));
});

it('who saw what is read on the phone', async () => {
  answerWith({
    'GET /api/code/my/readings': json({
      items: [
        {
          id: 'r1',
          at: '2026-11-20T10:00:00+08:00',
          readerName: '曹经理',
          institutionName: '建设银行',
          purpose: '审核融资申请',
          source: 'APPLICATION',
          sourceId: 'a1',
          applicationNumber: 'RZ1',
          categories: ['BASIC'],
        },
      ],
      total: 1,
      page: 1,
      size: 20,
    }),
  });
  renderAt(
    '/my/readings',
    <MobileRoot>
      <ReadingsPage />
    </MobileRoot>,
  );
  expect(await screen.findByText('曹经理')).toBeVisible();
  expect(screen.getByText('审核融资申请 · 申请 RZ1')).toBeVisible();
  expect(screen.getByText('基本信息')).toBeVisible();
});

it('a plain member reads what is granted, is told who decides, and switches nothing', async () => {
  open(member);
  expect(await screen.findByText('授权、调整和收回由企业管理员办理，您可以查看。')).toBeVisible();
  for (const name of ['法务信息', '建设银行', '个性化推荐', '政策推送'])
    expect(await screen.findByRole('switch', { name })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.queryByRole('button', { name: /^调整/ })).toBeNull();
});
