import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import ServicePage from './ServicePage';

const venue = {
  kind: 'VENUE',
  name: '政务服务大厅企业服务区',
  place: '二楼 12 号窗口',
  offers: [
    { service: 'MATCH', words: '政策与贷款智能匹配' },
    { service: 'LOAN', itemId: 'L02', title: '科创贷', words: '科创贷' },
  ],
  actsFor: '重庆渝巴精密机械有限公司',
};

function open(answer: Response) {
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'POST /api/code/my/service-code-visits': answer,
  });
  document.cookie = 'XSRF-TOKEN=abc';
  return { ...renderAt('/s/0123456789ab', <ServicePage />, '/s/:token'), sent };
}

it('a venue code offers its services, and says for whom one acts', async () => {
  open(json(venue));
  expect(await screen.findByRole('link', { name: /政策与贷款智能匹配/ })).toHaveAttribute('href', '/match');
  expect(screen.getByRole('link', { name: /科创贷/ })).toHaveAttribute('href', '/loans/L02/apply');
  expect(screen.getByText('重庆渝巴精密机械有限公司')).toBeVisible();
});

it('a service code is the service itself', async () => {
  const { router } = open(json({ ...venue, kind: 'SERVICE', offers: [venue.offers[1]] }));
  await expect.poll(() => router.state.location.pathname).toBe('/loans/L02/apply');
});

it('who acts for no enterprise yet is shown the way to one', async () => {
  open(json({ ...venue, actsFor: undefined }));
  expect(await screen.findByRole('link', { name: '领取企业码' })).toHaveAttribute('href', '/claim');
});

it('a stopped code says so', async () => {
  open(problem(410, 'SERVICE_CODE_STOPPED', { detail: '该服务码已停用' }));
  expect(await screen.findByText('该服务码已停用')).toBeVisible();
});
