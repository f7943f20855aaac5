import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { MobileRoot } from '@/shared/ui/mobile';
import ClaimPage from './ClaimPage';

const letter = { id: 'f1', name: '授权书.pdf', contentType: 'application/pdf', size: 2048 };
const returned = {
  id: 'c1',
  number: 'LM1',
  version: 3,
  status: 'RETURNED',
  reason: '授权书未加盖企业公章',
  enterpriseId: 'e1',
  enterpriseName: '重庆渝巴精密机械有限公司',
  uscc: '91500113MAX5XQ4WX4',
  legalRepName: '陈志远',
  agentName: '周敏',
  agentPhone: '138****5678',
  applicantName: '周敏',
  letterFile: letter,
  consents: ['BASIC', 'TAX'],
  scanners: ['GOVERNMENT', 'BANK', 'PROVIDER', 'OTHER'],
  channel: 'WECHAT',
  submittedAt: '2026-11-20T10:00:00+08:00',
  demo: false,
};
const claim = {
  enterpriseId: 'e1',
  legalRep: { name: '陈志远', idNumber: '11010519491231002X' },
  agent: { name: '周敏', phone: '13812345678' },
  letterFileId: 'f1',
  consents: ['BASIC', 'TAX'],
  scanners: ['GOVERNMENT', 'BANK', 'PROVIDER', 'OTHER'],
  channel: 'WECHAT',
};
const page = (
  <MobileRoot>
    <ClaimPage />
  </MobileRoot>
);

async function fill(idNumber: string) {
  await userEvent.click(await screen.findByLabelText('法定代表人身份证号'));
  // As it is copied.
  await userEvent.paste(` ${idNumber.slice(0, 6)} ${idNumber.slice(6)}`);
  await userEvent.click(screen.getByLabelText('经办人手机号'));
  await userEvent.paste('13812345678');
  await userEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
}

/** On the page on which everything can be checked. */
async function agreeAndSubmit() {
  const submit = await screen.findByRole('button', { name: '提交领码申请' });
  expect(submit).toBeDisabled();
  await userEvent.click(screen.getByRole('checkbox', { name: /以上内容真实有效/ }));
  await userEvent.click(submit);
}

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
  vi.stubGlobal('scrollTo', () => undefined);
});

it('a returned claim is handed in again, corrected', async () => {
  const sent = answerWith({
    'GET /api/code/my/claims/c1': json(returned),
    'PUT /api/code/my/claims/c1': json({ ...returned, status: 'SUBMITTED' }),
  });
  const { router } = renderAt('/claim?returned=c1', page);
  expect(await screen.findByText('退回理由：授权书未加盖企业公章')).toBeInTheDocument();
  await fill('11010519491231002x');
  expect(await screen.findByText('110105********002x')).toBeInTheDocument();
  expect(sent.some((one) => one.method === 'PUT')).toBe(false);
  await agreeAndSubmit();
  await waitFor(() => expect(router.state.location.pathname).toBe('/my/claims/c1'));
  expect(sent.find((one) => one.method === 'PUT')!.body).toEqual({ version: 3, claim });
});

it('what was given before is not asked for again, but of somebody else', async () => {
  const sent = answerWith({
    'GET /api/code/my/claims/c1': json(returned),
    'PUT /api/code/my/claims/c1': json({ ...returned, status: 'SUBMITTED' }),
  });
  const { router } = renderAt('/claim?returned=c1', page);
  const agent = await screen.findByLabelText('经办人姓名');
  const next = () => userEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  fireEvent.change(agent, { target: { value: '吴小梅' } });
  await next();
  expect(await screen.findAllByText('经办人已更改，请填写其 11 位手机号')).not.toHaveLength(0);
  expect(screen.queryByText(/请填写其身份证号码/)).toBeNull();
  fireEvent.change(agent, { target: { value: '周敏' } });
  await next();
  expect(await screen.findByText('与退回前相同')).toBeInTheDocument();
  expect(screen.getByText('周敏，138****5678')).toBeInTheDocument();
  await agreeAndSubmit();
  await waitFor(() => expect(router.state.location.pathname).toBe('/my/claims/c1'));
  expect(sent.find((one) => one.method === 'PUT')!.body).toEqual({
    version: 3,
    claim: {
      ...claim,
      legalRep: { name: '陈志远', idNumber: '' },
      agent: { name: '周敏', phone: '' },
    },
  });
});

