import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, it, vi } from 'vitest';
import { decisionDraft, draftKey } from '@/shared/api/drafts';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import DeclarationPage from './DeclarationPage';

const declaration = {
  id: 'd1',
  number: 'SB20261128000001',
  enterpriseName: '某机械有限公司',
  projectTitle: '设备更新申报',
  policyId: 'n06',
  policyTitle: '设备更新政策',
  contactName: '李经理',
  contactPhone: '138****5678',
  status: 'APPROVED',
  step: 'APPROVAL',
  stepInstitutionName: '区经信委',
  turn: { here: true, objections: 0 },
  stepIndex: 0,
  steps: [{ kind: 'APPROVAL', workingDays: 3, maySendBack: false }],
  submittedAt: '2026-11-20T10:00:00+08:00',
  decidedAt: '2026-11-21T10:00:00+08:00',
  form: { groups: [] },
  materials: [],
  answers: {},
  papers: {},
  files: [],
  prefilled: {},
  marked: [],
  timeline: [],
  version: 3,
};

function open(shown: object, ...permissions: string[]) {
  const sent = answerWith({
    ...signedInAs({ ...someone, permissions: ['self', 'policy.declaration.handle', ...permissions] }),
    'GET /api/policy/declarations/d1': json(shown),
    'POST /api/policy/declarations/d1/reveal': json({
      field: 'policy.declaration.contact-phone',
      name: '联系电话',
      value: '13812345678',
      reason: '约定核查时间',
    }),
  });
  renderAt(
    '/declarations/d1',
    <AntdRoot>
      <SignedIn>
        <Routes>
          <Route path="/declarations/:id" element={<DeclarationPage />} />
        </Routes>
      </SignedIn>
    </AntdRoot>,
  );
  return sent;
}

it('who may, sees the phone for a reason, and only the phone', async () => {
  const sent = open(declaration, 'policy.declaration.reveal');
  await userEvent.click(await screen.findByRole('button', { name: '查看明文：联系电话' }));
  const form = await screen.findByRole('dialog', { name: '查看明文：联系电话' });
  await userEvent.type(within(form).getByLabelText('查看理由'), '约定核查时间');
  await userEvent.click(within(form).getByRole('button', { name: /查\s*看/ }));

  expect(await screen.findByText('13812345678')).toBeInTheDocument();
  expect(sent.find(({ method }) => method === 'POST')!.body).toEqual({
    field: 'policy.declaration.contact-phone',
    reason: '约定核查时间',
  });
});

it('what its enterprise withdrew while it was shown leads to no notice: that is gone', async () => {
  open({
    ...declaration,
    status: 'WITHDRAWN',
    decidedAt: undefined,
    notice: { from: '2026-12-02', until: '2026-12-10', running: false },
  });
  expect(await screen.findByText(new RegExp(declaration.number!))).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '查看公示' })).toBeNull();
});

