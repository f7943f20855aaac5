import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { Declaration } from '../api';
import { draftKey } from '../api/drafts';
import { answerWith, json, problem } from '../test/http';
import { renderAt, SignedIn, someone } from '../test/render';
import { longDate, todayText } from '../ui/format';
import { useDeclaration } from './queries';
import { DeclarationBody } from './DeclarationBody';

const draft = {
  id: 'd1',
  status: 'DRAFT',
  window: 'OPEN',
  savedAt: '2026-11-01T10:00:00+08:00',
  institutionName: '区经信委',
  form: {
    groups: [
      {
        title: '企业情况',
        fields: [
          { key: 'employees', label: '从业人员', type: 'NUMBER', required: true, min: 1 },
          { key: 'product', label: '主导产品', type: 'TEXT', required: true },
          { key: 'assets', label: '资产总额', type: 'MONEY', required: false },
        ],
      },
    ],
  },
  materials: [],
  contactName: '李经理',
  contactPhone: '13812345678',
  answers: {},
  papers: {},
  prefilled: {},
  emptied: [],
  wrong: [],
  full: false,
  files: [],
  marked: [],
  steps: [],
  timeline: [],
  newerForm: false,
  version: 3,
} as unknown as Declaration;

const PATH = '/api/policy/my/declarations/d1';
const signedIn = { 'GET /bff/session': json({ signedIn: true }), 'GET /api/auth/me': json(someone) };
const open = (declaration: Declaration) =>
  renderAt('/', <DeclarationBody declaration={declaration} gone={() => undefined} />);
const check = () => userEvent.click(screen.getByRole('button', { name: '检查并提交' }));
const listed = async () =>
  within(await screen.findByRole('alert'))
    .getAllByRole('button')
    .map((link) => link.textContent);

it('the summary names what is wrong and what is missing, each with the way to its field', async () => {
  answerWith({
    ...signedIn,
    [`PUT ${PATH}/draft`]: json({
      ...draft,
      wrong: [
        { field: 'answers.employees', code: 'RANGE', message: '“从业人员”应不小于 1' },
        { field: 'answers.assets', code: 'FORMAT', message: '“资产总额”应填写数字' },
      ],
      version: 4,
    }),
  });
  open(draft);
  await userEvent.type(screen.getByLabelText('从业人员'), '0');
  await userEvent.type(screen.getByLabelText(/^资产总额/), '1,200');
  await check();

  expect(await listed()).toEqual(['“从业人员”应不小于 1', '请填写“主导产品”', '“资产总额”应填写数字']);
  expect(screen.getByLabelText(/^资产总额/)).toHaveValue('1,200');
  await userEvent.click(screen.getByRole('button', { name: '“资产总额”应填写数字' }));
  await waitFor(() => expect(screen.getByLabelText(/^资产总额/)).toHaveFocus());
});

