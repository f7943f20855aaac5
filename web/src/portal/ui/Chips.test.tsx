import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderAt } from '@/shared/test/render';
import { Chips } from './Chips';

it('of the one row on a phone the chosen state is the one that is seen', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(100);
  vi.spyOn(HTMLElement.prototype, 'offsetLeft', 'get').mockImplementation(function (this: HTMLElement) {
    return Array.from(this.parentElement!.children).indexOf(this) * 100;
  });
  const options = ['SUBMITTED', 'IN_REVIEW', 'APPROVED', 'DISBURSED', 'SETTLED'].map((value) => ({
    value,
    label: value,
  }));
  renderAt('/?status=SETTLED', <Chips name="status" label="按状态筛选" options={options} />);

  expect(screen.getByRole('link', { name: 'SETTLED' })).toHaveAttribute('aria-current', 'true');
  expect(screen.getByRole('navigation', { name: '按状态筛选' }).scrollLeft).toBe(400);
});
