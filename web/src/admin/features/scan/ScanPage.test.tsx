import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ScanPage from './ScanPage';

// Of the form in which codes are printed.
const PRINTED = `ZQ1:${btoa('S'.repeat(41)).replace(/=+$/, '')}`;

function open() {
  const sent = answerWith({
    'GET /api/code/scans': json({ items: [], total: 0, page: 1, size: 5 }),
    'GET /api/code/offline-check': json({ keys: [], at: new Date().toISOString(), toleranceSeconds: 5 }),
    'POST /api/code/scans': new TypeError('Failed to fetch'),
  });
  renderAt(
    '/scan',
    <AntdRoot>
      <ScanPage />
    </AntdRoot>,
  );
  return () => sent.map((one) => `${one.method} ${one.url.pathname}`);
}

const type = async (content: string) =>
  userEvent.type(await screen.findByLabelText('企业码内容'), `${content}{Enter}`);

beforeEach(() => localStorage.clear());

it('fetches what a check without a network needs, while there is one', async () => {
  const asked = open();
  await vi.waitFor(() => expect(localStorage.getItem('zq.offline-check')).toContain('toleranceSeconds'));
  expect(asked()).toContain('GET /api/code/offline-check');
});

it('a code that the platform could not be asked about is checked here, and one is told what that cannot tell', async () => {
  open();
  await type(PRINTED);
  expect(await screen.findByRole('alert')).toHaveTextContent('静态码须联网核验');
  await userEvent.click(screen.getByRole('button', { name: '重新扫码' }));
  expect(await screen.findByText('等待扫码')).toBeVisible();
});

it('without a network it says what can be checked and that details need one, and asks the platform for nothing', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const asked = open();
  expect(await screen.findByText(/当前没有网络.*企业名片等详情需联网查看/)).toBeVisible();
  await type('https://example.cn/pay');
  expect(await screen.findByRole('alert')).toHaveTextContent('无法识别的企业码');
  expect(asked()).not.toContain('POST /api/code/scans');
});