it('what is wrong in a table stands at its cell and at no other, and the summary leads there', async () => {
  const columns = [
    { key: 'name', label: '设备名称', type: 'TEXT', required: true },
    { key: 'price', label: '价格', type: 'MONEY', required: true },
    { key: 'origin', label: '来源', type: 'CHOICE', required: true, options: ['国产', '进口'] },
  ];
  const listing = {
    ...draft,
    form: {
      groups: [
        {
          title: '项目情况',
          fields: [{ key: 'devices', label: '设备清单', type: 'TABLE', required: true, columns }],
        },
      ],
    },
    // A row that was left empty is not handed in: the service counts without it.
    answers: { devices: [{}, { name: '机床' }] },
  } as unknown as Declaration;
  answerWith({
    ...signedIn,
    [`PUT ${PATH}/draft`]: json({
      ...listing,
      wrong: [
        {
          field: 'answers.devices[0].price',
          code: 'RANGE',
          message: '“设备清单”第 1 行的“价格”应不小于 0 元',
        },
      ],
      version: 4,
    }),
  });
  open(listing);
  const cells = (name: string) => screen.getAllByLabelText(name)[1]!;
  fireEvent.change(cells('价格'), { target: { value: '-5' } });

  expect(await screen.findByText('“价格”应不小于 0 元')).toBeInTheDocument();
  expect(cells('价格')).toHaveAccessibleDescription('“价格”应不小于 0 元');
  await check();

  const [price, origin] = ['“设备清单”第 2 行的“价格”应不小于 0 元', '请选择“设备清单”第 2 行的“来源”'];
  expect(await listed()).toEqual([price, origin]);
  expect(cells('来源')).toHaveAccessibleDescription('请选择“来源”');
  expect(screen.getAllByRole('textbox', { name: '设备名称' }).map((cell) => cell.ariaInvalid)).toEqual([
    'false',
    'false',
  ]);
  await userEvent.click(screen.getByRole('button', { name: origin }));
  await waitFor(() => expect(cells('来源')).toHaveFocus());

  fireEvent.change(cells('来源'), { target: { value: '国产' } });
  expect(screen.queryByRole('button', { name: origin })).toBeNull();
  expect(screen.getByRole('button', { name: price })).toBeInTheDocument();
});

it('one value that is wrong keeps nothing else from being saved, and is told at its field', async () => {
  const sent = answerWith({
    ...signedIn,
    [`PUT ${PATH}/draft`]: json({
      ...draft,
      wrong: [{ field: 'answers.employees', code: 'FORMAT', message: '“从业人员”应为整数' }],
      version: 4,
    }),
  });
  open(draft);
  fireEvent.change(screen.getByLabelText('从业人员'), { target: { value: '3.7' } });
  fireEvent.change(screen.getByLabelText(/^资产总额/), { target: { value: '一百' } });
  fireEvent.change(screen.getByLabelText('主导产品'), { target: { value: '齿轮' } });

  expect(await screen.findByText('“从业人员”应为整数')).toBeInTheDocument();
  expect(screen.getByText(/草稿已保存/)).toBeInTheDocument();
  expect(sent.filter(({ method }) => method === 'PUT').at(-1)!.body).toMatchObject({
    answers: { employees: 3.7, assets: '一百', product: '齿轮' },
  });
});

it('a draft that is opened again says what is wrong in it, and that there is no place left', () => {
  answerWith(signedIn);
  open({
    ...draft,
    full: true,
    answers: { employees: 'many' },
    wrong: [{ field: 'answers.employees', code: 'FORMAT', message: '“从业人员”应填写数字' }],
  });
  expect(screen.getByLabelText('从业人员')).toHaveValue('many');
  expect(screen.getByText('“从业人员”应填写数字')).toBeInTheDocument();
  expect(screen.getByText(/该项目的申报名额已满，现在不能提交/)).toBeInTheDocument();
  const button = screen.getByRole('button', { name: '检查并提交' });
  expect(button).toBeDisabled();
  expect(button).toHaveAccessibleDescription(/该项目的申报名额已满，现在不能提交/);
  expect(screen.getByText('现在不能提交：该项目的申报名额已满')).toBeInTheDocument();
});

it.each([
  ['QUOTA_REACHED', { full: true }, /该项目的申报名额已满，现在不能提交/],
  ['WINDOW_CLOSED', { window: 'OVER' }, /^该项目的申报已截止，现在不能提交。/],
])(
  'what closes while somebody checks is said once, and nothing is offered that is refused: %s',
  async (code, now, said) => {
    answerWith({
      ...signedIn,
      [`POST ${PATH}/submit`]: problem(409, code, {
        detail: '该项目现在不能申报；已填写的内容仍保留在草稿中',
      }),
      [`GET ${PATH}`]: json({ ...draft, ...now }),
    });
    open({ ...draft, answers: { employees: 3, product: '齿轮' } });
    await check();
    await userEvent.click(await screen.findByRole('button', { name: '确认提交' }));

    expect(await screen.findByText(said)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByRole('button', { name: '确认提交' })).toBeDisabled();
    expect(screen.getByRole('button', { name: '返回修改' })).toBeEnabled();
  },
);

