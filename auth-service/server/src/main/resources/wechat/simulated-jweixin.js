/** Plays WeChat's JSSDK on a machine of one's own: asks the simulator whether the signature is right, and the person what was scanned. */
(() => {
  const here = document.currentScript.src.replace(/\/jweixin\.js.*$/, '');
  const ready = [];
  const broken = [];
  let outcome;
  const settle = (error) => {
    outcome = { error };
    (error ? broken : ready).splice(0).forEach((tell) => tell(error));
  };
  /** As WeChat: on iOS the page by which the app was entered, wherever it has gone since; on Android the page of now. */
  const counted = () =>
    /iPhone|iPad|iPod/i.test(navigator.userAgent)
      ? performance.getEntriesByType('navigation')[0].name
      : location.href;
  let allowed = [];
  const may = (name) => outcome && !outcome.error && allowed.includes(name);
  /** Keeps what the page is to be shown as, for who looks. */
  const shares = (name) => ({ success, fail, ...page }) => {
    if (!may(name)) return fail?.({ errMsg: `${name}:permission denied` });
    window.wx.shared[name] = page;
    success?.({ errMsg: `${name}:ok` });
  };
  /** Plays WeChat's button: it shows what the page put into it, and who presses it says who they are. */
  class Subscribe extends HTMLElement {
    connectedCallback() {
      const inside = [...this.querySelectorAll('script[type="text/wxtag-template"]')].map((it) => it.textContent);
      this.attachShadow({ mode: 'open' }).innerHTML = inside.join('');
      this.shadowRoot.querySelector('button')?.addEventListener('click', () => this.ask());
    }
    ask() {
      const template = this.getAttribute('template');
      const nickname = window.prompt('模拟微信：您是哪位微信用户？填写昵称即同意接收一条订阅消息，取消即不同意');
      const tell = (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail }));
      const status = nickname ? 'accept' : 'cancel';
      const done = () => {
        const subscribeDetails = JSON.stringify({ [template]: JSON.stringify({ status }) });
        tell('success', { errMsg: 'subscribe:ok', subscribeDetails });
      };
      if (!nickname) return done();
      fetch(`${here}/subscription/answer?${new URLSearchParams({ nickname, template, answer: 'accept' })}`)
        .then((answer) => answer.json())
        .then(({ errcode, errmsg }) =>
          errcode ? tell('error', { errCode: errcode, errMsg: `subscribe:fail ${errmsg}` }) : done(),
        )
        .catch(() => tell('error', { errCode: 10002, errMsg: 'subscribe:fail' }));
    }
  }
  window.wx = {
    simulated: true,
    shared: {},
    config({ appId, timestamp, nonceStr, signature, jsApiList, openTagList = [] }) {
      allowed = jsApiList;
      const url = counted().split('#')[0];
      const query = new URLSearchParams({ appId, timestamp, nonceStr, signature, url });
      fetch(`${here}/jssdk/config?${query}`)
        .then((answer) => answer.json())
        .then(({ errcode, errmsg }) => {
          if (!errcode && openTagList.includes('wx-open-subscribe') && !customElements.get('wx-open-subscribe'))
            customElements.define('wx-open-subscribe', Subscribe);
          settle(errcode ? { errMsg: `config:${errmsg}` } : undefined);
        })
        .catch(() => settle({ errMsg: 'config:fail' }));
    },
    ready: (tell) => (outcome && !outcome.error ? tell() : ready.push(tell)),
    error: (tell) => (outcome?.error ? tell(outcome.error) : broken.push(tell)),
    updateAppMessageShareData: shares('updateAppMessageShareData'),
    updateTimelineShareData: shares('updateTimelineShareData'),
    scanQRCode({ success, cancel, fail }) {
      if (!may('scanQRCode')) return fail?.({ errMsg: 'scanQRCode:permission denied' });
      const resultStr = window.prompt('模拟微信扫一扫：请输入二维码内容');
      if (resultStr) success?.({ resultStr, errMsg: 'scanQRCode:ok' });
      else cancel?.({ errMsg: 'scanQRCode:cancel' });
    },
  };
})();
