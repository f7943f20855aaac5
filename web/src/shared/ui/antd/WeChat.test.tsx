import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json } from '../../test/http';
import { renderAt } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { WeChat } from './WeChat';

it('shows the WeChat that is bound, and unbinds it by the password', async () => {
  const sent = answerWith({
    'GET /api/auth/wechat/binding': [
      json({ available: true, bound: true, nickname: '小**王', boundAt: '2026-11-20T09:00:00+08:00' }),
      json({ available: true, bound: false }),
    ],
    'POST /api/auth/wechat/binding/removal': new Response(null, { status: 204 }),
  });
  renderAt(
    '/',
    <AntdRoot>
      <WeChat />
    </AntdRoot>,
  );
  expect(await screen.findByText('小**王')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '解绑微信' }));
  await userEvent.type(await screen.findByLabelText('登录密码'), 'Kite-2026-mo');
  await userEvent.click(screen.getAllByRole('button', { name: '解绑微信' }).at(-1)!);
  expect(await screen.findByText('未绑定')).toBeInTheDocument();
  expect(sent.find((one) => one.method === 'POST')!.body).toEqual({ password: 'Kite-2026-mo' });
  expect(screen.queryByRole('link', { name: '绑定微信' })).toBeNull();
});
