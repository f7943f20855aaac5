import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { Link, useLocation } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import { AfterSubmission, JUST_SUBMITTED } from './AfterSubmission';

const OWN = 'GET /api/auth/wechat/subscription';

beforeEach(() => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('MicroMessenger/8.0');
  vi.spyOn(document.head, 'append').mockImplementation((node) => {
    vi.stubGlobal('wx', { ready: (then: () => void) => then(), error: () => {}, config: () => {} });
    (node as HTMLScriptElement).onload?.(new Event('load'));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Page() {
  const { pathname, state } = useLocation();
  if (pathname === '/form')
    return (
      <Link to="/done" state={JUST_SUBMITTED}>
        提交申请
      </Link>
    );
  return (
    <>
      <p>申请详情 {state ? '有状态' : '无状态'}</p>
      <AfterSubmission />
    </>
  );
}

/** As somebody who hands in, or as one who comes back later. */
function open(own: Parameters<typeof answerWith>[0][string], at = '/form') {
  const sent = answerWith({
    [OWN]: own,
    'GET /api/auth/wechat/js-sdk': json({
      appId: 'wx1',
      timestamp: 1,
      nonceStr: 'n',
      signature: 's',
      scriptUrl: '/api/auth/simulated-wechat/jweixin.js',
    }),
  });
  renderAt(
    at,
    <MobileRoot>
      <Page />
    </MobileRoot>,
    '*',
  );
  return sent;
}

const handIn = async () => fireEvent.click(await screen.findByRole('link', { name: '提交申请' }));

it('who has just handed in is asked by the button of WeChat, and once it is answered no more', async () => {
  let remaining = 0;
  open(() => json({ templateId: 'T1', remaining: remaining++ }));
  await handIn();
  const tag = await waitFor(() => {
    const found = document.querySelector('wx-open-subscribe');
    expect(found).not.toBeNull();
    return found!;
  });
  expect(await screen.findByText('申请详情 无状态')).toBeInTheDocument();
  act(
    () =>
      void tag.dispatchEvent(
        new CustomEvent('success', {
          detail: { subscribeDetails: JSON.stringify({ T1: JSON.stringify({ status: 'accept' }) }) },
        }),
      ),
  );
  await waitFor(() => expect(screen.queryByText('微信订阅消息')).not.toBeInTheDocument());
});

it('who does not want it goes on', async () => {
  open(json({ templateId: 'T1', remaining: 0 }));
  await handIn();
  fireEvent.click(await screen.findByRole('button', { name: '暂不需要' }));
  await waitFor(() => expect(screen.queryByText('微信订阅消息')).not.toBeInTheDocument());
});

it('nothing is asked of who comes back to the page later', async () => {
  const sent = open(json({ templateId: 'T1', remaining: 0 }), '/done');
  expect(await screen.findByText('申请详情 无状态')).toBeInTheDocument();
  expect(sent).toHaveLength(0);
});

it.each([
  ['there are no such messages', json({ remaining: 0 })],
  ['one was agreed to already', json({ templateId: 'T1', remaining: 1 })],
  ['it cannot be found out', problem(503, 'SERVICE_UNAVAILABLE')],
])('nothing is asked where %s', async (_, own) => {
  const sent = open(own);
  await handIn();
  await waitFor(() => expect(sent.length).toBeGreaterThan(0));
  expect(screen.queryByText('微信订阅消息')).not.toBeInTheDocument();
});

it('outside WeChat nothing is asked', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Chrome');
  const sent = open(json({ templateId: 'T1', remaining: 0 }));
  await handIn();
  expect(await screen.findByText('申请详情 无状态')).toBeInTheDocument();
  expect(sent).toHaveLength(0);
});
