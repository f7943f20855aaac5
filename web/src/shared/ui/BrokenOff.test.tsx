import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { noteBrokenOff, wasBrokenOff } from '../api/session-flow';
import { answerWith, json } from '../test/http';
import { renderAt, someone } from '../test/render';
import { BrokenOff } from './BrokenOff';

it('who is signed in again without having been asked reads that the last step was not taken, once', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  noteBrokenOff();
  renderAt('/', <BrokenOff />);
  expect(await screen.findByRole('alert')).toHaveTextContent('刚才的操作没有完成，请再做一次');
  expect(wasBrokenOff()).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

it('who has to sign in first is told there', async () => {
  const sent = answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  noteBrokenOff();
  const { queries } = renderAt('/', <BrokenOff />);
  await expect.poll(() => sent.length && !queries.isFetching()).toBe(true);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(wasBrokenOff()).toBe(true);
});
