import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { AllowedApp } from '../../api';
import { answerWith, json } from '../../test/http';
import { renderAt } from '../../test/render';
import { AllowedApps } from './AllowedApps';
import { AntdRoot } from './AntdRoot';

const app: AllowedApp = {
  id: 'a1',
  name: '产业园区服务平台',
  owner: '示例区科技局',
  knows: ['PROFILE', 'PHONE'],
  plainPhone: false,
  enabled: true,
  givenAt: '2026-11-26T10:00:00+08:00',
};

const open = () =>
  renderAt(
    '/center/security',
    <AntdRoot>
      <AllowedApps />
    </AntdRoot>,
  );

it('says what an application knows, and ends it after a question', async () => {
  const sent = answerWith({
    'GET /api/auth/my/apps': [json([app]), json([])],
    'POST /api/auth/my/apps/a1/withdrawal': () => new Response(null, { status: 204 }),
  });
  open();
  expect(await screen.findByText(/示例区科技局.*姓名和用户类型、部分隐藏的手机号/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '撤销授权：产业园区服务平台' }));
  expect(sent.filter((one) => one.method === 'POST')).toEqual([]);
  await userEvent.click(await screen.findByRole('button', { name: '撤销授权' }));
  expect(await screen.findByText(/没有用平台账号登录过其他应用/)).toBeInTheDocument();
  expect(sent.filter((one) => one.method === 'POST')).toHaveLength(1);
});

it('says of one that is disabled that it is', async () => {
  answerWith({ 'GET /api/auth/my/apps': json([{ ...app, enabled: false, knows: [] }]) });
  open();
  expect(await screen.findByText('已停用')).toBeInTheDocument();
  expect(screen.queryByText(/可获取/)).toBeNull();
});
