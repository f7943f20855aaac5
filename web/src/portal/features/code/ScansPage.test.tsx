import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ScansPage from './ScansPage';

const scan = {
  id: 's1',
  at: '2026-11-20T10:00:00+08:00',
  scannerName: '李科员',
  scannerInstitution: '区经信委',
  source: 'CAMERA',
  place: '政务服务大厅',
  shownCategories: ['BASIC'],
};

it('scans are looked for by who, how and when, and taken out as a file', async () => {
  const sent = answerWith({
    'GET /api/code/my/scans': json({ items: [scan], total: 1, page: 1, size: 20 }),
  });
  renderAt(
    '/code/scans?source=CAMERA&from=2026-11-01&to=2026-11-30',
    <AntdRoot>
      <ScansPage />
    </AntdRoot>,
  );
  expect(await screen.findByText('政务服务大厅，摄像头')).toBeInTheDocument();
  const asked = () =>
    sent.filter((one) => one.url.pathname === '/api/code/my/scans').at(-1)!.url.searchParams;
  expect(Object.fromEntries(asked())).toMatchObject({
    source: 'CAMERA',
    from: '2026-11-01',
    to: '2026-11-30',
    sort: 'at,desc',
  });

  await userEvent.type(screen.getByLabelText('扫码人'), '经信委{Enter}');
  await waitFor(() => expect(asked().get('q')).toBe('经信委'));
  expect(screen.getByRole('button', { name: /导\s?出/ })).toBeInTheDocument();
});
