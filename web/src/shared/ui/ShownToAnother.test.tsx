import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import * as flow from '../api/session-flow';
import { refuseChangesForAnother } from '../api/shownTo';
import { renderAt } from '../test/render';
import { ShownToAnother } from './ShownToAnother';

it('says as long as the page is kept that it changes nothing any more, and begins afresh on the next one', async () => {
  const reload = vi.spyOn(flow, 'reload').mockImplementation(() => undefined);
  const { router } = renderAt('/claims/1', <ShownToAnother />);
  expect(screen.queryByRole('alert')).toBeNull();
  act(() => refuseChangesForAnother());
  expect(screen.getByRole('alert')).toHaveTextContent('本页仅供查看，不能再提交');
  expect(reload).not.toHaveBeenCalled();
  await act(() => router.navigate('/claims/1?tab=history'));
  expect(reload).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '刷新页面' }));
  expect(reload).toHaveBeenCalledTimes(1);
  await act(() => router.navigate('/claims'));
  expect(reload).toHaveBeenCalledTimes(2);
});

it('says once that the page was loaded anew for somebody else', async () => {
  flow.noteBegunAfresh();
  const { unmount } = renderAt('/', <ShownToAnother />);
  expect(screen.getByRole('status')).toHaveTextContent('页面已按当前账号刷新');
  await userEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(screen.queryByRole('status')).toBeNull();
  unmount();
  renderAt('/', <ShownToAnother />);
  expect(screen.queryByRole('status')).toBeNull();
});
