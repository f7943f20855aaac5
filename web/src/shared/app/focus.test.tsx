import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { expect, it, vi } from 'vitest';
import { confirmed } from '../ui/mobile';
import { RouteFocus } from './focus';

const agreed = vi.fn();

function Page() {
  const ask = () =>
    confirmed({ title: '通过这件申请？', content: '通过后不能撤回。', confirmText: '通过' }).then(
      (yes) => yes && agreed(),
    );
  return <button onClick={() => void ask()}>审核通过</button>;
}

function open() {
  const layout = (
    <>
      <RouteFocus />
      <Outlet />
    </>
  );
  const router = createMemoryRouter(
    [
      {
        element: layout,
        children: [
          { path: '/list', element: '列表' },
          { path: '/one', element: <Page /> },
          { path: '/next', element: '下一件' },
        ],
      },
    ],
    { initialEntries: ['/list', '/one'] },
  );
  render(<RouterProvider router={router} />);
  return router;
}

it('a question does not outlive its page when the browser leads back', async () => {
  const router = open();
  await userEvent.click(await screen.findByRole('button', { name: '审核通过' }));
  expect(await screen.findByRole('dialog', { name: /通过这件申请/ })).toBeInTheDocument();
  await act(() => router.navigate(-1));
  expect(await screen.findByText('列表')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(agreed).not.toHaveBeenCalled();
});

it('what is told on the way to another page stands over that one', async () => {
  const router = open();
  await userEvent.click(await screen.findByRole('button', { name: '审核通过' }));
  await act(() => router.navigate('/next'));
  expect(await screen.findByText('下一件')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '通过' }));
  await waitFor(() => expect(agreed).toHaveBeenCalledOnce());
});
