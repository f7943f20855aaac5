import type { SharedPage, WeixinApi, WeixinJsSdk } from './types';
import { api } from '../api';

/** iOS counts the page by which the app was entered, wherever it has gone since; Android the page of now. */
const entry = performance.getEntriesByType?.('navigation')[0]?.name ?? location.href;

export function pageToSign(userAgent = navigator.userAgent, now = location.href): string {
  return (/iPhone|iPad/i.test(userAgent) ? entry : now).replace(/#.*$/, '');
}

/**
 * WeChat's script, once WeChat has taken the signature of this page. It is asked anew for each page: the signature is of one
 * address alone.
 */
export async function configured(jsApiList: WeixinApi[]): Promise<WeixinJsSdk> {
  const { scriptUrl, ...signature } = await api.get('/api/auth/wechat/js-sdk', {
    query: { url: pageToSign() },
  });
  const wx = scriptUrl ? await simulated(scriptUrl) : (await import('weixin-js-sdk')).default;
  return new Promise((resolve, reject) => {
    wx.error(({ errMsg }) => reject(new Error(errMsg)));
    wx.ready(() => resolve(wx));
    wx.config({ ...signature, debug: false, jsApiList });
  });
}

/** A machine of one's own has no WeChat: its simulator brings a script that plays it. */
function simulated(url: string): Promise<WeixinJsSdk> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => {
      script.remove();
      resolve((globalThis as unknown as { wx: WeixinJsSdk }).wx);
    };
    script.onerror = () => reject(new Error(`${url} was not loaded`));
    document.head.append(script);
  });
}

/** What WeChat's own scanner read; nothing when the person closed it. */
export async function scanInWeChat(): Promise<string | undefined> {
  const wx = await configured(['scanQRCode']);
  return new Promise((resolve, reject) =>
    wx.scanQRCode({
      needResult: 1,
      scanType: ['qrCode'],
      success: ({ resultStr }) => resolve(resultStr),
      cancel: () => resolve(undefined),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }),
  );
}

/** What WeChat shows of this page when it is passed on, to a friend or to all of them: WeChat has the button for it, not the page. */
export async function shareInWeChat(page: SharedPage): Promise<void> {
  const wx = await configured(['updateAppMessageShareData', 'updateTimelineShareData']);
  const { title, link, imgUrl } = page;
  await Promise.all([
    new Promise<void>((resolve, reject) =>
      wx.updateAppMessageShareData({
        ...page,
        success: resolve,
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      }),
    ),
    new Promise<void>((resolve, reject) =>
      wx.updateTimelineShareData({
        title,
        link,
        imgUrl,
        success: resolve,
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      }),
    ),
  ]);
}
