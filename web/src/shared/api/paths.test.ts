import { beforeEach, expect, it } from 'vitest';
import { answerWith, json } from '../test/http';
import { api } from './client';

const letter = { id: 'f1', name: 'x.pdf', contentType: 'application/pdf', size: 1 };
const claim = {
  enterpriseId: 'e1',
  legalRep: { name: '王', idNumber: '1' },
  agent: { name: '李', phone: '1' },
  letterFileId: letter.id,
  consents: [],
  channel: 'PC' as const,
};

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

/** Never run: `npm run typecheck` fails where one of these begins to compile, or the one that should does not. */
export const refused = () => [
  // @ts-expect-error no such path
  api.get('/api/code/my/clams'),
  // @ts-expect-error the path has no such method
  api.post('/api/code/my/code'),
  // @ts-expect-error its path value is missing
  api.get('/api/code/my/claims/{id}'),
  // @ts-expect-error no such query value
  api.get('/api/code/claims', { query: { state: 'SUBMITTED' } }),
  // @ts-expect-error no such status
  api.get('/api/code/claims', { query: { status: 'DONE' } }),
  // @ts-expect-error the body is missing
  api.post('/api/code/claims'),
  // @ts-expect-error what is handed in again stands in `claim`
  api.put('/api/code/my/claims/{id}', { path: { id: 'c1' }, body: { ...claim, version: 1 } }),
  // @ts-expect-error there is no such value in the answer
  api.get('/api/code/my/code').then((code) => code.nummer),
  // @ts-expect-error this path answers no list
  api.list('/api/code/my/code', {}),
  api.get('/api/match/my/profile').then((profile): string[] => profile.groups.map((group) => group.name)),
];

it('a claim is handed in again with its version beside it', async () => {
  const sent = answerWith({ 'PUT /api/code/my/claims/c1': json({ id: 'c1' }) });
  await api.put('/api/code/my/claims/{id}', { path: { id: 'c1' }, body: { version: 3, claim } });
  expect(sent[0]!.body).toEqual({ version: 3, claim });
});

it('a path value cannot lead to another path', async () => {
  const sent = answerWith({ 'GET /api/code/my/claims/..%2Fcode': json({}) });
  await api.get('/api/code/my/claims/{id}', { path: { id: '../code' } });
  expect(sent[0]!.url.pathname).toBe('/api/code/my/claims/..%2Fcode');
});
