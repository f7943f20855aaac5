import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ClaimPage from './ClaimPage';

const uscc = '91500113MAX5XQ4WX4';
const returned = {
  id: 'c1',
  number: 'LM1',
  version: 3,
  status: 'RETURNED',
  reason: '授权书未加盖企业公章',
  enterpriseId: 'e1',
  enterpriseName: '重庆渝巴精密机械有限公司',
  uscc,
  legalRepName: '陈志远',
  agentName: '周敏',
  agentPhone: '138****5678',
  applicantName: '周敏',
  letterFile: { id: 'f1', name: '授权书.pdf', contentType: 'application/pdf', size: 2048 },
  consents: ['BASIC', 'TAX'],
  scanners: ['GOVERNMENT', 'BANK', 'PROVIDER', 'OTHER'],
  channel: 'PC',
  submittedAt: '2026-11-20T10:00:00+08:00',
  demo: false,
};

const open = (path: string, pattern: string) =>
  renderAt(
    path,
    <AntdRoot>
      <ClaimPage />
    </AntdRoot>,
    pattern,
  );

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=abc';
});

it('an enterprise that cannot be claimed is not to be chosen, and it is said why', async () => {
  const hit = (id: string, name: string, more: object) => ({
    id,
    name,
    uscc,
    status: 'ACTIVE',
    certified: false,
    ...more,
  });
  answerWith({
    'GET /api/user/enterprises/search': json([
      hit('e1', '重庆甲商贸有限公司', { status: 'CANCELLED' }),
      hit('e2', '重庆乙商贸有限公司', { certified: true }),
      hit('e3', '重庆丙商贸有限公司', {}),
    ]),
  });
  open('/code/claim', '/code/claim');
  await userEvent.type(screen.getByPlaceholderText(/企业名称/), '重庆{Enter}');
  expect(await screen.findByRole('button', { name: '选择 重庆丙商贸有限公司' })).toBeVisible();
  // The next search can be typed at once.
  expect(screen.getByPlaceholderText(/企业名称/)).toHaveFocus();
  expect(screen.getByText('已注销，不能领取')).toBeVisible();
  expect(screen.getByText('已领码')).toBeVisible();
  expect(screen.queryByRole('button', { name: /甲商贸|乙商贸/ })).toBeNull();
});

it('one character is too little to search by, and that is said', async () => {
  const sent = answerWith({ 'GET /api/user/enterprises/search': json([]) });
  open('/code/claim', '/code/claim');
  expect(screen.getByText(/^输入企业名称（至少两个字）/)).toBeInTheDocument();
  await userEvent.type(screen.getByPlaceholderText(/企业名称/), '渝{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('请至少输入两个字');
  expect(sent.some((one) => one.url.pathname === '/api/user/enterprises/search')).toBe(false);
});

it('of many enterprises the first are shown, and the others on demand', async () => {
  answerWith({
    'GET /api/user/enterprises/search': json(
      Array.from({ length: 11 }, (_, at) => ({
        id: `e${at}`,
        name: `重庆第${at}商贸有限公司`,
        uscc,
        status: 'ACTIVE',
        certified: false,
      })),
    ),
  });
  open('/code/claim', '/code/claim');
  await userEvent.type(screen.getByPlaceholderText(/企业名称/), '重庆{Enter}');
  expect(await screen.findAllByRole('button', { name: /^选择 / })).toHaveLength(8);
  await userEvent.click(screen.getByRole('button', { name: '显示其余 3 家' }));
  expect(screen.getAllByRole('button', { name: /^选择 / })).toHaveLength(11);
  expect(screen.queryByRole('button', { name: /显示其余/ })).toBeNull();
});

it('what is agreed to is said for what it is, and a refusal stays on the page', async () => {
  const detail = '该企业的登记状态不是存续，不能领取企业码';
  answerWith({
    'GET /api/code/my/claims/c1': json(returned),
    'PUT /api/code/my/claims/c1': problem(422, 'ENTERPRISE_NOT_ACTIVE', { detail }),
  });
  open('/code/claims/c1/edit', '/code/claims/:id/edit');
  await userEvent.type(await screen.findByLabelText('身份证号码'), '11010519491231002X');
  await userEvent.type(screen.getByLabelText('手机号'), '13812345678');
  await userEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  expect(await screen.findByText('110105********002X')).toBeVisible();
  const declared = screen.getByRole('checkbox', { name: /以上内容真实有效/ });
  expect(declared).toHaveAccessibleName(/银行.*查看企业的基本信息；.*税务信息.*不向扫码人展示/);
  await userEvent.click(declared);
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(detail);
  expect(screen.getByText('请核对以下内容')).toBeVisible();
});

it('a name that the register does not know is told above the form, with the way to it, to whoever uses the keyboard as well', async () => {
  const detail = '法定代表人姓名与登记信息不一致';
  answerWith({
    'GET /api/code/my/claims/c1': json(returned),
    'PUT /api/code/my/claims/c1': problem(422, 'LEGAL_REP_MISMATCH', { detail }),
  });
  open('/code/claims/c1/edit', '/code/claims/:id/edit');
  await userEvent.click(await screen.findByRole('button', { name: '下一步：检查并提交' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: /以上内容真实有效/ }));
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }));

  const summary = await screen.findByRole('alert');
  expect(summary).toHaveTextContent('有 1 处需要修改');
  await waitFor(() => expect(summary).toHaveFocus());
  fireEvent.click(within(summary).getByRole('button', { name: new RegExp(detail) }));
  await waitFor(() => expect(screen.getByLabelText('法定代表人姓名')).toHaveFocus());
});

