import { render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ActionBar } from './page';

afterEach(() => vi.restoreAllMocks());

it('the window scrolls what gets the focus to above the bar, and as before where there is none', () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(58);
  const { style } = document.documentElement;
  const page = render(<ActionBar hint="有修改尚未保存" />);
  expect(style.scrollPaddingBottom).toBe('74px');
  page.unmount();
  expect(style.scrollPaddingBottom).toBe('');
});
