import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import type { DeclarationRow } from '@/shared/api';
import { decisionDraft, draftKey } from '@/shared/api/drafts';
import { answerWith, json } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import DeclarationsPage from './DeclarationsPage';

const row = (id: string, status: DeclarationRow['status']) =>
  ({
    id,
    number: `SB${id}`,
    enterpriseName: `企业${id}`,
    projectTitle: '创新型中小企业评价',
    status,
    step: 'ACCEPTANCE',
    submittedAt: '2026-11-27T10:00:00+08:00',
    version: 3,
  }) as DeclarationRow;

const BATCH = 'POST /api/policy/declarations/batch';

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

function open() {
  const items = [row('1', 'IN_REVIEW'), row('2', 'SUBMITTED'), row('3', 'APPROVED')];
  const sent = answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'policy.declaration.handle'] }),
    'GET /api/policy/declarations': json({ items, total: 3, page: 1, size: 20 }),
    [BATCH]: json([
      { id: '1', done: true },
      { id: '2', done: false, code: 'HANDLED_BY_ANOTHER', detail: '请先承办该申报' },
    ]),
  });
  renderAt(
    '/declarations',
    <AntdRoot>
      <SignedIn>
        <DeclarationsPage />
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
}

it('several are rejected with one reason, which is asked for, and what became of each is told', async () => {
  const sent = open();
  await screen.findByText('企业1');
  await userEvent.click(screen.getByRole('checkbox', { name: '选择本页全部' }));
  await userEvent.click(screen.getByRole('button', { name: '批量驳回（2）' }));
  const drawer = await screen.findByRole('dialog');
  expect(drawer).toHaveTextContent('批量驳回 2 件申报');
  await userEvent.click(within(drawer).getByRole('button', { name: /驳\s?回/ }));
  expect(await within(drawer).findByText('请填写驳回的原因')).toBeInTheDocument();

  await userEvent.type(within(drawer).getByLabelText('驳回的原因'), '否');
  await userEvent.click(within(drawer).getByRole('button', { name: /驳\s?回/ }));
  expect(await within(drawer).findByText('驳回的原因不少于 5 字')).toBeInTheDocument();
  await userEvent.type(within(drawer).getByLabelText('驳回的原因'), '，材料不实');
  await userEvent.click(within(drawer).getByRole('button', { name: /驳\s?回/ }));

  expect(await screen.findByText('驳回 1 件，未驳回 1 件')).toBeInTheDocument();
  expect(screen.getByText('请先承办该申报')).toBeInTheDocument();
  const posted = sent.find((request) => `${request.method} ${request.url.pathname}` === BATCH);
  expect(posted?.body).toEqual({
    action: 'REJECT',
    opinion: '否，材料不实',
    items: [
      { id: '1', version: 3 },
      { id: '2', version: 3 },
    ],
  });
});

it('nothing is offered until something is chosen', async () => {
  open();
  await screen.findByText('企业1');
  await waitFor(() => expect(screen.getByRole('button', { name: '批量承办' })).toBeDisabled());
});

it.each([
  ['通过', false],
  ['承办', true],
])(
  'after 批量%s what was typed towards another decision is kept: %s; and always of what was not done',
  async (act, kept) => {
    const [first, second] = ['1', '2'].map((id) =>
      draftKey(someone.accountId, decisionDraft(id, '退回企业补正')),
    ) as [string, string];
    for (const key of [first, second]) localStorage.setItem(key, JSON.stringify({ reason: '附件不清晰' }));
    open();
    await screen.findByText('企业1');
    await userEvent.click(screen.getByRole('checkbox', { name: '选择本页全部' }));
    await userEvent.click(screen.getByRole('button', { name: `批量${act}（2）` }));
    const drawer = within(await screen.findByRole('dialog'));
    await userEvent.click(drawer.getByRole('button', { name: new RegExp([...act].join('\\s?')) }));
    expect(await screen.findByText(`${act} 1 件，未${act} 1 件`)).toBeInTheDocument();
    expect(localStorage.getItem(first) !== null).toBe(kept);
    expect(localStorage.getItem(second)).toContain('附件不清晰');
  },
);

it('what another institution acts on is read, not handled: neither its link nor a batch offers more', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'policy.declaration.handle'] }),
    'GET /api/policy/declarations': json({
      items: [
        { ...row('1', 'SUBMITTED'), here: true },
        { ...row('2', 'SUBMITTED'), here: false },
      ],
      total: 2,
      page: 1,
      size: 20,
    }),
  });
  renderAt(
    '/declarations',
    <AntdRoot>
      <SignedIn>
        <DeclarationsPage />
      </SignedIn>
    </AntdRoot>,
  );
  await screen.findByText('企业1');

  const lines = screen.getAllByRole('row').slice(1);
  const of = (name: string) => within(lines.find((line) => within(line).queryByText(name))!);
  expect(of('企业1').getByRole('link', { name: '办理' })).toBeInTheDocument();
  expect(of('企业2').getByRole('link', { name: '查看' })).toBeInTheDocument();
  expect(of('企业2').getByRole('checkbox')).toBeDisabled();
});
