const declared = (display: string) => {
  const { style } = document.createElement('div');
  style.display = display;
  return style;
};
const named = (display: string, tags: string) => {
  const style = declared(display);
  return tags.split(' ').map((tag) => [tag, style] as const);
};
const inline = declared('inline');
const none = declared('none');
const byTag = new Map([
  ...named(
    'block',
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol optgroup option p pre search section summary ul',
  ),
  ...named('inline-block', 'button input meter progress select textarea'),
  ...named('list-item', 'li'),
  ...named('table', 'table'),
  ...named('table-row', 'tr'),
  ...named('table-cell', 'td th'),
  ...named('table-row-group', 'tbody thead tfoot'),
  ...named('none', 'area base datalist head link meta param rp script style template title'),
]);

/**
 * How an element looks where no style sheet is read: by its own attributes and its tag. jsdom would hold each element against all rules of its own sheet and of
 * antd's, which was half of the time of a page's test, as every question for a role asks it of every element and of all above it.
 */
export function looks(
  computed: (element: Element) => CSSStyleDeclaration,
): (element: Element) => CSSStyleDeclaration {
  return (element) => {
    if (element.hasAttribute('style')) return computed(element);
    if (element.hasAttribute('hidden')) return none;
    return byTag.get(element.localName) ?? inline;
  };
}
