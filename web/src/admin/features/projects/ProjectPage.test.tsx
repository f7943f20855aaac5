import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import ProjectPage from './ProjectPage';

const PROJECTS = '/api/policy/manage/projects';
const AUDIENCE = '/api/match/reverse/audience';
const criteria = { type: 'comparison', fact: 'employees', op: '>=', value: 10, unit: '人' };

const project = {
  id: 'p1',
  policyId: 'n06',
  policyTitle: '设备更新政策',
  title: '设备更新申报',
  summary: '',
  institutionName: '区经信委',
  opensOn: '2026-01-01',
  closesOn: '2026-02-28',
  taken: 3,
  barring: false,
  audience: [{ label: '职工总数', text: '≥ 10 人', certain: true }],
  criteria,
  status: 'OPEN',
  window: 'OPEN',
  formVersion: 1,
  version: 4,
  form: { groups: [{ title: '企业情况', fields: [] }] },
  materials: [],
  steps: [{ kind: 'APPROVAL', workingDays: 10, maySendBack: false }],
};

const told = {
  faults: [],
  conditions: [
    { label: '职工总数', outcome: 'UNKNOWN', required: '≥ 10 人', certain: true, missingFacts: [] },
  ],
  outcomes: [],
};

const reached = {
  asOf: '2026-11-28',
  listed: true,
  withheld: false,
  fewest: 3,
  eligible: 12,
  nearly: 3,
  unknown: 40,
  ineligible: 200,
  switchedOff: 2,
  taxWithdrawn: 0,
};

function open(path: string, answers: Record<string, Response | Response[]> = {}, shown: object = project) {
  const sent = answerWith({
    ...signedInAs({
      ...someone,
      permissions: ['self', 'policy.project.manage', 'match.reverse.policy', 'user.enterprise.read'],
    }),
    [`GET ${PROJECTS}/p1`]: json(shown),
    [`GET ${PROJECTS}/facts`]: json([]),
    'GET /api/policy/policies': json({ items: [], total: 0, page: 1, size: 50 }),
    'GET /api/user/reference/institutions': json([]),
    'GET /api/match/self-checks/policies': json({ choices: [] }),
    'GET /api/policy/manage/facts': json([
      {
        name: 'employees',
        label: '职工总数',
        group: '人员',
        unit: '人',
        kind: 'INTEGER',
        choices: [],
        aliases: [],
        derived: false,
        operators: ['>=', '<='],
      },
    ]),
    'POST /api/policy/manage/criteria/preview': json(told),
    ...answers,
  });
  renderAt(
    path,
    <AntdRoot>
      <SignedIn>
        <ProjectPage />
      </SignedIn>
    </AntdRoot>,
    path.startsWith('/projects/new') ? '/projects/new' : '/projects/:id',
  );
  return sent;
}

const body = (sent: ReturnType<typeof open>, method: string, path: string) =>
  sent.find((one) => one.method === method && one.url.pathname === path)?.body as {
    policyId?: string;
    project?: Record<string, unknown>;
  };

it('whom a project is for is said by conditions of its own, with their words beside them', async () => {
  const sent = open('/projects/p1', { [`PUT ${PROJECTS}/p1`]: json({ ...project, version: 5 }) });
  expect(await screen.findByRole('radio', { name: '另设条件' })).toBeChecked();
  expect(await screen.findByText('职工总数 不低于 10 人')).toBeInTheDocument();
  expect(
    await within(screen.getByRole('region', { name: '条件预览' })).findByText(/要求/),
  ).toBeInTheDocument();

  await userEvent.click(screen.getByRole('radio', { name: '仅限对象' }));
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));
  await waitFor(() =>
    expect(body(sent, 'PUT', `${PROJECTS}/p1`)?.project).toMatchObject({ criteria, barring: true }),
  );
});

it('it may be for all that its policy is for, and who changes their mind finds what they wrote', async () => {
  const sent = open('/projects/p1', { [`PUT ${PROJECTS}/p1`]: json({ ...project, version: 5 }) });
  await userEvent.click(await screen.findByRole('radio', { name: '与政策条件一致' }));
  expect(screen.queryByText('职工总数 不低于 10 人')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: '另设条件' }));
  expect(await screen.findByText('职工总数 不低于 10 人')).toBeInTheDocument();

  await userEvent.click(screen.getByRole('radio', { name: '与政策条件一致' }));
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));
  await waitFor(() => expect(body(sent, 'PUT', `${PROJECTS}/p1`)).toBeDefined());
  expect(body(sent, 'PUT', `${PROJECTS}/p1`).project).not.toHaveProperty('criteria');
});

