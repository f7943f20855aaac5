import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json } from '../../test/http';
import { renderAt } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { Identities } from './Identities';

const free = { provider: 'quyu', name: '区域身份平台' };
const bound = { ...free, boundAt: '2026-11-26T10:00:00+08:00' };
const show = (at = '/center/security') =>
  renderAt(
    at,
    <AntdRoot>
      <Identities place="PORTAL" panel={(list) => <section aria-label="外部身份登录">{list}</section>} />
    </AntdRoot>,
  );

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

it('unbinds with the password', async () => {
  const sent = answerWith({
    'GET /api/auth/identities': [json({ items: [bound] }), json({ items: [free] })],
    'POST /api/auth/identities/quyu/removal': () => new Response(null, { status: 204 }),
  });
  show('/center/security?identity=bound');
  expect(await screen.findByText('已绑定，以后可以用它登录。')).toBeInTheDocument();
  await userEvent.click(await screen.findByRole('button', { name: '解绑 区域身份平台' }));
  await userEvent.type(await screen.findByLabelText('登录密码'), 'Kite-2026-mo');
  await userEvent.click(screen.getByRole('button', { name: /^解\s*绑$/ }));
  expect(await screen.findByText('未绑定')).toBeInTheDocument();
  expect(sent.find((it) => it.method === 'POST')!.body).toEqual({ password: 'Kite-2026-mo' });
});

it('says why somebody was not bound, and nothing at all where there is no provider', async () => {
  answerWith({ 'GET /api/auth/identities': json({ items: [free] }) });
  const { unmount } = show('/center/security?identity=taken');
  expect(await screen.findByText(/没有绑定/)).toBeInTheDocument();
  expect(screen.getByRole('region', { name: '外部身份登录' })).toBeInTheDocument();
  unmount();
  const sent = answerWith({ 'GET /api/auth/identities': json({ items: [] }) });
  show();
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(screen.queryByRole('region', { name: '外部身份登录' })).toBeNull();
});
