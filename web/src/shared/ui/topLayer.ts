const modals: HTMLElement[] = [];
const toasts = new Set<Node>();

/** A modal dialog covers all that does not stand in it, and makes it deaf: the toasts go into the foremost one. */
function settle(): void {
  const front = modals.filter((one) => one.isConnected).pop();
  document.documentElement.style.overflow = front ? 'hidden' : '';
  for (const toast of toasts)
    if (toast.parentNode !== (front ?? document.body)) (front ?? document.body).append(toast);
}

export function addToast(toast: Node): void {
  toasts.add(toast);
  settle();
}

export const removeToast = (toast: Node): boolean => toasts.delete(toast);

/** Says that a dialog stands in front of the page, until what it returns is called. */
export function addModal(dialog: HTMLElement): () => void {
  modals.push(dialog);
  settle();
  return () => {
    modals.splice(modals.indexOf(dialog), 1);
    settle();
  };
}