it('who decides reads that the policy was taken down, and how many object to the notice', async () => {
  open({
    ...declaration,
    status: 'IN_REVIEW',
    decidedAt: undefined,
    policyEnd: { how: 'WITHDRAWN', on: '2026-12-03' },
    notice: { from: '2026-12-02', until: '2026-12-10', running: true },
    turn: { here: false, objections: 2 },
  });
  expect(
    await screen.findByText('所依据的政策已于 2026年12月3日撤下；已受理的事项继续办理。'),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看公示' })).toHaveAttribute('href', '/notices/d1');
  expect(screen.getByRole('link', { name: '2 件异议待处理' })).toHaveAttribute(
    'href',
    '/objections?state=OPEN',
  );
});

it('who decides reads that the policy came to its end meanwhile, and not of what was refused', async () => {
  const ended = { ...declaration, policyEnd: { how: 'EXPIRED' as const, on: '2026-12-02' } };
  open({ ...ended, status: 'IN_REVIEW', decidedAt: undefined });
  expect(
    await screen.findByText('所依据的政策已于 2026年12月2日到期；已受理的事项继续办理。'),
  ).toBeInTheDocument();
});

it('beside what was supplemented stands what was there before, and beside nothing else', async () => {
  open({
    ...declaration,
    form: {
      groups: [
        {
          title: '基本情况',
          fields: [
            { key: 'product', type: 'TEXT', label: '主要产品' },
            { key: 'sales', type: 'MONEY', label: '年销售额', unit: '万元' },
            { key: 'city', type: 'TEXT', label: '所在城市' },
            {
              key: 'bank',
              type: 'TEXT',
              label: '贷款银行',
              shownWhen: { field: 'product', values: ['齿轮'] },
            },
          ],
        },
      ],
    },
    materials: [{ key: 'licence', name: '营业执照', required: true, formats: ['PDF'] }],
    answers: { product: '精密齿轮', sales: 1200, city: '重庆' },
    papers: { licence: ['f2'] },
    files: [
      { id: 'f1', name: '旧执照.pdf', contentType: 'image/png' },
      { id: 'f2', name: '新执照.pdf', contentType: 'image/png' },
    ],
    before: [
      { key: 'product', answer: '齿轮', papers: [] },
      { key: 'sales', papers: [] },
      { key: 'bank', answer: '某银行', papers: [] },
      { key: 'licence', papers: ['f1'] },
    ],
  });
  const at = async (name: string) => (await screen.findByText(name, { selector: 'dt' })).nextElementSibling;
  expect(await at('主要产品')).toHaveTextContent('精密齿轮已补正，补正前：齿轮');
  expect(await at('年销售额')).toHaveTextContent('1,200.00 万元已补正，补正前：—');
  expect(await at('贷款银行')).toHaveTextContent('—已补正，补正前：某银行');
  expect(await at('所在城市')).toHaveTextContent(/^重庆$/);
  const licence = await at('营业执照');
  expect(licence).toHaveTextContent(/新执照.pdf ?已补正，补正前： ?旧执照.pdf/);
  await userEvent.click(within(licence as HTMLElement).getByRole('button', { name: '旧执照.pdf' }));
  expect(await screen.findByRole('img', { name: /旧执照/ })).toBeInTheDocument();
});

it('who may not is offered nothing, and what a role hides is not there', async () => {
  open({ ...declaration, contactPhone: undefined });
  expect(await screen.findByText('李经理')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /查看明文/ })).toBeNull();
});

it('how the enterprise stood by the conditions of the project, when it handed in, stands beside the form', async () => {
  const standing = (outcome: string, label: string) => ({
    asOf: '2026-11-20',
    outcome,
    verified: true,
    conditions: [{ label, outcome: 'MET', required: '≥ 10 人', certain: true, missingFacts: [] }],
    missing: [],
  });
  open({
    ...declaration,
    standing: standing('ELIGIBLE', '营业收入'),
    audience: standing('NEARLY', '职工总数'),
  });
  expect(await screen.findByRole('heading', { name: '本项目的申报对象' })).toBeInTheDocument();
  expect(screen.getByText('职工总数')).toBeInTheDocument();
  expect(screen.getByText('营业收入')).toBeInTheDocument();
});

const COLLEAGUES = 'GET /api/policy/declarations/d1/colleagues';
const taken = {
  ...declaration,
  status: 'IN_REVIEW',
  decidedAt: undefined,
  handlerId: 'o1',
  handlerName: '王工',
};

const noticed = {
  ...taken,
  step: 'PUBLIC_NOTICE',
  steps: [
    { kind: 'PUBLIC_NOTICE', workingDays: 5, maySendBack: false },
    { kind: 'APPROVAL', workingDays: 3, maySendBack: false },
  ],
};
const handler = {
  'GET /api/auth/me': json({
    ...someone,
    accountId: 'o1',
    permissions: ['self', 'policy.declaration.handle'],
  }),
};

