/**
 * Tells whoever's browser is too old for the apps which ones will do: nothing would be drawn there, or each page be an error. It asks for
 * what the oldest browsers of `vite.app.ts` have. Written as the old ones read it, ES5 without a module, and a file, for no script
 * that stands in a page runs.
 */
(function () {
  var has =
    window.Array.prototype.at &&
    window.Array.prototype.findLast &&
    window.Object.hasOwn &&
    window.structuredClone &&
    window.BroadcastChannel &&
    window.HTMLDialogElement;
  if (has) return;

  // In place of the app's root: what of the app runs here all the same finds none, and draws nothing over it.
  document.body.innerHTML =
    '<main style="max-width:560px;margin:0 auto;padding:64px 24px;font:16px/1.7 sans-serif;color:#16202e">' +
    '<h1 style="margin:0 0 16px;font-size:24px;line-height:1.4">浏览器版本过低，无法打开本平台</h1>' +
    '<p style="margin:0 0 8px">请更新后重新打开：</p>' +
    '<ul style="margin:0 0 16px;padding:0 0 0 24px;list-style:disc">' +
    '<li>苹果手机、平板：系统更新到 iOS 15.4 或更高版本</li>' +
    '<li>安卓、鸿蒙手机：微信或浏览器更新到最新版本</li>' +
    '<li>电脑：Chrome 98、Edge 98、Firefox 104、Safari 15.4 或更高版本；360、QQ 等浏览器更新到最新版本，并使用极速模式</li>' +
    '</ul>' +
    '<p style="margin:0">无法更新的，请换一台手机或电脑打开。</p>' +
    '</main>';
})();
