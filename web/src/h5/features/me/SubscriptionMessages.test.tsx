import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import { SubscriptionMessages } from './SubscriptionMessages';

const OWN = 'GET /api/auth/wechat/subscription';
const SIGNATURE = {
  appId: 'wx1',
  timestamp: 1,
  nonceStr: 'n',
  signature: 's',
  scriptUrl: '/api/auth/simulated-wechat/jweixin.js',
};

let refuses: string | undefined;
let tags: unknown;

beforeEach(() => {
  refuses = undefined;
  vi.spyOn(document.head, 'append').mockImplementation((node) => {
    vi.stubGlobal('wx', weChat());
    (node as HTMLScriptElement).onload?.(new Event('load'));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** WeChat's script, that takes the signature or does not. */
function weChat() {
  let ready = () => {};
  let failed: (failure: { errMsg: string }) => void = () => {};
  return {
    ready: (then: () => void) => (ready = then),
    error: (then: typeof failed) => (failed = then),
    config: ({ openTagList }: { openTagList: unknown }) => {
      tags = openTagList;
      if (refuses) failed({ errMsg: refuses });
      else ready();
    },
  };
}

const shown = () =>
  renderAt(
    '/message-settings',
    <MobileRoot>
      <SubscriptionMessages />
    </MobileRoot>,
  );

const button = () =>
  waitFor(() => {
    const tag = document.querySelector('wx-open-subscribe');
    expect(tag).not.toBeNull();
    return tag!;
  });

const answers = (tag: Element, status: string) =>
  act(() =>
    tag.dispatchEvent(
      new CustomEvent('success', {
        detail: { subscribeDetails: JSON.stringify({ T1: JSON.stringify({ status }) }) },
      }),
    ),
  );

it('who agrees by the button of WeChat sees one more message as soon as WeChat has told the platform', async () => {
  let remaining = 0;
  answerWith({
    [OWN]: () => json({ templateId: 'T1', remaining: remaining++ }),
    'GET /api/auth/wechat/js-sdk': json(SIGNATURE),
  });
  shown();
  const tag = await button();
  expect(tag.getAttribute('template')).toBe('T1');
  expect(tag.textContent).toContain('同意接收一条');
  expect(tags).toEqual(['wx-open-subscribe']);

  answers(tag, 'accept');
  expect(await screen.findByText('已同意接收一条订阅消息')).toBeVisible();
  expect(screen.getByText('1')).toBeVisible();
});

it('who closes the question of WeChat is told that nothing has changed', async () => {
  answerWith({
    [OWN]: json({ templateId: 'T1', remaining: 2 }),
    'GET /api/auth/wechat/js-sdk': json(SIGNATURE),
  });
  shown();
  answers(await button(), 'cancel');
  expect(await screen.findByText('没有同意接收，已同意的不受影响')).toBeVisible();
  expect(screen.getByText('2')).toBeVisible();
});

it('a page that WeChat does not take says so and can be tried again', async () => {
  refuses = 'config:invalid signature';
  answerWith({
    [OWN]: json({ templateId: 'T1', remaining: 0 }),
    'GET /api/auth/wechat/js-sdk': json(SIGNATURE),
  });
  shown();
  expect(await screen.findByText('微信没有认可本页面，暂时不能订阅。')).toBeVisible();
  refuses = undefined;
  act(() => screen.getByRole('button', { name: '重试' }).click());
  expect(await button()).toBeInTheDocument();
});

it('without a template or a bound WeChat there is nothing to agree to', async () => {
  answerWith({ [OWN]: json({ remaining: 0 }) });
  shown();
  expect(await screen.findByText('平台没有开通订阅消息，或者您还没有绑定微信。')).toBeVisible();
});

it('a failure is said, with a way to try again', async () => {
  answerWith({ [OWN]: problem(503, 'SERVICE_UNAVAILABLE') });
  shown();
  expect(await screen.findByRole('button', { name: /重试|重新加载/ })).toBeVisible();
});
