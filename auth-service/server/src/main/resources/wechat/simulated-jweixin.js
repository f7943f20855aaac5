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
  let allowed = [];
  const may = (name) => outcome && !outcome.error && allowed.includes(name);
  /** Keeps what the page is to be shown as, for who looks. */
  const shares = (name) => ({ success, fail, ...page }) => {
    if (!may(name)) return fail?.({ errMsg: `${name}:permission denied` });
    window.wx.shared[name] = page;
    success?.({ errMsg: `${name}:ok` });
  };
  window.wx = {
    simulated: true,
    shared: {},
    config({ appId, timestamp, nonceStr, signature, jsApiList }) {
      allowed = jsApiList;
      const url = location.href.split('#')[0];
      const query = new URLSearchParams({ appId, timestamp, nonceStr, signature, url });
      fetch(`${here}/jssdk/config?${query}`)
        .then((answer) => answer.json())
        .then(({ errcode, errmsg }) => settle(errcode ? { errMsg: `config:${errmsg}` } : undefined))
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
