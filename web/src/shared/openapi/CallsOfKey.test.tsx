import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { CallsOfKey } from './CallsOfKey';

vi.mock('./UsageChart', () => ({
  default: ({ days }: { days: { day: string }[] }) => <p>{days.map(({ day }) => day).join(' ')}</p>,
}));

it('another period asks for other days', async () => {
  const sent = answerWith({
    'GET /api/auth/openapi/my/keys/k1/calls': json({ items: [], total: 0, page: 1, size: 50 }),
    'GET /api/auth/openapi/my/keys/k1/days': json([
      { day: '2026-11-26', calls: 1, succeeded: 1, refused: 0, limited: 0, failed: 0 },
    ]),
  });
  renderAt('/', <CallsOfKey id="k1" of="own" />);
  expect(await screen.findByText('2026-11-26')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '近 7 天' }));
  await vi.waitFor(() =>
    expect(
      sent
        .filter((one) => one.url.pathname.endsWith('/days'))
        .map((one) => one.url.searchParams.get('days')),
    ).toEqual(['30', '7']),
  );
});

it('calls come by pages', async () => {
  const call = { at: '2026-11-26T09:00:00+08:00', method: 'GET', path: '/open/v1/card', status: 200, millis: 3, address: '10.0.0.1' };
  const sent = answerWith({
    'GET /api/auth/openapi/my/keys/k1/calls': json({ items: [call], total: 11, page: 1, size: 10 }),
    'GET /api/auth/openapi/my/keys/k1/days': json([]),
  });
  renderAt('/', <CallsOfKey id="k1" of="own" />);
  expect(await screen.findByText('GET /open/v1/card')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  await vi.waitFor(() =>
    expect(
      sent
        .filter((one) => one.url.pathname.endsWith('/calls'))
        .map((one) => `${one.url.searchParams.get('page')}/${one.url.searchParams.get('size')}`),
    ).toEqual(['1/10', '2/10']),
  );
});