it('what was given before is not asked for again, but of somebody else', async () => {
  const sent = answerWith({
    'GET /api/code/my/claims/c1': json(returned),
    'PUT /api/code/my/claims/c1': json({ ...returned, status: 'SUBMITTED' }),
  });
  open('/code/claims/c1/edit', '/code/claims/:id/edit');
  const next = async () => userEvent.click(await screen.findByRole('button', { name: '下一步：检查并提交' }));
  const [legalRep] = await screen.findAllByLabelText(/姓名$/);
  fireEvent.change(legalRep!, { target: { value: '廖建国' } });
  await next();
  expect(await screen.findAllByText('法定代表人已更改，请填写其身份证号码')).not.toHaveLength(0);
  expect(screen.queryByText(/请填写其 11 位手机号/)).toBeNull();
  fireEvent.change(legalRep!, { target: { value: '陈志远' } });
  await next();
  expect(await screen.findByText('与退回前相同')).toBeVisible();
  expect(screen.getByText('周敏，138****5678')).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: /以上内容真实有效/ }));
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'PUT')?.body).toMatchObject({
      claim: { legalRep: { name: '陈志远', idNumber: '' }, agent: { name: '周敏', phone: '' } },
    }),
  );
});

it.each(['SUBMITTED', 'APPROVED', 'REJECTED'])(
  'an address that was kept leads to the claims once there is nothing to correct: %s',
  async (status) => {
    answerWith({ 'GET /api/code/my/claims/c1': json({ ...returned, status }) });
    const { router } = open('/code/claims/c1/edit', '/code/claims/:id/edit');
    await waitFor(() => expect(router.state.location.pathname).toBe('/code/claims'));
  },
);

it("the browser's back leads to the step before, and what was typed is still there", async () => {
  answerWith({
    'GET /api/user/enterprises/search': json([
      { id: 'e3', name: '重庆丙商贸有限公司', uscc, status: 'ACTIVE', certified: false },
    ]),
    'GET /api/code/my/claims/c1': json(returned),
  });
  const { router, unmount } = open('/code/claim', '/code/claim');
  const choose = async () => {
    await userEvent.type(screen.getByPlaceholderText(/企业名称/), '重庆{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: '选择 重庆丙商贸有限公司' }));
  };
  await choose();
  await userEvent.type(await screen.findByLabelText('身份证号码'), '11010519491231002X');
  await act(() => router.navigate(-1));
  await choose();
  expect(await screen.findByLabelText('身份证号码')).toHaveValue('11010519491231002X');
  unmount();

  const again = open('/code/claims/c1/edit', '/code/claims/:id/edit');
  await userEvent.type(await screen.findByLabelText('身份证号码'), '11010519491231002X');
  await userEvent.type(screen.getByLabelText('手机号'), '13812345678');
  await userEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  expect(await screen.findByText('请核对以下内容')).toBeVisible();
  await act(() => again.router.navigate(-1));
  expect(await screen.findByLabelText('手机号')).toHaveValue('13812345678');
  expect(again.router.state.location.pathname).toBe('/code/claims/c1/edit');

  // What has changed since has not been checked: the way forward stays at the form, and the address says so.
  await userEvent.type(screen.getByLabelText('手机号'), '{Backspace}9');
  await act(() => again.router.navigate(1));
  expect(screen.getByLabelText('手机号')).toHaveValue('13812345679');
  await waitFor(() => expect(again.router.state.location.search).toBe('?step=fill'));
});

it('whoever certifies anew hears first of the claim that is under way', async () => {
  answerWith({
    'GET /api/auth/me': json({
      name: '周敏',
      enterprise: { id: 'e1', name: returned.enterpriseName, uscc },
      permissions: [],
    }),
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/code/my/claims': json({
      items: [{ ...returned, number: 'LM9', status: 'SUBMITTED' }],
      total: 1,
    }),
  });
  open('/code/claim?again', '/code/claim');
  expect(await screen.findByText(/您已提交该企业的重新认证申请（LM9），正在审核/)).toBeVisible();
  expect(screen.getByRole('link', { name: '查看申请' })).toHaveAttribute('href', '/code/claims');
});

