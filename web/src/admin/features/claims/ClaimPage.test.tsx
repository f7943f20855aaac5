import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '@/shared/api';
import { decisionDraft, draftKey } from '@/shared/api/drafts';
import { someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ClaimPage from './ClaimPage';

vi.mock('./Letter', () => ({ Letter: () => <p>授权书影像</p> }));

const submitted = {
  claim: {
    id: 'c1',
    number: 'LM2026112400001',
    enterpriseId: 'e1',
    enterpriseName: '重庆渝巴精密机械有限公司',
    uscc: '91500113MAX5XQ4WX4',
    demo: true,
    applicantName: '周敏',
    status: 'SUBMITTED',
    submittedAt: '2026-11-24T15:38:00+08:00',
    decidedAt: null as string | null,
    reason: null,
    consents: ['BASIC'],
    scanners: ['GOVERNMENT', 'BANK', 'PROVIDER', 'OTHER'],
    legalRepName: '陈建国',
    agentName: '周敏',
    agentPhone: '199****0029',
    letterFile: { id: 'f', name: '授权书.pdf', contentType: 'application/pdf', size: 1 },
    channel: 'PC',
    version: 3,
  },
  legalRepIdNumber: '500234********1234' as string | undefined,
  identityErased: false,
  identityUnderOtherName: [] as string[],
  otherIdentities: [] as string[],
  enterpriseHoldsCode: false,
  competing: [],
  history: [
    {
      at: '2026-11-24T15:38:00+08:00',
      action: 'SUBMITTED',
      label: '提交申请',
      actorName: '周敏',
      note: null,
    },
  ],
  register: {
    id: 'e1',
    name: '重庆渝巴精密机械有限公司',
    uscc: '91500113MAX5XQ4WX4',
    legalRep: '陈志远',
    status: 'ACTIVE',
  },
};
const byOther = {
  ...submitted,
  claim: { ...submitted.claim, status: 'APPROVED', version: 4, decidedAt: '2026-11-25T10:24:00+08:00' },
  history: [
    ...submitted.history,
    {
      at: '2026-11-25T10:24:00+08:00',
      action: 'APPROVED',
      label: '审核通过',
      actorName: '另一位审核员',
      note: null,
    },
  ],
};

let claim: object;
let posts: { path: string; body: unknown; key: string | null }[];
let waiting: { items: object[]; total: number };
let decide: () => Response;
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  });

beforeEach(() => {
  claim = submitted;
  posts = [];
  waiting = { items: [], total: 0 };
  decide = () => {
    claim = byOther;
    return json(byOther.claim);
  };
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const path = new URL(input).pathname;
    if (init?.method === 'POST') {
      const key = new Headers(init.headers).get('Idempotency-Key');
      posts.push({ path, body: JSON.parse(init.body as string), key });
      return decide();
    }
    if (path === '/api/user/reference/dictionary') {
      return json([{ code: 'REASON_CLAIM_REJECT.3', name: '授权书内容不实' }]);
    }
    if (path === '/api/code/claims') return json(waiting);
    if (path === '/api/auth/me') return json({ ...someone, permissions: ['code.claim.review'] });
    return /^.api.code.claims.c\d$/.test(path) ? json(claim) : json({ signedIn: true });
  });
});

async function open() {
  const router = createMemoryRouter([{ path: '/claims/:id', element: <ClaimPage /> }], {
    initialEntries: ['/claims/c1'],
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AntdRoot>
        <RouterProvider router={router} />
      </AntdRoot>
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: /重庆渝巴精密机械有限公司/ });
  return router;
}

it('leads to the letter that was judged before another took its place', async () => {
  const [first] = submitted.history;
  claim = {
    ...submitted,
    history: [
      { ...first, letterFileId: 'old' },
      { ...first, action: 'RESUBMITTED', label: '修改后重新提交', letterFileId: 'f' },
    ],
  };
  await open();
  expect(screen.getByRole('link', { name: '当时提交的授权书' })).toHaveAttribute(
    'href',
    '/api/code/files/old',
  );
});

