import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { BrandProvider, completeBrand } from '@/shared/brand';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, signedInAs, someone } from '@/shared/test/render';
import MePage from './MePage';

it('who could not be signed out is told so, and is still signed in', async () => {
  document.cookie = 'XSRF-TOKEN=abc';
  answerWith({
    ...signedInAs({ ...someone, enterprise: undefined, permissions: ['self'] }),
    'GET /api/user/my/enterprises': json([]),
    'POST /bff/logout': problem(503, 'SERVICE_UNAVAILABLE'),
  });
  renderAt('/me', <MePage />);
  await userEvent.click(await screen.findByRole('button', { name: '退出登录' }));

  expect(await screen.findByText('退出未成功，请重试')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: someone.name })).toBeInTheDocument();
});

it('large text is switched by the word and by the whole row, and once by the switch', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  renderAt('/me', <MePage />);
  const large = await screen.findByRole('switch', { name: '大字版' });
  expect(large).not.toBeChecked();
  await userEvent.click(screen.getByText('大字版'));
  expect(large).toBeChecked();
  await userEvent.click(large);
  expect(large).not.toBeChecked();
  large.focus();
  await userEvent.keyboard(' ');
  expect(large).toBeChecked();
  await userEvent.click(screen.getByText('大字版'));
});

it('what an enterprise finds here stands in groups, each under its heading, and nothing twice', async () => {
  answerWith({
    ...signedInAs({
      ...someone,
      permissions: [
        'self',
        'code.claim',
        'enterprise.own',
        'finance.apply',
        'finance.activity.sign-up',
        'finance.coordination.declare',
        'finance.demand.post',
        'ops.evaluation.give',
        'policy.declare',
        'policy.favourite',
        'policy.redemption.apply',
      ],
    }),
    'GET /api/user/my/enterprises': json([]),
  });
  renderAt(
    '/me',
    <BrandProvider brand={completeBrand({ hotline: { label: '便民热线', number: '12345' } })}>
      <MePage />
    </BrandProvider>,
  );
  await screen.findByRole('heading', { name: '办事记录' });

  const headings = screen.getAllByRole('heading', { level: 2 });
  expect(headings.map((one) => one.textContent)).toEqual([
    '常用服务',
    '企业与授权',
    '办事记录',
    '账号与设置',
    '帮助',
  ]);
  const under = (name: string) =>
    within(screen.getByRole('heading', { name }).closest('section')!)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
  expect(under('企业与授权')).toEqual([
    '/my/enterprise',
    '/my/profile',
    '/my/members',
    '/my/consents',
    '/my/scans',
  ]);
  expect(under('办事记录')).toHaveLength(9);
  const all = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(new Set(all).size).toBe(all.length);
  expect(screen.getByRole('link', { name: /12345/ })).toHaveAttribute('href', 'tel:12345');
});