it('a refusal for a full quota stays to be read where a place came free meanwhile, and can be repeated', async () => {
  const refusal = '该项目的申报名额已满；已填写的内容仍保留在草稿中';
  const sent = answerWith({
    ...signedIn,
    [`POST ${PATH}/submit`]: problem(409, 'QUOTA_REACHED', { detail: refusal }),
    [`GET ${PATH}`]: json(draft),
  });
  const { queries } = open({ ...draft, answers: { employees: 3, product: '齿轮' } });
  await check();
  await userEvent.click(await screen.findByRole('button', { name: '确认提交' }));
  await waitFor(() =>
    expect(sent.some(({ method, url }) => method === 'GET' && url.pathname === PATH)).toBe(true),
  );
  await waitFor(() => expect(queries.isMutating()).toBe(0));

  expect(screen.getByRole('alert')).toHaveTextContent(refusal);
  expect(screen.getByRole('button', { name: '确认提交' })).toBeEnabled();
});

it('a draft that is shown as it was left takes over what is told of it now', async () => {
  answerWith(signedIn);
  const left = { ...draft, full: true };
  function Page() {
    const [told, setTold] = useState(left);
    return (
      <>
        <button onClick={() => setTold(draft)}>有了答复</button>
        <DeclarationBody declaration={told} gone={() => undefined} />
      </>
    );
  }
  renderAt('/', <Page />);
  expect(screen.getByText(/^该项目的申报名额已满/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '有了答复' }));
  expect(screen.queryByText(/名额已满/)).toBeNull();
  expect(screen.getByRole('button', { name: '检查并提交' })).toBeEnabled();
});

it('while no place is free it is asked again, and one that came free is offered without anything being lost', async () => {
  const sent = answerWith({
    ...signedIn,
    [`GET ${PATH}`]: [json({ ...draft, full: true }), json(draft)],
    [`PUT ${PATH}/draft`]: json({ ...draft, full: true, version: 4 }),
  });
  renderAt('/', <Opened />);
  expect(await screen.findByText(/^该项目的申报名额已满/)).toHaveTextContent('本页会自动更新');
  expect(screen.getByRole('button', { name: '检查并提交' })).toBeDisabled();
  fireEvent.change(screen.getByLabelText('主导产品'), { target: { value: '齿轮' } });
  await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));

  window.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(screen.getByRole('button', { name: '检查并提交' })).toBeEnabled());
  expect(screen.queryByText(/名额已满/)).toBeNull();
  expect(screen.getByLabelText('主导产品')).toHaveValue('齿轮');
});

it.each([false, true])(
  'the first day of a policy to come is told while one fills in and while one checks: %s',
  async (checking) => {
    answerWith({ ...signedIn, [`PUT ${PATH}/draft`]: json({ ...draft, version: 4 }) });
    open({ ...draft, answers: { employees: 3, product: '齿轮' }, policyBeginsOn: '2999-01-01' });
    if (checking) {
      await check();
      expect(await screen.findByRole('button', { name: '确认提交' })).toBeEnabled();
    }
    expect(screen.getByText('该政策自 2999年1月1日 起施行，施行前可以提前申报。')).toBeInTheDocument();
  },
);

it('of a policy to come under which nothing is taken now the day alone is told', () => {
  answerWith(signedIn);
  open({ ...draft, window: 'CLOSED', policyBeginsOn: '2999-01-01' });
  expect(screen.getByText('该政策自 2999年1月1日 起施行。')).toBeInTheDocument();
});

