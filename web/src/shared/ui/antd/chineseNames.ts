/** What antd calls its controls where its locale has no word for it. */
const CONTROLS: Record<string, string> = {
  Clear: '清除',
  'Increase Value': '增加',
  'Decrease Value': '减少',
  'segmented control': '选项',
};

/** Icons that are all there is of a button; everywhere else an icon says nothing that the text beside it does not. */
const BUTTONS: Record<string, string> = {
  close: '关闭',
  'close-circle': '清除',
  delete: '删除',
  'double-left': '向前 5 页',
  'double-right': '向后 5 页',
  ellipsis: '更多',
  left: '上一页',
  plus: '添加',
  right: '下一页',
  search: '搜索',
};

const ofIcon = /^[a-z]+(-[a-z]+)*$/;

function rename(element: Element): void {
  const name = element.getAttribute('aria-label');
  if (!name) return;
  if (!element.classList.contains('anticon')) {
    if (CONTROLS[name]) element.setAttribute('aria-label', CONTROLS[name]);
    return;
  }
  if (!ofIcon.test(name)) return;
  const button = element.closest('button, a, [role="button"]');
  const alone = button && !button.getAttribute('aria-label') && !button.textContent?.trim();
  if (!alone) {
    element.removeAttribute('aria-label');
    element.setAttribute('aria-hidden', 'true');
  } else if (BUTTONS[name]) element.setAttribute('aria-label', BUTTONS[name]);
}

const renameIn = (root: Element) => {
  rename(root);
  root.querySelectorAll('[aria-label]').forEach(rename);
};

/**
 * antd writes some names for screen readers in English, in places that neither its locale nor a property reaches: the cross that clears a list, the
 * arrows of a number, every icon. They are said in Chinese here, for all that is drawn below, now and later.
 *
 * @returns ends it
 */
export function speakChinese(root: Element): () => void {
  renameIn(root);
  const watching = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes') rename(target as Element);
      addedNodes.forEach((node) => node instanceof Element && renameIn(node));
    }
  });
  watching.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['aria-label'],
  });
  return () => watching.disconnect();
}
