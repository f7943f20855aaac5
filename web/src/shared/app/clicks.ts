/**
 * The second click of a double click hands nothing in once more: between the first and the busy button lie the checks of the form, and what would be sent twice comes back as a change by somebody else.
 * A click on another button that came to lie there is meant. Returns the function that ends it.
 */
export function handInOnceAClick(): () => void {
  let clicked: Element | null = null;
  const second = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button[type=submit]') : null;
    if (event.detail > 1 && button && button === clicked) {
      event.preventDefault();
      event.stopPropagation();
    }
    clicked = button;
  };
  document.addEventListener('click', second, true);
  return () => document.removeEventListener('click', second, true);
}