it.each(['SUBMITTED', 'APPROVED', 'REJECTED'])(
  'an address that was kept leads to the claim once there is nothing to correct: %s',
  async (status) => {
    answerWith({ 'GET /api/code/my/claims/c1': json({ ...returned, status }) });
    const { router } = renderAt('/claim?returned=c1', page);
    await waitFor(() => expect(router.state.location.pathname).toBe('/my/claims/c1'));
    expect(screen.queryByLabelText('法定代表人身份证号')).toBeNull();
  },
);

it('an identity number is checked by its check digit before it is sent', async () => {
  const sent = answerWith({ 'GET /api/code/my/claims/c1': json(returned) });
  renderAt('/claim?returned=c1', page);
  await fill('110105194912310021');
  expect(await screen.findByText('身份证号码有误，请核对')).toBeInTheDocument();
  expect(sent.some((one) => one.method === 'PUT')).toBe(false);
});

it('a claim whose answer was lost is sent again under the same key', async () => {
  const hit = {
    id: 'e1',
    name: returned.enterpriseName,
    uscc: returned.uscc,
    status: 'ACTIVE',
    certified: false,
  };
  const sent = answerWith({
    'GET /api/user/enterprises/search': json([hit]),
    'POST /api/code/files': json(letter),
    'POST /api/code/claims': [new TypeError('Failed to fetch'), json({ ...returned, id: 'c9' }, 201)],
  });
  const { router } = renderAt('/claim', page);
  await userEvent.type(screen.getByRole('searchbox'), '渝巴{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: /渝巴精密/ }));
  await userEvent.type(screen.getByLabelText('法定代表人姓名'), '陈志远');
  await userEvent.type(screen.getByLabelText('经办人姓名'), '周敏');
  await userEvent.upload(
    screen.getByLabelText('授权书'),
    new File(['x'], '授权书.pdf', { type: 'application/pdf' }),
  );
  await screen.findByText(/点按更换/);
  expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  await fill('11010519491231002X');
  expect(await screen.findByText('暂不授权')).toBeInTheDocument();
  await agreeAndSubmit();
  await screen.findByText('网络连接不上，请检查网络后重试');
  await userEvent.click(screen.getByRole('button', { name: '提交领码申请' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/my/claims/c9'));
  const [first, second] = sent.filter((one) => one.url.pathname === '/api/code/claims');
  expect(first!.headers.get('Idempotency-Key')).toBeTruthy();
  expect(second!.headers.get('Idempotency-Key')).toBe(first!.headers.get('Idempotency-Key'));
});

it('what the service refuses as a whole stays on the page, and nothing typed is lost', async () => {
  const detail = '该企业已领取企业码';
  answerWith({
    'GET /api/code/my/claims/c1': json(returned),
    'PUT /api/code/my/claims/c1': problem(409, 'ENTERPRISE_ALREADY_CLAIMED', { detail }),
  });
  renderAt('/claim?returned=c1', page);
  await fill('11010519491231002X');
  await agreeAndSubmit();
  expect(await screen.findByRole('alert')).toHaveTextContent(detail);
  await userEvent.click(screen.getByRole('button', { name: '返回修改' }));
  expect(await screen.findByLabelText('法定代表人身份证号')).toHaveValue('11010519491231002X');
  expect(screen.getByLabelText('经办人手机号')).toHaveValue('13812345678');
});

it('an enterprise that cannot be claimed is not to be chosen, and it is said why', async () => {
  const hit = (id: string, name: string, more: object) => ({
    id,
    name,
    uscc: returned.uscc,
    status: 'ACTIVE',
    certified: false,
    ...more,
  });
  answerWith({
    'GET /api/user/enterprises/search': json([
      hit('e1', '重庆甲商贸有限公司', { status: 'REVOKED' }),
      hit('e2', '重庆乙商贸有限公司', { certified: true }),
      hit('e3', '重庆丙商贸有限公司', {}),
    ]),
  });
  renderAt('/claim', page);
  await userEvent.type(screen.getByRole('searchbox'), '重庆{Enter}');
  expect(await screen.findByRole('button', { name: /丙商贸/ })).toBeVisible();
  expect(screen.getByText('已吊销，不能领取')).toBeVisible();
  expect(screen.getByText('已领码')).toBeVisible();
  expect(screen.queryByRole('button', { name: /甲商贸|乙商贸/ })).toBeNull();
});

it('of a file that is no letter one thing is said, not two', async () => {
  answerWith({ 'GET /api/code/my/claims/c1': json({ ...returned, letterFile: undefined }) });
  renderAt('/claim?returned=c1', page);
  const wrong = new File(['x'], '授权书.txt', { type: 'text/plain' });
  const visible = () => [...document.querySelectorAll('.adm-form-item-feedback-error')];
  const file = await screen.findByLabelText('授权书');
  await userEvent.setup({ applyAccept: false }).upload(file, wrong);
  expect(await screen.findByRole('alert')).toHaveTextContent('只接受 PDF');
  await waitFor(() =>
    expect(visible().map((one) => one.textContent)).toEqual([expect.stringMatching(/只接受/)]),
  );
  await fill('11010519491231002X');
  await waitFor(() =>
    expect(visible().map((one) => one.textContent)).toEqual([expect.stringMatching(/只接受/)]),
  );
});

it('choices are a group by their name, which alone is said of a mistake in them', async () => {
  answerWith({ 'GET /api/code/my/claims/c1': json({ ...returned, scanners: [] }) });
  renderAt('/claim?returned=c1', page);
  await fill('11010519491231002X');

  expect(
    await screen.findByRole('button', { name: /^(扫码时展示给：)?请至少选择一类扫码人$/ }),
  ).toBeInTheDocument();
  const consents = await screen.findByRole('group', { name: '数据授权' });
  expect(within(consents).getByRole('checkbox', { name: /^基本信息/ })).toBeChecked();
  expect(within(screen.getByRole('group', { name: '扫码时展示给' })).getAllByRole('checkbox')).toHaveLength(
    4,
  );
});

it('names are letters, as they are where one registers', async () => {
  const sent = answerWith({ 'GET /api/code/my/claims/c1': json({ ...returned, agentName: '😀<b>' }) });
  renderAt('/claim?returned=c1', page);
  await fill('11010519491231002X');
  expect(await screen.findByText(/^姓名只能含文字/)).toBeInTheDocument();
  expect(screen.queryByText('请核对')).toBeNull();
  expect(sent.some((one) => one.method === 'PUT')).toBe(false);
});

it('a code with a wrong check digit is told at the field, not as a failure to load', async () => {
  const detail = '统一社会信用代码校验位不正确，请核对';
  answerWith({ 'GET /api/user/enterprises/search': problem(400, 'USCC_INVALID', { detail }) });
  renderAt('/claim', page);
  await userEvent.type(screen.getByPlaceholderText(/信用代码/), '91500113MAX5XQ4WX5');
  await userEvent.click(screen.getByRole('button', { name: '查询' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(detail);
  expect(screen.queryByText('加载失败')).not.toBeInTheDocument();
});

it('one character is too little to search by, and that is told at the field', async () => {
  const sent = answerWith({ 'GET /api/user/enterprises/search': json([]) });
  renderAt('/claim', page);
  await userEvent.type(screen.getByRole('searchbox'), '渝{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('请至少输入两个字');
  expect(sent.some((one) => one.url.pathname === '/api/user/enterprises/search')).toBe(false);
});

it('says that there may be more enterprises than are shown', async () => {
  const hit = (n: number) => ({
    id: `e${n}`,
    name: `重庆第${n}商贸有限公司`,
    uscc: returned.uscc,
    status: 'ACTIVE',
    demo: false,
  });
  const hits = Array.from({ length: 20 }, (_, n) => hit(n));
  answerWith({ 'GET /api/user/enterprises/search': json(hits) });
  const { unmount } = renderAt('/claim', page);
  await userEvent.type(screen.getByRole('searchbox'), '重庆{Enter}');
  expect(await screen.findByText(/仅显示前 20 家/)).toBeVisible();
  unmount();
  answerWith({ 'GET /api/user/enterprises/search': json(hits.slice(1)) });
  renderAt('/claim', page);
  await userEvent.type(screen.getByRole('searchbox'), '重庆{Enter}');
  expect(await screen.findByText('重庆第19商贸有限公司')).toBeVisible();
  expect(screen.queryByText(/仅显示前/)).toBeNull();
});

describe('what was typed', () => {
  const hit = {
    id: 'e1',
    name: returned.enterpriseName,
    uscc: returned.uscc,
    status: 'ACTIVE',
    certified: false,
    demo: true,
  };
  const answers = {
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/user/enterprises/search': json([hit]),
  };
  const signedIn = <SignedIn>{page}</SignedIn>;
  const key = `zq.draft.${someone.accountId}.claim`;
  async function begin() {
    answerWith(answers);
    const view = renderAt('/claim', signedIn);
    await userEvent.type(await screen.findByRole('searchbox'), '渝巴{Enter}');
    const found = await screen.findByRole('button', { name: /渝巴精密/ });
    expect(found).toHaveTextContent('演示数据');
    await userEvent.click(found);
    await userEvent.type(screen.getByLabelText('法定代表人姓名'), '陈志远');
    await userEvent.type(screen.getByLabelText('法定代表人身份证号'), '11010519491231002X');
    await userEvent.type(screen.getByLabelText('经办人姓名'), '周敏');
    return view;
  }
  beforeEach(() => localStorage.clear());

  it('is there again after a reload, without the identity number', async () => {
    const { unmount } = await begin();
    await waitFor(() => expect(localStorage.getItem(key)).toContain('周敏'));
    expect(localStorage.getItem(key)).not.toContain('11010519491231002X');
    unmount();
    answerWith(answers);
    renderAt('/claim', signedIn);
    expect(await screen.findByLabelText('经办人姓名')).toHaveValue('周敏');
    expect(screen.getByLabelText('法定代表人姓名')).toHaveValue('陈志远');
    expect(screen.getByLabelText('法定代表人身份证号')).toHaveValue('');
  });

  it('is not left without a question', async () => {
    const { router } = await begin();
    await act(async () => void router.navigate('/my/code'));
    await screen.findByText('离开此页面？');
    expect(router.state.location.pathname).toBe('/claim');
    // The dialog takes no pointer while it comes in.
    fireEvent.click(screen.getByRole('button', { name: '离开' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/my/code'));
  });
});

it("the browser's back leads from the check to the form, and what was typed is still there", async () => {
  answerWith({ 'GET /api/code/my/claims/c1': json(returned) });
  const { router } = renderAt('/claim?returned=c1', page);
  await fill('11010519491231002X');
  await screen.findByRole('button', { name: '提交领码申请' });
  await act(() => router.navigate(-1));
  expect(await screen.findByLabelText('法定代表人身份证号')).toHaveValue('11010519491231002X');
  expect(screen.getByLabelText('经办人手机号')).toHaveValue('13812345678');
  expect(router.state.location.pathname).toBe('/claim');

  // What has changed since has not been checked: the way forward stays at the form, and the address says so.
  await userEvent.type(screen.getByLabelText('经办人手机号'), '{Backspace}9');
  await act(() => router.navigate(1));
  expect(screen.getByLabelText('经办人手机号')).toHaveValue('13812345679');
  await waitFor(() => expect(router.state.location.search).toBe('?returned=c1&step=fill'));
});