it('what was typed for one enterprise is not handed in for another that is chosen instead', async () => {
  const hit = (id: string, name: string) => ({ id, name, uscc, status: 'ACTIVE', certified: false });
  const sent = answerWith({
    'GET /api/user/enterprises/search': json([
      hit('e3', '重庆丙商贸有限公司'),
      hit('e4', '重庆丁商贸有限公司'),
    ]),
    'POST /api/code/files': json(returned.letterFile),
    'POST /api/code/claims': json({ ...returned, status: 'SUBMITTED' }),
  });
  const { container } = open('/code/claim', '/code/claim');
  const choose = async (name: string) => {
    await userEvent.type(screen.getByPlaceholderText(/企业名称/), '重庆{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: `选择 ${name}` }));
  };
  const upload = async () => {
    await userEvent.upload(
      container.querySelector<HTMLInputElement>('input[type=file]')!,
      new File(['%PDF-1.7'], '授权书.pdf', { type: 'application/pdf' }),
    );
    expect(await screen.findByText('授权书.pdf')).toBeVisible();
  };
  const put = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
  const names = () => screen.getAllByLabelText<HTMLInputElement>(/姓名$/).map((field) => field.value);
  await choose('重庆丙商贸有限公司');
  const legalRep = await screen.findByLabelText('法定代表人姓名');
  const agent = screen.getByLabelText('经办人姓名');
  put(legalRep, '陈志远');
  put(screen.getByLabelText('身份证号码'), '11010519491231002X');
  put(agent, '周敏');
  put(screen.getByLabelText('手机号'), '13812345678');
  expect(screen.queryAllByRole('checkbox', { checked: true })).toEqual([]);
  expect(screen.getByRole('group', { name: '数据授权' })).toBeVisible();
  expect(screen.getByRole('group', { name: '扫码时展示给' })).toBeVisible();
  await userEvent.click(screen.getByRole('checkbox', { name: /法务信息/ }));
  await upload();
  await userEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  expect((await screen.findAllByText('请至少选择一类扫码人')).length).toBeGreaterThan(0);

  await userEvent.click(screen.getByRole('button', { name: '重新选择' }));
  await choose('重庆丁商贸有限公司');

  expect(await screen.findByRole('heading', { name: '重庆丁商贸有限公司' })).toBeVisible();
  expect(names()).toEqual(['', '']);
  expect(screen.getByLabelText('身份证号码')).toHaveValue('');
  expect(screen.getByLabelText('手机号')).toHaveValue('');
  expect(screen.queryByText('授权书.pdf')).toBeNull();
  expect(screen.getByRole('checkbox', { name: /法务信息/ })).not.toBeChecked();

  const [otherRep, otherAgent] = screen.getAllByLabelText(/姓名$/);
  put(otherRep!, '廖建国');
  put(screen.getByLabelText('身份证号码'), '11010519491231002X');
  put(otherAgent!, '廖家兴');
  put(screen.getByLabelText('手机号'), '13912345678');
  await upload();
  await userEvent.click(screen.getByRole('button', { name: '下一步：检查并提交' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: /以上内容真实有效/ }));
  await userEvent.click(screen.getByRole('button', { name: '提交申请' }));
  await waitFor(() =>
    expect(
      sent.find((one) => one.method === 'POST' && one.url.pathname === '/api/code/claims')?.body,
    ).toMatchObject({
      enterpriseId: 'e4',
      legalRep: { name: '廖建国' },
      agent: { name: '廖家兴', phone: '13912345678' },
      consents: [],
    }),
  );
});