it('tells an identity number that was erased from one that is hidden from the reader', async () => {
  claim = { ...submitted, legalRepIdNumber: undefined, identityErased: true };
  await open();
  expect(screen.getByText('已超过保存期限，按规定清除')).toBeVisible();
  cleanup();

  claim = { ...submitted, legalRepIdNumber: undefined };
  await open();
  expect(screen.queryByText('法定代表人证件号')).not.toBeInTheDocument();
});

it('says that the identity number was given under another name, and again before it is approved', async () => {
  claim = { ...submitted, identityUnderOtherName: ['LM20261124000007'] };
  await open();
  expect(screen.getByRole('alert')).toHaveTextContent(/该证件号已用于另一姓名，见领码申请LM20261124000007/);
  await userEvent.click(screen.getByRole('button', { name: '审核通过' }));
  expect(await screen.findByText(/法定代表人的证件号已用于另一姓名。/)).toBeVisible();
});

it('says that another claim gave another identity number for the same person, and leads there', async () => {
  claim = { ...submitted, otherIdentities: ['LM20261124000008'] };
  await open();
  expect(screen.getByRole('alert')).toHaveTextContent(/填了不同的证件号，见领码申请LM20261124000008/);
  expect(within(screen.getByRole('alert')).getByRole('link', { name: 'LM20261124000008' })).toHaveAttribute(
    'href',
    '/claims?q=LM20261124000008',
  );
  await userEvent.click(screen.getByRole('button', { name: '审核通过' }));
  expect(await screen.findByText(/另一件申请为同一法定代表人填了不同的证件号。/)).toBeVisible();
});

it('of two doubts about the identity number both are asked about', async () => {
  claim = {
    ...submitted,
    identityUnderOtherName: ['LM20261124000007'],
    otherIdentities: ['LM20261124000008'],
  };
  await open();
  await userEvent.click(screen.getByRole('button', { name: '审核通过' }));
  expect(
    await screen.findByText(
      /法定代表人的证件号已用于另一姓名。该企业的另一件申请为同一法定代表人填了不同的证件号。/,
    ),
  ).toBeVisible();
});

it('a doubted identity number is one of the things to verify, though all else is as registered', async () => {
  claim = {
    ...submitted,
    claim: { ...submitted.claim, legalRepName: '陈志远' },
    identityUnderOtherName: ['LM20261124000007'],
  };
  await open();
  expect(screen.getByText('1 项需要核实')).toBeVisible();
  expect(screen.queryByText('与登记信息一致')).toBeNull();
  expect(
    screen.getByRole('row', { name: /法定代表人证件号 .*存疑\s*另见\s*LM20261124000007/ }),
  ).toBeVisible();
});

it('once it is decided nobody is asked to check anything, and the next one is a click away', async () => {
  waiting = { items: [{ id: 'c2' }], total: 15 };
  claim = { ...byOther, identityUnderOtherName: ['LM20261124000007'] };
  const router = await open();
  expect(screen.getByText(/该证件号已用于另一姓名/)).toBeVisible();
  expect(screen.queryByText(/再决定/)).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: '审核下一件（还有 15 件）' }));
  expect(router.state.location.pathname).toBe('/claims/c2');
});

it('on a phone the other decisions wait behind a button', async () => {
  await open();
  const others = screen.getByRole('button', { name: '其他决定', expanded: false });
  await userEvent.click(others);
  expect(others).toHaveAttribute('aria-expanded', 'true');
});

it('marks what differs from the register', async () => {
  await open();
  expect(screen.getByText('1 项需要核实')).toBeVisible();
  expect(screen.getByRole('row', { name: /法定代表人 陈建国 陈志远 不一致/ })).toBeVisible();
  expect(screen.getByText('演示数据')).toBeVisible();
});

it('names the other claims for the enterprise, and approves none once one is approved', async () => {
  claim = { ...submitted, competing: ['LM20261124000002'] };
  await open();
  expect(screen.getByRole('alert')).toHaveTextContent(/还有 1 件领码申请针对同一企业.*LM20261124000002/);
  expect(screen.getByRole('button', { name: '审核通过' })).toBeEnabled();
  cleanup();

  claim = { ...submitted, enterpriseHoldsCode: true };
  await open();
  expect(screen.getByRole('button', { name: '审核通过' })).toBeDisabled();
});

