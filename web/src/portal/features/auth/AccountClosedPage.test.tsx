import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { answerWith } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import AccountClosedPage from './AccountClosedPage';

beforeEach(() => {
  sessionStorage.clear();
  answerWith({});
});

it('who has just closed the account reads when, what was deleted, and what is kept and why, without being signed in', async () => {
  sessionStorage.setItem('zq.account-closed', '2026-11-28T14:30:00+08:00');
  renderAt('/account-closed?from=%2Fm%2F', <AccountClosedPage />);

  expect(await screen.findByRole('heading', { name: '账号已注销', level: 1 })).toBeVisible();
  expect(screen.getByText(/您的账号已于 .*14:30 注销/)).toBeVisible();
  expect(screen.getByRole('heading', { name: '删除了什么' })).toBeVisible();
  expect(screen.getByText(/按《网络安全法》留存不少于六个月/)).toBeVisible();
  expect(screen.getByRole('link', { name: '返回首页' })).toHaveAttribute('href', '/m/');
  expect(screen.getByRole('link', { name: '重新注册' })).toHaveAttribute('href', '/register?from=%2Fm%2F');
});

it('whoever opens the page otherwise is not told that an account of theirs was closed, nor led elsewhere', async () => {
  renderAt('/account-closed?from=https%3A%2F%2Fexample.com', <AccountClosedPage />);

  expect(await screen.findByRole('heading', { name: '账号注销后的处理' })).toBeVisible();
  expect(screen.queryByText(/您的账号已于/)).toBeNull();
  expect(screen.getByRole('link', { name: '返回首页' })).toHaveAttribute('href', '/');
});