it('while it is shown to the public nobody passes it, and it is said until when', async () => {
  const page = (of: object) => {
    answerWith({
      'GET /bff/session': json({ signedIn: true }),
      ...handler,
      'GET /api/policy/declarations/d1': json(of),
    });
    return renderAt(
      '/declarations/d1',
      <AntdRoot>
        <SignedIn>
          <Routes>
            <Route path="/declarations/:id" element={<DeclarationPage />} />
          </Routes>
        </SignedIn>
      </AntdRoot>,
    );
  };
  const running = page({ ...noticed, notice: { from: '2026-11-27', until: '2026-12-04', running: true } });
  expect(await screen.findByRole('button', { name: '通过公示' })).toBeDisabled();
  expect(screen.getByText('公示至 2026年12月4日，期满后才能通过')).toBeInTheDocument();
  running.unmount();

  const open = page({ ...noticed, notice: { from: '2026-11-27', running: true } });
  expect(await screen.findByRole('button', { name: '通过公示' })).toBeDisabled();
  open.unmount();

  page({ ...noticed, notice: { from: '2026-11-20', until: '2026-11-27', running: false } });
  expect(await screen.findByRole('button', { name: '通过公示' })).toBeEnabled();
});

it('while an objection to its notice is open nobody passes it, and the way to the objection is there', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    ...handler,
    'GET /api/policy/declarations/d1': json({
      ...noticed,
      notice: { from: '2026-11-20', until: '2026-11-27', running: false },
      turn: { here: true, objections: 1 },
    }),
  });
  renderAt(
    '/declarations/d1',
    <AntdRoot>
      <SignedIn>
        <Routes>
          <Route path="/declarations/:id" element={<DeclarationPage />} />
        </Routes>
      </SignedIn>
    </AntdRoot>,
  );
  expect(await screen.findByRole('button', { name: '通过公示' })).toBeDisabled();
  expect(screen.getByText('公示有 1 件异议尚未处理，答复后才能通过')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '查看公示异议' })).toHaveAttribute('href', '/objections');
});

const free = { ...taken, handlerId: undefined, handlerName: undefined };

it('who works for the institution of the step may take it on', async () => {
  open(free);
  expect(await screen.findByRole('button', { name: /承\s?办/ })).toBeInTheDocument();
});

it('that it stands at another institution is said, and nobody else is offered to take it on', async () => {
  open({ ...free, stepInstitutionName: '区科技局', turn: { here: false, objections: 0 } });
  expect(await screen.findByText('当前环节：批准，正在区科技局办理（未承办）')).toBeInTheDocument();
  expect(screen.getByText('正在区科技局办理')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /承\s?办/ })).not.toBeInTheDocument();
});

it('what somebody of another institution has, no head gives to a colleague', async () => {
  open(
    { ...taken, stepInstitutionName: '区科技局', turn: { here: false, objections: 0 } },
    'policy.declaration.assign',
  );
  expect(await screen.findByText('正在区科技局办理，由王工承办')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '转办' })).not.toBeInTheDocument();
});

it('who may not take it on, because they did a step before, reads why instead of a button', async () => {
  const barred = '“批准”须由未办理前面环节的人员办理';
  open({ ...free, turn: { here: true, barred, objections: 0 } });
  expect(await screen.findByText(barred)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /承\s?办/ })).not.toBeInTheDocument();
});

it('that it was approved is said, not that a step was passed', async () => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    ...handler,
    'GET /api/policy/declarations/d1': json(taken),
    'POST /api/policy/declarations/d1/pass': json({ ...taken, status: 'APPROVED', version: 4 }),
  });
  document.cookie = 'XSRF-TOKEN=t';
  renderAt(
    '/declarations/d1',
    <AntdRoot>
      <SignedIn>
        <Routes>
          <Route path="/declarations/:id" element={<DeclarationPage />} />
        </Routes>
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /^批\s?准$/ }));
  expect(screen.getByText('请办理批准；驳回须说明原因')).toBeInTheDocument();
  const drawer = within(await screen.findByRole('dialog', { name: '批准申报' }));
  await userEvent.click(drawer.getByRole('button', { name: /批\s?准/ }));
  expect(await screen.findByText('已批准')).toBeInTheDocument();
});

it('that more time was asked for stands on the case, with the way to decide for who may', async () => {
  const waits = {
    ...taken,
    promise: {
      id: 'p1',
      state: 'RUNNING',
      workingDays: 5,
      dueOn: '2026-12-04',
      remainingWorkingDays: 3,
      broken: false,
      extensionAsked: true,
    },
  };
  open(waits, 'policy.promise.supervise');
  expect(await screen.findByText('延期待审批')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '到时限看板审批' })).toHaveAttribute(
    'href',
    '/promises?of=DECLARATION&standing=EXTENSION_ASKED',
  );
});