it.each([
  [{ how: 'EXPIRED', on: '2026-12-02' }, /^所依据的政策已于 2026年12月2日到期；已受理的事项继续办理/],
  [
    { how: 'SUPERSEDED', on: '2026-12-02', by: { id: 'p2', code: 'N11', title: '新办法', docNumber: '' } },
    /^所依据的政策已被《新办法》替代；已受理的事项继续办理/,
  ],
  [{ how: 'SUPERSEDED' }, /^所依据的政策已被替代；已受理的事项继续办理/],
] as [NonNullable<Declaration['policyEnd']>, RegExp][])(
  'while it is handled a policy that ended by itself is told, and not of what was approved in its time: %o',
  (policyEnd, words) => {
    answerWith(signedIn);
    const { unmount } = open({ ...draft, status: 'IN_REVIEW', policyEnd });
    expect(screen.getByText(words)).toHaveTextContent('请以区经信委的说明为准。');
    unmount();
    open({ ...draft, status: 'APPROVED', policyEnd });
    expect(screen.queryByText(/所依据的政策/)).toBeNull();
  },
);

it('what was handed in before its policy was taken down says so, and leads to its notice', () => {
  answerWith(signedIn);
  open({
    ...draft,
    status: 'IN_REVIEW',
    number: 'SB20261128000001',
    policyEnd: { how: 'WITHDRAWN', on: '2026-12-03' },
    notice: { from: '2026-12-02', until: '2026-12-10', running: true },
  } as Declaration);
  expect(
    screen.getByText(/所依据的政策已于 2026年12月3日撤下；已受理的事项继续办理，请以区经信委的说明为准。/),
  ).toBeInTheDocument();
  expect(screen.getByText(/正在公示，至 2026年12月10日/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看公示' })).toHaveAttribute('href', '/notices/d1');
});

it('whom to call is asked beside the form, kept with the draft, and wrong numbers are told at their field', async () => {
  const sent = answerWith({
    ...signedIn,
    [`PUT ${PATH}/draft`]: json({ ...draft, version: 4 }),
  });
  open({ ...draft, answers: { employees: 3, product: '齿轮' } });
  await userEvent.clear(screen.getByLabelText('联系电话'));
  await check();
  expect(await listed()).toEqual(['请填写“联系电话”']);

  await userEvent.type(screen.getByLabelText('联系电话'), '138');
  await check();

  expect(screen.queryByRole('button', { name: '确认提交' })).toBeNull();
  expect(await listed()).toEqual(['“联系电话”应为手机号或带区号的座机号']);
  await userEvent.click(screen.getByRole('button', { name: '“联系电话”应为手机号或带区号的座机号' }));
  await waitFor(() => expect(screen.getByLabelText('联系电话')).toHaveFocus());
  expect(sent.filter(({ method }) => method === 'PUT').at(-1)!.body).toMatchObject({
    contact: { name: '李经理', phone: '138' },
  });
});

it('words that are not saved yet are asked about when the tab closes, and saved when it is put aside', async () => {
  const sent = answerWith({ ...signedIn, [`PUT ${PATH}/draft`]: json({ ...draft, version: 4 }) });
  const closes = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  open(draft);
  expect(closes()).toBe(false);
  fireEvent.change(screen.getByLabelText('主导产品'), { target: { value: '齿轮' } });
  expect(closes()).toBe(true);
  expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(0);

  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(closes()).toBe(false));
  expect(sent.filter(({ method }) => method === 'PUT').at(-1)!.body).toMatchObject({
    answers: { product: '齿轮' },
  });
});

it('a draft that was changed elsewhere says so lastingly, saves nothing over it, and is begun anew with what is there', async () => {
  const sent = answerWith({
    ...signedIn,
    [`PUT ${PATH}/draft`]: problem(409, 'VERSION_CONFLICT'),
    [`GET ${PATH}`]: [json(draft), json({ ...draft, answers: { product: '同事的产品' }, version: 4 })],
  });
  renderAt('/', <Opened />);
  await userEvent.type(await screen.findByLabelText('主导产品'), '齿');
  expect(await screen.findByRole('alert')).toHaveTextContent('没有保存，也不会再保存');
  await userEvent.type(screen.getByLabelText('主导产品'), '轮');
  expect(screen.getByRole('alert')).toHaveTextContent('没有保存，也不会再保存');
  expect(screen.getByRole('button', { name: '检查并提交' })).toBeDisabled();

  await userEvent.click(screen.getByRole('button', { name: '载入最新内容' }));
  await waitFor(() => expect(screen.getByLabelText('主导产品')).toHaveValue('同事的产品'));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

/** As both apps have it: what is asked is what stands on the page. */
function Opened() {
  const query = useDeclaration('d1');
  return query.data ? <DeclarationBody declaration={query.data} gone={() => undefined} /> : null;
}

const back = {
  ...draft,
  status: 'SENT_BACK',
  answers: { employees: 3, product: '齿轮' },
  marked: [{ key: 'product' }, { key: 'employees' }],
  timeline: [{ kind: 'SENT_BACK', label: '退回补正', at: '2026-11-02T10:00:00+08:00', note: '请核对' }],
} as unknown as Declaration;

const KEPT = draftKey(someone.accountId, 'supplement-d1-2026-11-02T10:00:00+08:00');

const openAsMember = (declaration: Declaration) =>
  renderAt(
    '/',
    <SignedIn>
      <DeclarationBody declaration={declaration} gone={() => undefined} />
    </SignedIn>,
  );

it('of what came back only what is marked can be changed, with what it shows, and each says what is asked of it', async () => {
  const form = {
    groups: [
      {
        title: '企业情况',
        fields: [
          { key: 'employees', label: '从业人员', type: 'NUMBER', required: true },
          { key: 'loan', label: '是否有贷款', type: 'YES_NO', required: true },
          {
            key: 'bank',
            label: '贷款银行',
            type: 'TEXT',
            required: true,
            shownWhen: { field: 'loan', values: ['true'] },
          },
          { key: 'product', label: '主导产品', type: 'TEXT', required: true },
        ],
      },
    ],
  };
  const materials = ['licence', 'audit'].map((key) => ({
    key,
    name: key === 'licence' ? '营业执照' : '审计报告',
    required: true,
    formats: ['PDF'],
  }));
  answerWith({ ...signedIn, 'GET /api/policy/declaration-files': json([]) });
  open({
    ...back,
    form,
    materials,
    answers: { employees: 3, loan: true, bank: '某银行', product: '齿轮' },
    papers: { licence: ['f1'], audit: ['f2'] },
    files: [
      { id: 'f1', name: '执照.pdf', contentType: 'application/pdf', size: 1 },
      { id: 'f2', name: '旧审计.pdf', contentType: 'application/pdf', size: 1 },
    ],
    marked: [
      { key: 'loan', words: '与征信不一致' },
      { key: 'audit', words: '缺最后一页' },
    ],
  } as unknown as Declaration);

  expect(screen.getByLabelText('从业人员')).toBeDisabled();
  expect(screen.getByLabelText('主导产品')).toBeDisabled();
  expect(screen.getByLabelText('贷款银行')).toBeEnabled();
  expect(screen.getByText(/请补正：与征信不一致/)).toBeInTheDocument();
  expect(screen.getByLabelText('联系电话')).toBeEnabled();
  expect(screen.queryByLabelText('上传营业执照')).toBeNull();
  expect(screen.queryByRole('button', { name: '移除执照.pdf' })).toBeNull();
  expect(screen.getByRole('button', { name: '移除旧审计.pdf' })).toBeInTheDocument();
  expect(screen.getByLabelText('上传审计报告')).toHaveAccessibleDescription(/请补正：缺最后一页/);
});

it('of a supplement a file is replaced by another, and the rest is handed in as it was', async () => {
  const audit = { key: 'audit', name: '审计报告', required: true, formats: ['PDF'] };
  const sent = answerWith({
    ...signedIn,
    'GET /api/policy/declaration-files': json([]),
    'POST /api/policy/declaration-files': json({
      id: 'f9',
      name: '新审计.pdf',
      contentType: 'application/pdf',
      size: 3,
    }),
    [`POST ${PATH}/supplement/check`]: json([]),
    [`POST ${PATH}/supplement`]: json({ ...draft, status: 'IN_REVIEW', version: 4 }),
  });
  open({
    ...back,
    materials: [audit],
    papers: { audit: ['f2'] },
    files: [{ id: 'f2', name: '旧审计.pdf', contentType: 'application/pdf', size: 1 }],
    marked: [{ key: 'audit' }],
  } as unknown as Declaration);
  await userEvent.click(screen.getByRole('button', { name: '移除旧审计.pdf' }));
  await userEvent.click(screen.getByRole('button', { name: '提交补正' }));
  expect(await listed()).toEqual(['请上传“审计报告”']);
  expect(screen.getByLabelText('上传审计报告')).toHaveAccessibleDescription(/请上传“审计报告”/);

  await userEvent.upload(
    screen.getByLabelText('上传审计报告'),
    new File(['新的'], '新审计.pdf', { type: 'application/pdf' }),
  );
  await waitFor(() => expect(screen.queryByText('请上传“审计报告”')).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: '提交补正' }));
  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname === `${PATH}/supplement`)?.body).toMatchObject({
      version: 3,
      answers: { employees: 3, product: '齿轮' },
      papers: { audit: ['f9'] },
    }),
  );
});

