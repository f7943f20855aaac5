import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { ShareButton } from './ShareButton';

const signature = { appId: 'wx1', timestamp: 1414587457, nonceStr: 'n', signature: 'a'.repeat(40) };
const shared: object[] = [];
vi.mock('weixin-js-sdk', () => ({
  default: {
    error: () => {},
    ready: (then: () => void) => setTimeout(then),
    config: () => {},
    updateAppMessageShareData: ({ success, ...page }: { success: () => void }) => {
      shared.push(page);
      success();
    },
    updateTimelineShareData: ({ success }: { success: () => void }) => success(),
  },
}));

afterEach(() => vi.restoreAllMocks());

/** With the clipboard that a browser has. */
const show = (signedIn: boolean) => {
  const user = userEvent.setup();
  const sent = answerWith({
    'GET /bff/session': json({ signedIn }),
    'GET /api/auth/me': json(someone),
    'GET /api/auth/wechat/js-sdk': json(signature),
  });
  const button = <ShareButton title="信用快贷" text="建设银行 · 按纳税信用给额度" />;
  renderAt('/', signedIn ? <SignedIn>{button}</SignedIn> : button);
  return { sent, user };
};

it('outside WeChat the button copies the address, and nothing is asked of WeChat', async () => {
  const { sent, user } = show(true);
  await user.click(await screen.findByRole('button', { name: '分享' }));
  expect(await screen.findByText('已复制链接')).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe(location.href);
  expect(sent.some(({ url }) => url.pathname.includes('js-sdk'))).toBe(false);
});

it('where the browser refuses to copy the address is there, marked, to be copied by hand', async () => {
  const { user } = show(true);
  const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
  await user.click(await screen.findByRole('button', { name: '分享' }));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /请按 Ctrl\+C 复制/ });
  expect(field).toHaveValue(location.href);
  expect(field).toHaveFocus();
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, location.href.length]);
  expect(screen.queryByText('已复制链接')).not.toBeInTheDocument();

  refused.mockResolvedValueOnce();
  await user.click(screen.getByRole('button', { name: '分享' }));
  expect(await screen.findByText('已复制链接')).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

it.each([
  ['on a phone', '(pointer: coarse)'],
  ['in a window as narrow as a phone', '(max-width: 639px)'],
])('%s a long press copies, and the panel can be closed', async (_, holds) => {
  vi.spyOn(globalThis, 'matchMedia').mockImplementation(
    (media) =>
      ({
        media,
        matches: media.split(', ').includes(holds),
        addEventListener() {},
        removeEventListener() {},
      }) as never,
  );
  const { user } = show(true);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
  await user.click(await screen.findByRole('button', { name: '分享' }));
  expect(await screen.findByRole('textbox', { name: /请长按复制/ })).toHaveValue(location.href);
  await user.click(screen.getByRole('button', { name: '关闭' }));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

it('inside WeChat its own menu passes the page on with title, text, picture and address', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Android 15 MicroMessenger/8.0.50');
  const { user } = show(true);
  await waitFor(() =>
    expect(shared).toEqual([
      {
        title: '信用快贷',
        desc: '建设银行 · 按纳税信用给额度',
        link: location.href,
        imgUrl: `${location.origin}/share.png`,
        fail: expect.any(Function),
      },
    ]),
  );
  await user.click(await screen.findByRole('button', { name: '分享' }));
  expect(await screen.findByText('已复制链接，也可点右上角“···”转发')).toBeInTheDocument();
});

it('a visitor inside WeChat copies the address: no signature is asked for that nobody would get', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Android 15 MicroMessenger/8.0.50');
  const { sent, user } = show(false);
  await user.click(await screen.findByRole('button', { name: '分享' }));
  expect(await screen.findByText('已复制链接')).toBeInTheDocument();
  expect(sent.some(({ url }) => url.pathname.includes('js-sdk'))).toBe(false);
});
