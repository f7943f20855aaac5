/** The part of WeChat's JSSDK that the pages use. */
export interface WeixinJsSdk {
  config: (settings: {
    debug: boolean;
    appId: string;
    timestamp: number;
    nonceStr: string;
    signature: string;
    jsApiList: 'scanQRCode'[];
  }) => void;
  ready: (then: () => void) => void;
  error: (then: (failure: { errMsg: string }) => void) => void;
  scanQRCode: (settings: {
    needResult: 0 | 1;
    scanType: ('qrCode' | 'barCode')[];
    success: (answer: { resultStr: string }) => void;
    cancel: () => void;
    fail: (failure: { errMsg: string }) => void;
  }) => void;
}