it('a head gives what somebody has to a colleague, by the version that was seen and with a reason', async () => {
  const sent = answerWith({
    ...signedInAs({
      ...someone,
      permissions: ['self', 'policy.declaration.handle', 'policy.declaration.assign'],
    }),
    'GET /api/policy/declarations/d1': json(taken),
    [COLLEAGUES]: json([
      { accountId: 'o1', name: '王工' },
      { accountId: 'o2', name: '吴工' },
    ]),
    'POST /api/policy/declarations/d1/hand-over': json({ ...taken, handlerId: 'o2', version: 4 }),
  });
  renderAt(
    '/declarations/d1',
    <AntdRoot>
      <SignedIn>
        <Routes>
          <Route path="/declarations/:id" element={<DeclarationPage />} />
        </Routes>
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: '转办' }));
  const drawer = await screen.findByRole('dialog', { name: '转办申报' });
  await userEvent.click(within(drawer).getByRole('combobox', { name: '接办人' }));
  await userEvent.click(await screen.findByTitle('吴工'));
  expect(screen.queryByTitle('王工')).not.toBeInTheDocument();
  await userEvent.type(within(drawer).getByLabelText('转办原因'), '出差');
  await userEvent.click(within(drawer).getByRole('button', { name: '确认转办' }));
  expect(await within(drawer).findByText('转办原因不少于 5 字')).toBeInTheDocument();
  await userEvent.type(within(drawer).getByLabelText('转办原因'), '两周不在');
  await userEvent.click(within(drawer).getByRole('button', { name: '确认转办' }));
  expect(await screen.findByText('已转办')).toBeInTheDocument();
  const posted = sent.filter(({ method }) => method === 'POST');
  expect(posted[0]!.body).toEqual({ version: 3, to: 'o2', reason: '出差两周不在' });
});

it('who neither has it nor heads the department gives it to nobody', async () => {
  open(taken);
  expect(await screen.findByText('由王工承办')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '转办' })).not.toBeInTheDocument();
});

it('a decision that came too late leaves the words of the other decision', async () => {
  document.cookie = 'XSRF-TOKEN=t';
  const words = draftKey('o1', decisionDraft('d1', '退回企业补正'));
  localStorage.setItem(words, JSON.stringify({ reason: '附件不清晰' }));
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    ...handler,
    'GET /api/policy/declarations/d1': json(taken),
    'POST /api/policy/declarations/d1/reject': problem(409, 'VERSION_CONFLICT', { detail: '已被修改' }),
  });
  renderAt(
    '/declarations/d1',
    <AntdRoot>
      <SignedIn>
        <Routes>
          <Route path="/declarations/:id" element={<DeclarationPage />} />
        </Routes>
      </SignedIn>
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByRole('button', { name: /驳\s?回/ }));
  const drawer = within(await screen.findByRole('dialog', { name: '驳回申报' }));
  await userEvent.type(drawer.getByLabelText('驳回的原因'), '不属于申报范围');
  await userEvent.click(drawer.getByRole('button', { name: /驳\s?回/ }));
  expect(await screen.findAllByText('这件事项已有处理结果')).not.toEqual([]);
  await waitFor(() => expect(screen.queryByLabelText('驳回的原因')).not.toBeInTheDocument());
  expect(localStorage.getItem(words)).toContain('附件不清晰');
});

it('a file that is clicked in the form is brought into view beside it', async () => {
  const views = vi.fn();
  Element.prototype.scrollIntoView = views;
  open({
    ...declaration,
    materials: [{ key: 'licence', name: '营业执照', required: true, formats: ['PNG'] }],
    papers: { licence: ['f1'] },
    files: [{ id: 'f1', name: '执照.png', contentType: 'image/png', size: 10 }],
  });
  await userEvent.click(await screen.findByRole('button', { name: '执照.png' }));
  const picture = await screen.findByRole('img', { name: '执照.png' });
  expect(views.mock.contexts.some((place) => (place as Element).contains(picture))).toBe(true);
});
