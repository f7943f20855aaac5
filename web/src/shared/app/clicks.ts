/**
 * The second click of a double click hands nothing in once more: between the first and the busy button lie the checks of the form, and what would be sent twice comes back as a change by somebody else.
 * Returns the function that ends it.
 */
export function handInOnceAClick(): () => void {
  const second = (event: MouseEvent) => {
    if (event.detail > 1 && event.target instanceof Element && event.target.closest('button[type=submit]')) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  document.addEventListener('click', second, true);
  return () => document.removeEventListener('click', second, true);
}
