import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { member, renderAt, SignedIn, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import EnterprisePage from './EnterprisePage';

function open(certifierId: string, unbind?: Parameters<typeof answerWith>[0][string], me = someone) {
  const sent = answerWith({
    ...(unbind && { 'POST /api/code/my/code/unbind': unbind }),
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(me),
    'GET /api/message/my/unread-count': json({ count: 0 }),
    'GET /api/user/my/enterprise': json({
      ...someone.enterprise,
      legalRep: '陈志远',
      registeredCapital: 2000,
      establishedOn: '2012-06-18',
      address: '界石镇石桂大道18号',
      demo: false,
      shareholders: [],
      investments: [],
      assets: [],
      judicial: [],
    }),
    'GET /api/code/my/code': json({
      id: 'k1',
      number: 'QY50011300000001',
      status: 'ACTIVE',
      level: 'WARNED',
      levelReason: '未按规定公示年度报告',
      version: 1,
      certifierId,
      certifierName: '陈志远',
      certifiedAt: '2026-03-15T10:00:00+08:00',
    }),
    'GET /api/code/my/code/certifications': json([
      {
        at: '2026-03-15T10:00:00+08:00',
        action: 'ISSUED',
        label: '企业认证',
        codeNumber: 'QY50011300000001',
        note: '申请 LM20260315000001，申请人 陈志远',
      },
    ]),
  });
  const view = renderAt(
    '/my/enterprise',
    <MobileRoot>
      <SignedIn>
        <EnterprisePage />
      </SignedIn>
    </MobileRoot>,
  );
  return { ...view, sent };
}

// A dialog takes no pointer while it unfolds, which it never ends to do here.
const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });

async function unbinds(reason: string) {
  await user.click(await screen.findByRole('button', { name: '解绑企业' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^解绑 / }));
  await user.type(dialog.getByLabelText('解绑原因'), reason);
  await user.click(dialog.getByRole('button', { name: '确认解绑' }));
  return dialog;
}

it('who certified the enterprise reads its history, and may certify it again or unbind it', async () => {
  open(someone.accountId);
  expect(await screen.findByText(/LM20260315000001/)).toBeVisible();
  expect(screen.getByText('预警')).toBeVisible();
  expect(screen.getByText('未按规定公示年度报告')).toBeVisible();
  expect(screen.getByRole('link', { name: /重新认证/ })).toHaveAttribute('href', '/claim?again');
  expect(screen.getByRole('link', { name: /添加企业认证/ })).toHaveAttribute('href', '/claim');
  expect(await screen.findByRole('button', { name: '解绑企业' })).toBeVisible();
});

it('a colleague does not unbind it', async () => {
  open('0199a007-0000-7000-8000-00000000000f');
  expect(await screen.findByText(/LM20260315000001/)).toBeVisible();
  expect(screen.queryByRole('button', { name: '解绑企业' })).toBeNull();
});

it('who certified it and handed it over does not unbind it', async () => {
  open(member.accountId, undefined, member);
  expect(await screen.findByText(/LM20260315000001/)).toBeVisible();
  expect(screen.queryByRole('button', { name: '解绑企业' })).toBeNull();
});

it('a word is no reason to unbind it', async () => {
  const { sent } = open(someone.accountId);
  const dialog = await unbinds('  调离 ');
  expect(await dialog.findByRole('alert')).toHaveTextContent('解绑原因不少于 5 字');
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
});

it('the dialog waits for the answer, and says in itself what stands against it', async () => {
  let answer = (_: Response) => undefined as void;
  const waiting = new Promise<Response>((done) => (answer = done));
  const { router, sent } = open(someone.accountId, [(() => waiting) as unknown as () => Response, json({})]);
  const dialog = await unbinds('经办人调离');
  await waitFor(() => expect(dialog.getByRole('button', { name: '不解绑' })).toBeDisabled());
  expect(dialog.getByRole('button', { name: '确认解绑' })).toHaveAttribute('aria-disabled', 'true');

  answer(problem(409, 'APPLICATIONS_RUNNING', { detail: '企业还有 2 件未办结的融资申请' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('企业还有 2 件未办结的融资申请');
  expect(dialog.getByLabelText('解绑原因')).toHaveValue('经办人调离');
  expect(router.state.location.pathname).toBe('/my/enterprise');

  await user.click(dialog.getByRole('button', { name: '确认解绑' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/my/claims'));
  expect(sent.findLast((one) => one.method === 'POST')!.body).toEqual({
    codeId: 'k1',
    version: 1,
    reason: '经办人调离',
  });
});

it('what was unbound in another window before is told as that, and the page goes on', async () => {
  const { router } = open(someone.accountId, problem(409, 'UNBOUND_ALREADY', { detail: '该企业已解绑' }));
  await unbinds('经办人调离');
  // It fades in.
  await waitFor(() => expect(screen.getByText(/您已在其他窗口或设备上解绑该企业/)).toBeVisible());
  await waitFor(() => expect(router.state.location.pathname).toBe('/my/claims'));
});