it('approves the version that was seen, after asking about the difference, and keeps no words towards a refusal', async () => {
  const words = draftKey(someone.accountId, decisionDraft('c1', '退回补正'));
  localStorage.setItem(words, JSON.stringify({ reason: '授权书不清晰' }));
  await open();
  await userEvent.click(screen.getByRole('button', { name: '审核通过' }));
  await screen.findAllByText('仍有信息与登记不一致，确认通过？');
  await userEvent.click(screen.getByRole('button', { name: '通过' }));
  await waitFor(() =>
    expect(posts).toMatchObject([{ path: '/api/code/claims/c1/approve', body: { version: 3 } }]),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: '审核通过' })).toBeNull());
  expect(localStorage.getItem(words)).toBeNull();
});

it('does not reject without a reason', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: '不通过' }));
  await userEvent.click(await screen.findByRole('button', { name: '确认不通过' }));
  expect(await screen.findByText('请填写不通过原因')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('不通过原因'), '否');
  await userEvent.click(screen.getByRole('button', { name: '确认不通过' }));
  expect(await screen.findByText('不通过原因不少于 5 字')).toBeInTheDocument();
  expect(posts).toEqual([]);
  await userEvent.clear(screen.getByLabelText('不通过原因'));
  await userEvent.click(screen.getByRole('button', { name: '授权书内容不实' }));
  await userEvent.click(screen.getByRole('button', { name: '确认不通过' }));
  await waitFor(() =>
    expect(posts).toMatchObject([
      { path: '/api/code/claims/c1/reject', body: { version: 3, reason: '授权书内容不实' } },
    ]),
  );
});

it('of two reviewers the slower one is told who decided what', async () => {
  await open();
  decide = () => {
    claim = byOther;
    return json({ status: 409, code: 'VERSION_CONFLICT', detail: '内容已被他人修改' }, 409);
  };
  await userEvent.click(screen.getByRole('button', { name: '审核通过' }));
  await userEvent.click(await screen.findByRole('button', { name: '通过' }));
  await screen.findAllByText('这件事项已有处理结果');
  expect(screen.getByText(/另一位审核员，2026-11-25 10:24/)).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('button', { name: '退回补正' })).toBeNull());
});

it('a decision whose answer was lost is sent again under the same key', async () => {
  await open();
  const answer = decide;
  decide = () => {
    throw new TypeError('Failed to fetch');
  };
  await userEvent.click(screen.getByRole('button', { name: '不通过' }));
  await userEvent.click(await screen.findByRole('button', { name: '授权书内容不实' }));
  await userEvent.click(screen.getByRole('button', { name: '确认不通过' }));
  await screen.findAllByText('网络连接不上，请检查网络后重试');
  decide = answer;
  await userEvent.click(screen.getByRole('button', { name: /确认不通过$/ }));
  await screen.findAllByText('已作不通过处理');
  const [first, second] = posts.map((one) => one.key);
  expect(first).toBeTruthy();
  expect(second).toBe(first);
});

it('a refusal that came too late leaves the words of the other decision', async () => {
  const words = draftKey(someone.accountId, decisionDraft('c1', '退回补正'));
  localStorage.setItem(words, JSON.stringify({ reason: '授权书不清晰' }));
  await open();
  decide = () => json({ status: 409, code: 'VERSION_CONFLICT', detail: '内容已被他人修改' }, 409);
  await userEvent.click(screen.getByRole('button', { name: '不通过' }));
  await userEvent.click(await screen.findByRole('button', { name: '授权书内容不实' }));
  await userEvent.click(screen.getByRole('button', { name: '确认不通过' }));
  await screen.findAllByText('这件事项已有处理结果');
  await waitFor(() => expect(screen.queryByLabelText('不通过原因')).not.toBeInTheDocument());
  expect(localStorage.getItem(words)).toContain('授权书不清晰');
});
