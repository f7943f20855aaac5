import type { SharedPage, WeixinApi, WeixinJsSdk, WeixinTag } from './types';
import { api } from '../api';
import { landing } from './landing';

/** iOS counts the page by which the app was entered, wherever it has gone since; Android the page of now. */
export function pageToSign(userAgent = navigator.userAgent, now = location.href): string {
  return (/iPhone|iPad|iPod/i.test(userAgent) ? landing() : now).replace(/#.*$/, '');
}

/**
 * WeChat's script, once WeChat has taken the signature of this page. It is asked anew for each page: the signature is of one
 * address alone.
 */
export async function configured(jsApiList: WeixinApi[], openTagList?: WeixinTag[]): Promise<WeixinJsSdk> {
  const { scriptUrl, ...signature } = await api.get('/api/auth/wechat/js-sdk', {
    query: { url: pageToSign() },
  });
  const wx = scriptUrl ? await simulated(scriptUrl) : (await import('weixin-js-sdk')).default;
  return new Promise((resolve, reject) => {
    wx.error(({ errMsg }) => reject(new Error(errMsg)));
    wx.ready(() => resolve(wx));
    wx.config({ ...signature, debug: false, jsApiList, ...(openTagList && { openTagList }) });
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

/** What somebody answered to WeChat's question whether they want one more message. */
type SubscriptionAnswer = 'accept' | 'other';

/** Its style cannot come from the page: WeChat shows it in a place of its own. */
const BUTTON_STYLE =
  'button{display:block;width:100%;height:44px;border:0;border-radius:8px;background:#0b6e3f;color:#fff;font:inherit;font-size:17px}';

/**
 * WeChat's own button (wx-open-subscribe) that asks for one more subscription message; no other may. WeChat tells the platform by itself who agreed, the page only hears of it.
 *
 * @throws Error when WeChat does not take the signature of the page
 */
export async function subscribeButton(
  template: string,
  text: string,
  answered: (answer: SubscriptionAnswer) => void,
  failed: () => void,
): Promise<HTMLElement> {
  await configured(['scanQRCode'], ['wx-open-subscribe']);
  const tag = document.createElement('wx-open-subscribe');
  tag.setAttribute('template', template);
  tag.style.cssText = 'display:block;width:100%;min-height:44px';
  const style = inside(`<style>${BUTTON_STYLE}</style>`);
  style.slot = 'style';
  tag.append(style, inside(`<button type="button">${text}</button>`));
  tag.addEventListener('success', (event) =>
    answered(statusOf((event as CustomEvent).detail, template) === 'accept' ? 'accept' : 'other'),
  );
  tag.addEventListener('error', failed);
  return tag;
}

function inside(content: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'text/wxtag-template';
  script.textContent = content;
  return script;
}

/** Of each template WeChat tells JSON inside JSON. */
function statusOf(detail: unknown, template: string): unknown {
  try {
    const { subscribeDetails } = detail as { subscribeDetails: string };
    const told = JSON.parse(subscribeDetails) as Record<string, string>;
    return (JSON.parse(told[template]!) as { status?: string }).status;
  } catch {
    return undefined;
  }
}
