/** What a page may ask WeChat for. */
export type WeixinApi = 'scanQRCode' | 'updateAppMessageShareData' | 'updateTimelineShareData';

/** Buttons of WeChat's own that a page may show (开放标签). */
export type WeixinTag = 'wx-open-subscribe';

/** What a page is shown as that is passed on; circles of friends show no description. */
export interface SharedPage {
  title: string;
  desc: string;
  link: string;
  imgUrl: string;
}

interface Answered {
  success: () => void;
  fail: (failure: { errMsg: string }) => void;
}

/** The part of WeChat's JSSDK that the pages use. */
export interface WeixinJsSdk {
  config: (settings: {
    debug: boolean;
    appId: string;
    timestamp: number;
    nonceStr: string;
    signature: string;
    jsApiList: WeixinApi[];
    openTagList?: WeixinTag[];
  }) => void;
  ready: (then: () => void) => void;
  error: (then: (failure: { errMsg: string }) => void) => void;
  updateAppMessageShareData: (settings: SharedPage & Answered) => void;
  updateTimelineShareData: (settings: Omit<SharedPage, 'desc'> & Answered) => void;
  scanQRCode: (settings: {
    needResult: 0 | 1;
    scanType: ('qrCode' | 'barCode')[];
    success: (answer: { resultStr: string }) => void;
    cancel: () => void;
    fail: (failure: { errMsg: string }) => void;
  }) => void;
}
