import { beforeEach, expect, it, onTestFinished, vi, type MockInstance } from 'vitest';
import { createQueryClient } from '../api/query';
import { ME } from '../api/session';
import * as flow from '../api/session-flow';
import type { Me } from '../api/types';
import { refuseChangesForAnother, refusesChanges, showsTo } from '../api/shownTo';
import { answerWith, json, problem } from '../test/http';
import { someone } from '../test/render';
import { askAgainWhenRestored } from './restored';

let reload: MockInstance;
beforeEach(() => {
  reload = vi.spyOn(flow, 'reload').mockImplementation(() => undefined);
});

function comesBack(shownTo: Me | null | undefined, persisted = true) {
  const queries = createQueryClient();
  queries.setQueryData(ME, shownTo);
  const page = document.createElement('div');
  onTestFinished(askAgainWhenRestored(queries, page));
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
  return page;
}

it('a page that is still its reader’s is shown when that is known', async () => {
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) });
  const page = comesBack(someone);
  expect(page.hidden).toBe(true);
  await vi.waitFor(() => expect(page.hidden).toBe(false));
  expect(reload).not.toHaveBeenCalled();
});

it.each([
  ['somebody whose session has ended', someone],
  ['somebody who signed out on it', undefined],
])('a page of %s is not shown again', async (_, shownTo) => {
  answerWith({ 'GET /bff/session': json({ signedIn: false }) });
  const page = comesBack(shownTo);
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(page.hidden).toBe(true);
});

it.each([
  ['somebody else is signed in', problem(409, 'SWITCHED_ELSEWHERE')],
  [
    'another enterprise is acted for',
    json({ ...someone, enterprise: { id: 'e2', name: '乙公司', uscc: '' } }),
  ],
])('a page is not shown again where by now %s', async (_, answer) => {
  showsTo(someone);
  answerWith({ 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': answer });
  const page = comesBack(someone);
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(refusesChanges()).toBe(true);
  // All that follows on the answer has run.
  await new Promise((done) => setTimeout(done));
  expect(page.hidden).toBe(true);
});

it('what anybody reads is shown at once, and so is a page that is loaded', () => {
  const sent = answerWith({});
  expect(comesBack(null).hidden).toBe(false);
  expect(comesBack(someone, false).hidden).toBe(false);
  expect(sent).toEqual([]);
});

it('a page of whom it cannot be asked whether they are still here is not shown to who is', async () => {
  answerWith({ 'GET /bff/session': new TypeError('no network') });
  const page = comesBack(someone);
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect(page.hidden).toBe(true);
});

it('a window that changes nothing any more begins afresh as well', async () => {
  showsTo(someone);
  refuseChangesForAnother();
  onTestFinished(() => refuseChangesForAnother(false));
  answerWith({ 'GET /bff/session': problem(409, 'SWITCHED_ELSEWHERE') });
  comesBack(someone);
  await vi.waitFor(() => expect(reload).toHaveBeenCalled());
});