it('a supplement that is left halfway is there again, until it is handed in', async () => {
  answerWith({
    ...signedIn,
    [`POST ${PATH}/supplement/check`]: json([]),
    [`POST ${PATH}/supplement`]: json({ ...draft, status: 'IN_REVIEW', version: 4 }),
  });
  const first = openAsMember(back);
  fireEvent.change(await screen.findByLabelText(/^主导产品/), { target: { value: '精密齿轮' } });
  expect(screen.getByText(/补正内容随填随存在本机/)).toBeInTheDocument();
  await waitFor(() => expect(localStorage.getItem(KEPT)).toContain('精密齿轮'));
  first.unmount();

  openAsMember(back);
  expect(await screen.findByLabelText(/^主导产品/)).toHaveValue('精密齿轮');
  expect(screen.getByText(/已载入上次填写的内容/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '提交补正' }));
  await waitFor(() => expect(localStorage.getItem(KEPT)).toBeNull());
});

it('of a supplement whose declaration is withdrawn nothing stays on the machine', async () => {
  answerWith({
    ...signedIn,
    [`POST ${PATH}/supplement/check`]: json([]),
    [`POST ${PATH}/withdraw`]: json({ ...draft, status: 'WITHDRAWN', version: 4 }),
  });
  openAsMember(back);
  fireEvent.change(await screen.findByLabelText(/^主导产品/), { target: { value: '精密齿轮' } });
  await waitFor(() => expect(localStorage.getItem(KEPT)).toContain('精密齿轮'));
  await userEvent.click(screen.getByRole('button', { name: '撤回申报' }));
  await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '撤回申报' }));
  await waitFor(() => expect(localStorage.getItem(KEPT)).toBeNull());
});

