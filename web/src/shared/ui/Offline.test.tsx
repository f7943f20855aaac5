import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Offline } from './Offline';

afterEach(() => vi.restoreAllMocks());

it('says that there is no network as long as there is none', () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  render(<Offline />);
  expect(screen.getByRole('status')).toHaveTextContent('当前没有网络，恢复后页面自动更新。');
  online.mockReturnValue(true);
  act(() => void dispatchEvent(new Event('online')));
  expect(screen.queryByRole('status')).toBeNull();
});
