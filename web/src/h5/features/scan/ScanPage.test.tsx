import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Me } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, someone } from '@/shared/test/render';
import ScanPage from './ScanPage';

const weChat = vi.hoisted(() => ({ scan: vi.fn<() => Promise<string | undefined>>() }));
vi.mock('@/shared/wechat', async (original) => ({
  ...(await original<object>()),
  scanInWeChat: () => weChat.scan(),
}));

const officer: Me = {
  ...someone,
  userType: 'GOVERNMENT',
  enterprise: undefined,
  permissions: ['self', 'code.scan'],
};

function open(me: Me) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(me),
    'GET /api/code/offline-check': json({ keys: [], at: new Date().toISOString(), toleranceSeconds: 5 }),
  });
  return { ...renderAt('/scan', <ScanPage />), sent };
}

async function type(content: string, button: string) {
  await userEvent.type(await screen.findByRole('textbox', { name: '码内容' }), content);
  await userEvent.click(screen.getByRole('button', { name: button }));
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

it('an enterprise opens a service by its code', async () => {
  const { router } = open(someone);
  await type('https://qyfw.example.gov.cn/m/s/0123456789ab', '打开');
  await expect.poll(() => router.state.location.pathname).toBe('/s/0123456789ab');
});

it('an enterprise reads no codes of others', async () => {
  const { sent } = open(someone);
  await type('ZQ1:UAAHoZE_bPEh', '打开');
  expect(await screen.findByText('这不是服务码')).toBeVisible();
  expect(sent.map((one) => one.url.pathname)).not.toContain('/api/code/scans');
});

it('a phone without a network opens the page, and says that it has no key yet', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  open(officer);
  expect(await screen.findByText(/当前没有网络/)).toBeVisible();
  // Long enough to be a shown code.
  await type(`ZQ1:${btoa(`P${'x'.repeat(113)}`).replace(/=+$/, '')}`, '核验');
  expect(await screen.findByText('本机还不能离线核验')).toBeVisible();
});

it('a printed code needs the platform', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  open(officer);
  await type(`ZQ1:${btoa('S'.repeat(41)).replace(/=+$/, '')}`, '核验');
  expect(await screen.findByText('静态码须联网核验')).toBeVisible();
});

const inWeChat = () => vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('MicroMessenger/8.0');

it('inside WeChat its own scanner reads the code', async () => {
  inWeChat();
  weChat.scan.mockResolvedValueOnce(undefined).mockResolvedValueOnce('https://x.gov.cn/m/s/0123456789ab');
  const { router } = open(someone);
  await userEvent.click(await screen.findByRole('button', { name: '打开微信扫一扫' }));
  expect(router.state.location.pathname).toBe('/scan');
  expect(screen.queryByLabelText('摄像头画面')).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: '打开微信扫一扫' }));
  await expect.poll(() => router.state.location.pathname).toBe('/s/0123456789ab');
});

it('what WeChat read is on record as read by WeChat', async () => {
  inWeChat();
  weChat.scan.mockResolvedValueOnce('ZQ1:UAAHoZE_bPEh');
  const { sent } = open(officer);
  await userEvent.click(await screen.findByRole('button', { name: '打开微信扫一扫' }));
  await expect
    .poll(() => sent.find((one) => one.url.pathname === '/api/code/scans')?.body)
    .toEqual({ content: 'ZQ1:UAAHoZE_bPEh', source: 'WECHAT' });
});

it('the camera takes its place where WeChat does not let the page scan', async () => {
  inWeChat();
  weChat.scan.mockRejectedValueOnce(new Error('config:invalid signature'));
  open(someone);
  await userEvent.click(await screen.findByRole('button', { name: '打开微信扫一扫' }));
  expect(await screen.findByLabelText('摄像头画面')).toBeInTheDocument();
});
