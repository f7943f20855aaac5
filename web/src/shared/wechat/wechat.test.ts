import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { isInWeChat, scanInWeChat, weChatSignInUrl } from '.';
import { rememberLanding } from './landing';
import { pageToSign, shareInWeChat } from './sdk';
import type { WeixinJsSdk } from './types';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0.50';
const ANDROID = 'Mozilla/5.0 (Linux; Android 15) MicroMessenger/8.0.50';

const sdk = vi.hoisted(() => ({ default: {} as WeixinJsSdk }));
vi.mock('weixin-js-sdk', () => sdk);

/** WeChat's script, that takes the signature or does not, and reads something. */
function weChat({
  refuses,
  reads,
}: {
  refuses?: string;
  reads?: string;
}): WeixinJsSdk & { asked: object[]; shared: object[] } {
  const asked: object[] = [];
  const shared: object[] = [];
  let ready = () => {};
  let failed: (failure: { errMsg: string }) => void = () => {};
  return {
    asked,
    shared,
    ready: (then) => (ready = then),
    error: (then) => (failed = then),
    config: (settings) => {
      asked.push(settings);
      if (refuses) failed({ errMsg: refuses });
      else ready();
    },
    updateAppMessageShareData: ({ success, ...page }) => {
      shared.push(page);
      success();
    },
    updateTimelineShareData: ({ success, ...page }) => {
      shared.push(page);
      success();
    },
    scanQRCode: ({ success, cancel }) => (reads ? success({ resultStr: reads }) : cancel()),
  };
}

const signature = { appId: 'wx1', timestamp: 1414587457, nonceStr: 'n', signature: 'a'.repeat(40) };

beforeEach(() => history.replaceState(null, '', '/m/scan?from=menu#top'));
afterEach(() => vi.unstubAllGlobals());

it('knows WeChat by its name, and 企业微信 as another', () => {
  expect(isInWeChat(IPHONE)).toBe(true);
  expect(isInWeChat(`${ANDROID} wxwork/4.1`)).toBe(false);
  expect(isInWeChat('Mozilla/5.0 Chrome/141')).toBe(false);
});

it('comes back to the page from which it went to WeChat', () => {
  expect(weChatSignInUrl()).toBe('/api/auth/sign-in/wechat');
  expect(weChatSignInUrl('/m/security?a=b')).toBe(
    '/api/auth/sign-in/wechat?continue=%2Fm%2Fsecurity%3Fa%3Db',
  );
});

it('signs the page by which an iPhone entered, and the page of now everywhere else', () => {
  history.replaceState(null, '', '/m/policies?from=singlemessage&isappinstalled=0#top');
  const entered = `${location.origin}/m/policies?from=singlemessage&isappinstalled=0`;
  rememberLanding();
  expect(pageToSign(IPHONE)).toBe(entered);

  history.pushState(null, '', '/m/scan?from=menu#top');
  rememberLanding();
  expect(pageToSign(IPHONE)).toBe(entered);
  expect(pageToSign(ANDROID)).toBe(`${location.origin}/m/scan?from=menu`);
});

it('remembers how it was entered before the router moves, and before anything is waited for', () => {
  const start = readFileSync('src/shared/app/start.tsx', 'utf8');
  const body = start.slice(start.indexOf('export async function startApp'));
  expect(body.indexOf('rememberLanding()')).toBeGreaterThan(0);
  expect(body.indexOf('rememberLanding()')).toBeLessThan(body.indexOf('await '));
});

it('reads a code by WeChat after WeChat took the signature of this very page', async () => {
  const wx = weChat({ reads: 'ZQ1:abc' });
  Object.assign(sdk.default, wx);
  const sent = answerWith({ 'GET /api/auth/wechat/js-sdk': json(signature) });
  await expect(scanInWeChat()).resolves.toBe('ZQ1:abc');
  expect(sent[0]!.url.searchParams.get('url')).toBe(`${location.origin}/m/scan?from=menu`);
  expect(wx.asked).toEqual([{ ...signature, debug: false, jsApiList: ['scanQRCode'] }]);
});

it('reads nothing when the person closes the scanner', async () => {
  Object.assign(sdk.default, weChat({}));
  answerWith({ 'GET /api/auth/wechat/js-sdk': json(signature) });
  await expect(scanInWeChat()).resolves.toBeUndefined();
});

it('says so when WeChat does not take the signature, or there is none', async () => {
  Object.assign(sdk.default, weChat({ refuses: 'config:invalid signature' }));
  answerWith({ 'GET /api/auth/wechat/js-sdk': json(signature) });
  await expect(scanInWeChat()).rejects.toThrow('config:invalid signature');
  answerWith({ 'GET /api/auth/wechat/js-sdk': problem(409, 'WECHAT_OFF') });
  await expect(scanInWeChat()).rejects.toThrow();
});

it('loads the script of the simulator where one plays WeChat', async () => {
  const loaded = vi.spyOn(document.head, 'append').mockImplementation((node) => {
    const script = node as HTMLScriptElement;
    vi.stubGlobal('wx', weChat({ reads: 'simulated' }));
    script.onload?.(new Event('load'));
  });
  answerWith({
    'GET /api/auth/wechat/js-sdk': json({ ...signature, scriptUrl: '/api/auth/simulated-wechat/jweixin.js' }),
  });
  await expect(scanInWeChat()).resolves.toBe('simulated');
  expect((loaded.mock.calls[0]![0] as HTMLScriptElement).src).toContain(
    '/api/auth/simulated-wechat/jweixin.js',
  );
  loaded.mockRestore();
});

it('tells WeChat by what title, text, picture and address a page is passed on, to one and to all', async () => {
  const wx = weChat({});
  Object.assign(sdk.default, wx);
  answerWith({ 'GET /api/auth/wechat/js-sdk': json(signature) });
  const page = {
    title: '信用快贷',
    desc: '建设银行',
    link: 'https://site/m/loans/L01',
    imgUrl: 'https://site/share.png',
  };
  await shareInWeChat(page);
  expect(wx.asked).toMatchObject([{ jsApiList: ['updateAppMessageShareData', 'updateTimelineShareData'] }]);
  expect(wx.shared).toMatchObject([page, { title: page.title, link: page.link, imgUrl: page.imgUrl }]);
  expect(wx.shared[1]).not.toHaveProperty('desc');
});

it('says so when WeChat does not let a page be passed on', async () => {
  Object.assign(sdk.default, weChat({ refuses: 'config:invalid signature' }));
  answerWith({ 'GET /api/auth/wechat/js-sdk': json(signature) });
  await expect(shareInWeChat({ title: '', desc: '', link: '', imgUrl: '' })).rejects.toThrow(
    'invalid signature',
  );
});
