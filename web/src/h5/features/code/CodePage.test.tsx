import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import CodePage from './CodePage';

const issued = {
  id: 'c1',
  number: 'ZQ000001',
  enterpriseId: someone.enterprise!.id,
  enterpriseName: someone.enterprise!.name,
  uscc: someone.enterprise!.uscc,
  demo: false,
  status: 'FROZEN',
  statusReason: '登记住所无法联系',
  level: 'KEY',
  levelReason: '重点企业，定期走访',
  issuedAt: '2026-11-20T10:00:00+08:00',
  certifierId: 'u1',
  certifierName: '陈志远',
  certifiedAt: '2026-11-20T10:00:00+08:00',
  version: 2,
};

afterEach(() => vi.restoreAllMocks());

function open(code: object, more: Record<string, Response> = {}) {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/code/my/code': json(code),
    ...more,
  });
  renderAt(
    '/code',
    <SignedIn>
      <CodePage />
    </SignedIn>,
  );
}

it('of a frozen code its people read why it is frozen, and apart from that why it has its level', async () => {
  open(issued);

  expect(
    await screen.findByText(/^企业码当前不能出示。原因：登记住所无法联系。如有疑问，请联系发码单位/),
  ).toBeInTheDocument();
  expect(screen.getByText('企业码已冻结')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看企业码通知' })).toHaveAttribute('href', '/messages?kind=CODE');
  expect(screen.getByText('企业级别为“重点”：重点企业，定期走访')).toBeInTheDocument();
  expect(screen.queryByText(/换发/)).toBeNull();
});

it('of a reissued code its people read when, its new number, and that nothing older passes', async () => {
  open({ ...issued, number: 'ZQ000002', reissuedAt: '2026-11-25T15:30:00+08:00' });

  expect(await screen.findByText('2026-11-25 换发新编号 ZQ000002，此前的码已失效')).toBeInTheDocument();
});

const forPaper = {
  ...issued,
  status: 'ACTIVE',
  staticContent: 'https://example.cn/c/1',
  staticIssuedAt: '2026-11-20T10:00:00+08:00',
};

it('below the code that is shown stands its number, which can be read out', async () => {
  open(
    { ...issued, status: 'ACTIVE', number: 'QY50011300000143' },
    { 'POST /api/code/my/code/dynamic': json({ content: 'ZQ2.shown', ttlSeconds: 60 }) },
  );
  const code = await screen.findByRole('img', { name: '企业码动态二维码' });
  const number = screen.getByText(/^企业码编号/);
  expect(number).toHaveTextContent('企业码编号 QY50011300000143');
  expect(code.compareDocumentPosition(number)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

it('the code for paper is a picture with its number, which can be saved', async () => {
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:1');
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  open(forPaper, { 'GET /api/code/my/code/static.png': new Response('png') });
  await userEvent.click(await screen.findByRole('button', { name: '出示静态码' }));
  expect(screen.getByRole('img', { name: '企业码静态二维码' })).toHaveAttribute(
    'src',
    expect.stringContaining('/api/code/my/code/static.png'),
  );
  expect(screen.getByText('ZQ000001')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '保存图片' }));
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
});

it('WeChat saves what is pressed long, and a picture that does not come is drawn here', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('MicroMessenger/8.0');
  open(forPaper);
  await userEvent.click(await screen.findByRole('button', { name: '出示静态码' }));
  expect(screen.getByText('长按图片保存')).toBeVisible();
  expect(screen.queryByRole('button', { name: '保存图片' })).toBeNull();
  fireEvent.error(screen.getByRole('img', { name: '企业码静态二维码' }));
  expect(screen.getByRole('img', { name: '企业码静态二维码' }).tagName).toBe('svg');
  expect(screen.queryByText('长按图片保存')).toBeNull();
});

it('whose code was revoked is not told that there never was one', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, enterprise: undefined, permissions: ['self', 'code.claim'] }),
    'GET /api/code/my/claims': json({
      items: [{ enterpriseName: '旭砺摩配有限公司', codeStatus: 'REVOKED' }],
      total: 1,
      page: 1,
      size: 1,
    }),
  });
  renderAt(
    '/code',
    <SignedIn>
      <CodePage />
    </SignedIn>,
  );

  expect(await screen.findByText('企业码已注销')).toBeInTheDocument();
  expect(screen.getByText(/旭砺摩配有限公司的企业码已注销，数据授权同时终止/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '领取企业码' })).toBeInTheDocument();
});
