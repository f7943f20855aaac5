import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { answerWith, json } from '../test/http';
import { api } from './client';
import * as flow from './session-flow';
import { refuseChangesForAnother, showsTo } from './shownTo';

describe('a window that another one has switched away from', () => {
  it('reads and signs out, and changes nothing for an enterprise that it does not show', async () => {
    document.cookie = 'XSRF-TOKEN=abc';
    const sent = answerWith({
      'GET /api/auth/me': json({}),
      'POST /bff/logout': json({}),
    });
    refuseChangesForAnother();
    await api.get('/api/auth/me');
    await api.post('/bff/logout');
    await expect(api.post('/api/user/my/enterprise/leave')).rejects.toMatchObject({
      code: 'SWITCHED_ELSEWHERE',
      status: 409,
    });
    expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      'GET /api/auth/me',
      'POST /bff/logout',
    ]);
  });
});

describe('a window in whose browser somebody else has signed in since', () => {
  const me = { accountId: 'a1', enterprise: { id: 'e1', name: '甲公司', uscc: '' } };
  const another = json(
    { status: 409, code: 'SWITCHED_ELSEWHERE', detail: '您已在另一个窗口登录其他账号' },
    409,
  );
  let reload: MockInstance;
  beforeEach(() => {
    reload = vi.spyOn(flow, 'reload').mockImplementation(() => undefined);
    document.cookie = 'XSRF-TOKEN=abc';
  });

  it('says for whom it shows what is sent from it, and of what it reads for which account', async () => {
    const sent = answerWith({
      'GET /api/finance/my/demands': json({}),
      'POST /api/finance/my/demands': json({}),
    });
    await api.get('/api/finance/my/demands');
    showsTo(me);
    await api.get('/api/finance/my/demands');
    await api.post('/api/finance/my/demands', { body: {} as never, idempotencyKey: 'k' });
    expect(sent.map(({ headers }) => headers.get('X-Shown-To'))).toEqual([null, 'a1', 'a1/e1']);
  });

  it('begins afresh once when it learns of it, and changes nothing any more', async () => {
    const sent = answerWith({ 'GET /api/finance/my/demands': another });
    showsTo(me);
    for (let time = 0; time < 2; time++)
      await expect(api.get('/api/finance/my/demands')).rejects.toMatchObject({ code: 'SWITCHED_ELSEWHERE' });
    expect(reload).toHaveBeenCalledOnce();
    await expect(api.post('/api/user/my/enterprise/leave')).rejects.toMatchObject({ status: 409 });
    expect(sent).toHaveLength(2);
  });

  it('changes what is of the account alone whichever enterprise it acts for', async () => {
    const sent = answerWith({ 'PUT /api/auth/me/enterprise': json({}) });
    showsTo(me);
    await api.put('/api/auth/me/enterprise', { body: { enterpriseId: 'e2' }, ofAccount: true });
    expect(sent[0]!.headers.get('X-Shown-To')).toBe('a1');
  });

  it('shows why what was sent was not taken, and stays to be read', async () => {
    answerWith({ 'POST /api/user/my/enterprise/leave': another });
    showsTo(me);
    await expect(api.post('/api/user/my/enterprise/leave')).rejects.toMatchObject({
      message: '您已在另一个窗口登录其他账号',
    });
    expect(reload).not.toHaveBeenCalled();
  });

  it.each([
    ['another account', { accountId: 'a2' }],
    ['the account for another enterprise', { ...me, enterprise: { id: 'e2', name: '乙公司', uscc: '' } }],
  ])('begins afresh where it reads of %s than it shows', async (_, now) => {
    const sent = answerWith({});
    showsTo(me);
    showsTo(now);
    expect(reload).toHaveBeenCalledOnce();
    expect(flow.wasBegunAfresh()).toBe(true);
    await expect(api.post('/api/user/my/enterprise/leave')).rejects.toMatchObject({ status: 409 });
    expect(sent).toEqual([]);
  });

  it('goes on where the person acts for a first enterprise, or for none any more', () => {
    showsTo({ accountId: 'a1' });
    showsTo(me);
    showsTo({ accountId: 'a1' });
    expect(reload).not.toHaveBeenCalled();
  });
});
