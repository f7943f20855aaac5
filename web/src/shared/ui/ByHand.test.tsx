import { render, screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { ByHand } from './ByHand';

const rows = (text: string) => {
  const { unmount } = render(<ByHand text={text} onClose={() => undefined} />);
  const told = screen.getByRole<HTMLTextAreaElement>('textbox').rows;
  unmount();
  return told;
};

it('an address is there in full, and what is longer than a screen is scrolled', () => {
  expect(rows('http://localhost:8080/')).toBe(1);
  expect(rows('http://127.0.0.1:12080/m/policies/WALK-44-1')).toBe(2);
  expect(rows(`产品名称\n\n${'长'.repeat(25)}`)).toBe(4);
  expect(rows('长'.repeat(2000))).toBe(8);
});

/** What these sheets say of an element of a row of buttons, whatever the width: jsdom draws nothing. */
function told(sheets: string[], row: string) {
  const place = document.createElement('div');
  document.body.append(place);
  onTestFinished(() => place.remove());
  const css = sheets.map((sheet) => readFileSync(`src/${sheet}.module.css`, 'utf8')).join('\n');
  // `:global` is a word of the build's.
  const plain = css.replaceAll(':global(', ':is(');
  place.innerHTML = `<style>${plain}</style><div class="keep">${row}</div>`;
  const rules = [...place.querySelector('style')!.sheet!.cssRules].filter(
    (rule): rule is CSSStyleRule => 'selectorText' in rule,
  );
  return (selector: string, property: string) =>
    rules
      .filter((rule) => place.querySelector(selector)!.matches(rule.selectorText))
      .map((rule) => rule.style.getPropertyValue(property))
      .findLast(Boolean);
}

it.each(['h5/features/policies/policies', 'h5/features/products/products'])(
  'opened in the row of buttons of %s it leaves them their size, and stands below them',
  (sheet) => {
    const of = told([sheet, 'shared/ui/ByHand'], '<button>分享</button><span class="panel"></span>');
    expect(of('.keep', 'flex-wrap')).toBe('wrap');
    expect(of('.panel', 'flex')).toBe('1 0 100%');
  },
);

it('opened below two buttons of the portal it does not make the first of them one of three', () => {
  const buttons = '<button>收藏</button><button>分享</button><span class="panel"></span>';
  const sheets = ['portal/ui/Article', 'shared/ui/ByHand'];
  const policy = told(sheets, buttons);
  expect(policy('.keep > :first-child', 'grid-column')).toBeUndefined();
  expect(policy('.panel', 'grid-column')).toMatch(/^1 ?\/ ?-1$/);
  expect(told(sheets, `<label>加入对比</label>${buttons}`)('label', 'grid-column')).toMatch(/^1 ?\/ ?-1$/);
});