it('sent back once more, a supplement begins with what was handed in', async () => {
  answerWith(signedIn);
  localStorage.setItem(KEPT, JSON.stringify({ answers: { product: '旧的' }, papers: {}, contact: {} }));
  openAsMember({
    ...back,
    timeline: [...back.timeline, { ...back.timeline[0]!, at: '2026-11-05T10:00:00+08:00' }],
  });
  expect(await screen.findByLabelText(/^主导产品/)).toHaveValue('齿轮');
});

it('what is wrong in a supplement is told at its field while it is typed', async () => {
  const sent = answerWith({
    ...signedIn,
    [`POST ${PATH}/supplement/check`]: json([
      { field: 'answers.employees', code: 'RANGE', message: '“从业人员”应不小于 1' },
    ]),
  });
  open(back);
  fireEvent.change(screen.getByLabelText(/^从业人员/), { target: { value: '-9' } });

  expect(await screen.findByText('“从业人员”应不小于 1')).toBeInTheDocument();
  expect(sent.find(({ method }) => method === 'POST')!.body).toMatchObject({
    version: 3,
    answers: { employees: -9, product: '齿轮' },
  });
});

it('a supplement that is not sent yet is told all that is wrong in one list, as a first declaration is', async () => {
  const columns = [
    { key: 'count', label: '数量', type: 'NUMBER', required: true },
    { key: 'price', label: '价格', type: 'MONEY', required: true },
  ];
  const devices = { key: 'devices', label: '设备清单', type: 'TABLE', required: true, columns };
  const [group] = draft.form.groups;
  const listing = {
    ...back,
    form: { groups: [{ ...group, fields: [...group!.fields, devices] }] },
    answers: { ...back.answers, devices: [{ count: 1, price: 2 }] },
    marked: [...back.marked, { key: 'devices' }],
  } as unknown as Declaration;
  const [employees, count, price] = [
    '“从业人员”应不小于 1',
    '“设备清单”第 1 行的“数量”应填写数字',
    '“设备清单”第 1 行的“价格”最多两位小数',
  ];
  const sent = answerWith({
    ...signedIn,
    [`POST ${PATH}/supplement/check`]: json([
      { field: 'answers.devices[0].count', code: 'FORMAT', message: count },
      { field: 'answers.devices[0].price', code: 'FORMAT', message: price },
      { field: 'answers.employees', code: 'RANGE', message: employees },
    ]),
  });
  open(listing);
  fireEvent.change(screen.getByLabelText(/^从业人员/), { target: { value: '-9' } });
  fireEvent.change(screen.getByLabelText(/^主导产品/), { target: { value: '' } });
  fireEvent.change(screen.getByLabelText('数量'), { target: { value: '三台' } });
  fireEvent.change(screen.getByLabelText('价格'), { target: { value: '1.234' } });
  // At once: what is typed last has not been looked through yet.
  await userEvent.click(screen.getByRole('button', { name: '提交补正' }));

  expect(await listed()).toEqual([employees, '请填写“主导产品”', count, price]);
  const posts = sent.filter(({ method }) => method === 'POST');
  expect(posts.map(({ url }) => url.pathname)).toEqual([`${PATH}/supplement/check`]);
  expect(posts[0]!.body).toMatchObject({ answers: { devices: [{ count: '三台', price: 1.234 }] } });
});

