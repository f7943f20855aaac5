import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import dayjs from 'dayjs';
import { afterEach, expect, it, vi } from 'vitest';
import { AntdRoot } from './AntdRoot';
import { DayRange } from './DayRange';

const chosen = vi.fn<(from: string | undefined, to: string | undefined) => void>();

const show = (from: string | null) =>
  render(
    <AntdRoot>
      <DayRange
        aria-label="统计日期"
        open
        value={[from ? dayjs(from) : null, null]}
        onChange={(days) => chosen(days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD'))}
      />
    </AntdRoot>,
  );

const onPhone = () => {
  const media = matchMedia('');
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) => ({
    ...media,
    matches: query.includes('767px'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
};

afterEach(() => {
  vi.restoreAllMocks();
  chosen.mockClear();
});

it('on a phone each of the two days has a calendar of one month of its own', async () => {
  onPhone();
  show('2026-03-02');
  await userEvent.click(screen.getByLabelText('结束日期'));
  expect(document.querySelectorAll('.ant-picker-date-panel')).toHaveLength(1);
  await userEvent.type(screen.getByLabelText('结束日期'), '2026-03-20{Enter}');
  expect(chosen).toHaveBeenCalledWith('2026-03-02', '2026-03-20');
});

it('where there is room two months stand beside each other', async () => {
  show(null);
  await userEvent.click(screen.getByPlaceholderText('开始日期'));
  expect(document.querySelectorAll('.ant-picker-date-panel')).toHaveLength(2);
});
