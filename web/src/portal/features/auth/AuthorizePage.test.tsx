import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsentQuestion } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import AuthorizePage from './AuthorizePage';

const question: ConsentQuestion = {
  app: '产业园区服务平台',
  owner: '示例区科技局',
  goesTo: 'app.example.cn',
  person: '王小二',
  phone: '139****0001',
  wants: ['PROFILE', 'PHONE', 'ENTERPRISE'],
  plainPhone: false,
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

const open = (answer = json({ continueTo: '#there' })) => {
  const sent = answerWith({
    'GET /api/auth/sign-in/consent': json(question),
    'POST /api/auth/sign-in/consent': answer,
  });
  renderAt('/authorize?client_id=zqa_1&state=st1', <AuthorizePage />);
  return sent;
};

describe('an application that wants to know who one is', () => {
  it('is named, with what it would know, of whom, and where one goes then', async () => {
    const sent = open();
    expect(await screen.findByText('产业园区服务平台')).toBeInTheDocument();
    expect(screen.getByText(/示例区科技局/)).toBeInTheDocument();
    expect(screen.getByText(/王小二（139\*\*\*\*0001）/)).toBeInTheDocument();
    expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
      '您的账号编号，用来认出是同一个人',
      '姓名和用户类型',
      '部分隐藏的手机号',
      '您当前代表的企业：名称、统一社会信用代码',
    ]);
    expect(screen.getByText(/随后返回 app\.example\.cn/)).toBeInTheDocument();
    expect(sent[0]!.url.searchParams.get('state')).toBe('st1');
  });

  it.each([
    ['同意并登录', true],
    ['拒绝', false],
  ])('is answered once: %s', async (name, allow) => {
    const sent = open();
    await userEvent.click(await screen.findByRole('button', { name }));
    await expect.poll(() => location.hash).toBe('#there');
    expect(sent.filter((one) => one.method === 'POST').map((one) => one.body)).toEqual([
      { state: 'st1', allow },
    ]);
    expect(screen.getByRole('button', { name: '同意并登录' })).toBeDisabled();
    location.hash = '';
  });

  it('that asked too long ago has to ask anew', async () => {
    answerWith({ 'GET /api/auth/sign-in/consent': problem(409, 'APP_REQUEST_GONE') });
    renderAt('/authorize?state=old', <AuthorizePage />);
    expect(await screen.findByRole('alert')).toHaveTextContent('登录请求不完整或已失效');
  });

  it('says why when the answer came too late', async () => {
    open(problem(409, 'APP_REQUEST_GONE', { detail: '授权请求已失效，请从应用重新进入' }));
    await userEvent.click(await screen.findByRole('button', { name: '同意并登录' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('请从应用重新进入');
  });
});

describe('a request that cannot be answered', () => {
  it.each([
    ['CLIENT', '没有在平台登记，或已停用'],
    ['ADDRESS', '返回的地址没有在平台登记'],
    ['<script>', '登录请求不完整或已失效'],
  ])('says why: %s', (code, words) => {
    const sent = answerWith({});
    renderAt(`/authorize?problem=${encodeURIComponent(code)}`, <AuthorizePage />);
    expect(screen.getByRole('alert')).toHaveTextContent(words);
    expect(sent).toEqual([]);
  });

  it('who wanted to sign out reads that they did not, and is not asked to sign in', () => {
    answerWith({});
    renderAt('/authorize?problem=LOGOUT', <AuthorizePage />);
    expect(screen.getByRole('heading', { name: '没有退出登录' })).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('退出请求不正确或已失效');
    expect(screen.queryByText(/重新登录|不能登录该应用/)).toBeNull();
  });
});