it('where the service cannot be asked, a supplement is told what the page itself finds', async () => {
  answerWith({ ...signedIn, [`POST ${PATH}/supplement/check`]: problem(503, 'UNAVAILABLE') });
  open(back);
  fireEvent.change(screen.getByLabelText(/^主导产品/), { target: { value: '' } });
  await userEvent.click(screen.getByRole('button', { name: '提交补正' }));

  expect(await listed()).toEqual(['请填写“主导产品”']);
});

it('what was handed in again as it was is refused with the names of what was asked for', async () => {
  answerWith({
    ...signedIn,
    [`POST ${PATH}/supplement`]: problem(422, 'NOTHING_SUPPLEMENTED', {
      detail: '退回时标注的内容都没有修改，请补正后再提交',
      errors: [
        { field: 'answers.product', code: 'NOT_SUPPLEMENTED', message: '“主导产品”需要补正，但没有修改' },
      ],
    }),
  });
  open({
    ...draft,
    status: 'SENT_BACK',
    answers: { employees: 3, product: '齿轮' },
    marked: [{ key: 'product' }],
  });
  await userEvent.click(screen.getByRole('button', { name: '提交补正' }));

  expect(await listed()).toEqual(['“主导产品”需要补正，但没有修改']);
});

it('the receipt of what was handed in is taken out, and where it cannot be the page says why', async () => {
  const requests = answerWith({
    ...signedIn,
    [`GET ${PATH}/receipt`]: problem(429, 'TOO_MANY_REQUESTS', { detail: '下载过于频繁，请稍后再试' }),
  });
  open({ ...draft, status: 'SUBMITTED', number: 'SB20261128000001' });
  await userEvent.click(screen.getByRole('button', { name: '下载提交回执（PDF）' }));

  expect(await screen.findByText('下载过于频繁，请稍后再试')).toBeInTheDocument();
  expect(requests.some((request) => request.url.pathname.endsWith('/receipt'))).toBe(true);
});