it('conditions that were chosen and not written are asked for, and nothing is sent', async () => {
  const sent = open('/projects/p1', {}, { ...project, criteria: undefined, audience: [] });
  expect(await screen.findByRole('radio', { name: '与政策条件一致' })).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: '另设条件' }));
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));
  expect(await screen.findByText('请添加申报对象的条件，或选择“与政策条件一致”')).toBeInTheDocument();
  expect(body(sent, 'PUT', `${PROJECTS}/p1`)).toBeUndefined();
});

it('what is wrong with a condition stands at its place', async () => {
  open('/projects/p1', {
    [`PUT ${PROJECTS}/p1`]: problem(422, 'CRITERIA_FAULTY', {
      detail: '申报对象的条件有 1 处错误：不存在的指标',
      faults: [{ path: '', member: 'fact', code: 'FACT_UNKNOWN', message: '没有这个指标' }],
    }),
  });
  await screen.findByText('职工总数 不低于 10 人');
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));
  expect(await screen.findByText('没有这个指标')).toBeInTheDocument();
  expect(screen.getByText('申报对象的条件有 1 处错误：不存在的指标')).toBeInTheDocument();
});

it('how many are meant now is told on demand, with who they are', async () => {
  const sent = open('/projects/p1', {
    [`POST ${AUDIENCE}`]: json(reached),
    [`POST ${AUDIENCE}/enterprises`]: json({
      items: [
        {
          enterpriseId: 'e1',
          name: '某机械有限公司',
          uscc: '91500113MAX5XQ4WX4',
          townName: '某镇',
          outcome: 'ELIGIBLE',
          degree: 100,
          completeness: 100,
          reasons: ['已满足 2 项，共 2 项'],
        },
      ],
      total: 12,
      page: 1,
      size: 20,
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '核对现在有多少企业符合' }));
  expect(await screen.findByText(/符合 12 家，差一项 3 家/)).toBeInTheDocument();
  expect(body(sent, 'POST', AUDIENCE)).toEqual({ policyId: 'n06', criteria });

  await userEvent.click(screen.getByRole('button', { name: '查看名单' }));
  expect(await screen.findByRole('link', { name: '某机械有限公司' })).toHaveAttribute(
    'href',
    '/enterprises/e1',
  );
  expect(body(sent, 'POST', `${AUDIENCE}/enterprises`)).toMatchObject({ outcome: 'ELIGIBLE', page: 1 });
});

it('limits of what is for the enterprises alone are counted, and the page says why it lists nobody', async () => {
  open('/projects/p1', {
    [`POST ${AUDIENCE}`]: json({
      ...reached,
      listed: false,
      eligible: undefined,
      nearly: undefined,
      ineligible: undefined,
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '核对现在有多少企业符合' }));
  expect(await screen.findByText(/符合 不列家数，待补充 40 家/)).toHaveTextContent(/只列家数，不列名单/);
  expect(screen.queryByRole('button', { name: '查看名单' })).toBeNull();
});

it('where such figures decide of very few, nobody is counted', async () => {
  open('/projects/p1', {
    [`POST ${AUDIENCE}`]: json({
      ...reached,
      listed: false,
      withheld: true,
      eligible: undefined,
      nearly: undefined,
      unknown: undefined,
      ineligible: undefined,
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '核对现在有多少企业符合' }));
  expect(await screen.findByText(/其中有的只决定不足 3 家企业的结论.*不列家数/)).toBeInTheDocument();
});

it('a copy has all that the other one asks, its audience too, and days of its own', async () => {
  const sent = open('/projects/new?from=p1', { [`POST ${PROJECTS}`]: json({ ...project, id: 'p2' }, 201) });
  expect(await screen.findByDisplayValue('设备更新申报（副本）')).toBeInTheDocument();
  expect(screen.getByRole('radio', { name: '另设条件' })).toBeChecked();
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));
  await waitFor(() =>
    expect(body(sent, 'POST', PROJECTS)?.project).toMatchObject({ criteria, barring: false }),
  );
  expect(body(sent, 'POST', PROJECTS).policyId).toBe('n06');
  expect(body(sent, 'POST', PROJECTS).project!.closesOn).not.toBe('2026-02-28');
});

it('a step can be for another person than who passed those before it, and the first one cannot', async () => {
  const steps = [
    { kind: 'ACCEPTANCE', workingDays: 3, maySendBack: true },
    { kind: 'APPROVAL', workingDays: 10, maySendBack: false },
  ];
  const sent = open(
    '/projects/p1',
    { [`PUT ${PROJECTS}/p1`]: json({ ...project, steps, version: 5 }) },
    { ...project, steps },
  );
  await userEvent.click(
    await screen.findByRole('checkbox', { name: '须由未办理前面环节的人员办理（该部门至少要有两名经办人）' }),
  );
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));
  await waitFor(() =>
    expect(body(sent, 'PUT', `${PROJECTS}/p1`)?.project).toMatchObject({
      steps: [steps[0], { ...steps[1], anotherPerson: true }],
    }),
  );
});
