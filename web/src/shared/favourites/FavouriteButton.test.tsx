import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { FavouriteButton } from './FavouriteButton';

const HELD = '/api/policy/my/favourites/p1';
const keeper = { ...someone, permissions: [...someone.permissions, 'policy.favourite'] };
const signedIn = { 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(keeper) };

it('who keeps a policy sees that it is kept, and takes it out again', async () => {
  const sent = answerWith({
    ...signedIn,
    [`GET ${HELD}`]: [json({ favourite: false }), json({ favourite: true }), json({ favourite: false })],
    [`PUT ${HELD}`]: new Response(null, { status: 204 }),
    [`DELETE ${HELD}`]: new Response(null, { status: 204 }),
  });
  renderAt('/', <FavouriteButton of="policy" id="p1" />);
  const button = await screen.findByRole('button', { name: '收藏', pressed: false });
  await userEvent.click(button);
  await userEvent.click(await screen.findByRole('button', { name: '已收藏', pressed: true }));
  expect(await screen.findByRole('button', { name: '收藏', pressed: false })).toBeEnabled();
  expect(sent.filter((one) => one.method !== 'GET').map((one) => one.method)).toEqual(['PUT', 'DELETE']);
});

it('in the list itself the button says what it does', async () => {
  const sent = answerWith({
    ...signedIn,
    [`GET ${HELD}`]: json({ favourite: true }),
    [`DELETE ${HELD}`]: new Response(null, { status: 204 }),
  });
  renderAt('/', <FavouriteButton of="policy" id="p1" listed />);
  await userEvent.click(await screen.findByRole('button', { name: '取消收藏' }));
  expect(screen.queryByText('已收藏')).not.toBeInTheDocument();
  expect(sent.some(({ method }) => method === 'DELETE')).toBe(true);
});

it('the star of what is kept is filled, of what is not it is empty', async () => {
  answerWith({ ...signedIn, [`GET ${HELD}`]: [json({ favourite: false }), json({ favourite: true })] });
  const { unmount } = renderAt('/', <FavouriteButton of="policy" id="p1" />);
  const star = async () => (await screen.findByRole('button')).querySelector('svg')!;
  expect(await star()).toHaveAttribute('fill', 'none');
  unmount();
  renderAt('/', <FavouriteButton of="policy" id="p1" />);
  expect(await star()).toHaveAttribute('fill', 'currentColor');
});

it('a list that is full says so, and the policy is not said to be kept', async () => {
  answerWith({
    ...signedIn,
    [`GET ${HELD}`]: json({ favourite: false }),
    [`PUT ${HELD}`]: problem(409, 'FAVOURITES_FULL', { title: '收藏的政策已有 500 项，请先删去不再关注的' }),
  });
  renderAt('/', <FavouriteButton of="policy" id="p1" />);
  await userEvent.click(await screen.findByRole('button', { name: '收藏' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('500 项');
  expect(screen.getByRole('button', { name: '收藏', pressed: false })).toBeEnabled();
});

it('a visitor is led to the sign-in, and who acts for no enterprise sees no button', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  const visitor = renderAt('/', <FavouriteButton of="policy" id="p1" />);
  expect(await screen.findByRole('link', { name: '收藏' })).toHaveAttribute(
    'href',
    '/bff/login?continue=%2F',
  );
  visitor.unmount();
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...keeper, enterprise: undefined }),
  });
  renderAt(
    '/',
    <>
      <FavouriteButton of="policy" id="p1" />
      <SignedIn>已登录</SignedIn>
    </>,
  );
  await screen.findByText('已登录');
  expect(screen.queryByText('收藏')).not.toBeInTheDocument();
});