it('a draft out of which tax data was taken says at which fields', async () => {
  answerWith({ ...signedIn, 'GET /api/policy/declaration-files': json([]) });
  open({ ...draft, emptied: ['从业人员', '主导产品'] } as Declaration);
  expect(await screen.findByText(/“从业人员”、“主导产品”/)).toHaveTextContent('已清空，请自行填写');
});

const refused = {
  ...draft,
  status: 'REJECTED',
  number: 'SB20261128000001',
  reason: '依据不足',
  projectId: 'p1',
  steps: [{ kind: 'ACCEPTANCE', maySendBack: true, workingDays: 3 }],
  stepIndex: 0,
} as Declaration;

it('who was refused reads what can be done next: hand in anew while there is time, or ask the department', async () => {
  answerWith({
    ...signedIn,
    'GET /api/policy/projects/p1': json({ id: 'p1', institutionId: 'i1' }),
    'GET /api/user/reference/institutions/i1': json({ id: 'i1', phone: '66221234', contacts: [] }),
  });
  const { unmount } = renderAt('/', <DeclarationBody declaration={refused} gone={() => undefined} />);
  expect(await screen.findByRole('link', { name: '可修改后重新申报' })).toHaveAttribute(
    'href',
    '/declarations/projects/p1',
  );
  await userEvent.click(await screen.findByText('联系区经信委'));
  expect(await screen.findByRole('link', { name: '66221234' })).toBeInTheDocument();
  unmount();

  open({ ...refused, window: 'OVER' });
  expect(await screen.findByText('该项目的申报已截止，不能重新申报。')).toBeInTheDocument();
  expect(await screen.findByText('联系区经信委')).toBeInTheDocument();
});

it('where its project is not to be read any more the department is named all the same', async () => {
  answerWith({ ...signedIn, 'GET /api/policy/projects/p1': problem(404, 'NOT_FOUND') });
  open({ ...refused, window: 'CLOSED' });
  expect(await screen.findByText('对结果有疑问的，请咨询区经信委。')).toBeInTheDocument();
});

it('the day on which its notice is over stands at the step', () => {
  answerWith(signedIn);
  open({
    ...refused,
    status: 'IN_REVIEW',
    reason: undefined,
    steps: [
      { kind: 'PUBLIC_NOTICE', maySendBack: false, workingDays: 5 },
      { kind: 'APPROVAL', maySendBack: false, workingDays: 10 },
    ],
    notice: { from: '2026-12-02', until: todayText(), running: true },
  } as Declaration);
  expect(screen.getByText('公示').closest('li')).toHaveTextContent(`预计 ${longDate(todayText())}期满`);
  expect(screen.getByText('批准').closest('li')).not.toHaveTextContent('预计');
});

it('that a project is over is said with a sign, above a draft that is kept', () => {
  answerWith(signedIn);
  open({ ...draft, window: 'OVER' });
  const notice = screen.getByText(/^该项目的申报已截止/);
  expect(notice.querySelector('svg')).toBeInTheDocument();
});
