import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { Eligibility, ProjectDetail } from '../api';
import { answerWith, json, problem } from '../test/http';
import { renderAt, someone } from '../test/render';
import { ProjectBody } from './ProjectBody';

const project = {
  id: 'p1',
  policyId: 'n06',
  policyTitle: '设备更新政策',
  title: '设备更新申报',
  summary: '',
  institutionName: '区经信委',
  opensOn: '2026-11-01',
  closesOn: '2026-12-31',
  taken: 0,
  barring: true,
  audience: [{ label: '职工总数', text: '≥ 10 人', certain: true }],
  window: 'OPEN',
  demo: false,
  form: { groups: [] },
  materials: [],
  steps: [],
} as unknown as ProjectDetail;

const staff = (outcome: string, more: object = {}) => ({
  label: '职工总数',
  outcome,
  required: '≥ 10 人',
  certain: true,
  missingFacts: [],
  ...more,
});

const met = {
  asOf: '2026-11-28',
  outcome: 'ELIGIBLE',
  verified: true,
  conditions: [staff('MET', { label: '营业收入' })],
  missing: [],
};

const short = {
  ...met,
  outcome: 'NEARLY',
  conditions: [staff('NOT_MET', { gapText: '职工总数 7 人，还差 3 人' })],
};

function read(
  eligibility: Partial<Eligibility> | undefined,
  of: ProjectDetail = project,
  answers: Record<string, Response | Response[]> = {},
) {
  answerWith({
    'GET /bff/session': json({ signedIn: !!eligibility }),
    'GET /api/auth/me': json({ ...someone, permissions: ['self', 'policy.declare'] }),
    'GET /api/policy/my/projects/p1/eligibility': json(eligibility ?? {}),
    ...answers,
  });
  renderAt('/', <ProjectBody project={of} profile="/center/profile" />);
}

it('who is surely not meant reads what is short beside what is met, and cannot begin', async () => {
  read({ standing: met, audience: short, barred: true } as Partial<Eligibility>);
  expect(await screen.findByText('职工总数 7 人，还差 3 人')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '政策条件' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '本项目的申报对象' })).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('该项目只接受符合申报条件的企业申报');
  expect(screen.getByRole('button', { name: '立即申报' })).toBeDisabled();
});

it('what is unknown leads to where it is filled in, and bars nobody', async () => {
  const open = {
    ...met,
    outcome: 'UNKNOWN',
    conditions: [staff('UNKNOWN', { missingFacts: [{ name: 'employees', label: '职工总数' }] })],
  };
  read({ standing: met, audience: open, barred: false } as Partial<Eligibility>);
  const link = await screen.findByRole('link', { name: '职工总数' });
  expect(link).toHaveAttribute('href', '/center/profile');
  expect(screen.getByText('核对结果仅供参考，不影响申报，以部门审核为准。')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '立即申报' })).toBeEnabled();
});

it('who is refused at the beginning reads why, and how it stands by now', async () => {
  const before = { standing: met, audience: met, barred: false } as Partial<Eligibility>;
  read(before, project, {
    'GET /api/policy/my/projects/p1/eligibility': [
      json(before),
      json({ standing: met, audience: short, barred: true }),
    ],
    'POST /api/policy/my/declarations': problem(409, 'NOT_ELIGIBLE', {
      detail: '按现有信息，企业不符合该项目的申报条件，未达到：职工总数（要求 ≥ 10 人）',
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: '立即申报' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('未达到：职工总数（要求 ≥ 10 人）');
  expect(await screen.findByText('职工总数 7 人，还差 3 人')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '立即申报' })).toBeDisabled();
});

it('of a policy that begins later the day is told, and how it would stand: it may declare before', async () => {
  read(
    { standing: { ...met, beginsOn: '2999-01-01' }, audience: met, barred: false } as Partial<Eligibility>,
    { ...project, policyBeginsOn: '2999-01-01' },
  );
  expect(await screen.findByText('政策自 2999年1月1日 起施行，施行后您符合全部条件。')).toBeInTheDocument();
  expect(screen.getByText('尚未施行')).toBeInTheDocument();
  expect(screen.getByText('该政策自 2999年1月1日 起施行，施行前可以提前申报。')).toBeInTheDocument();
  expect(screen.queryByText('差一项')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: '立即申报' })).toBeEnabled();
});

it.each([
  ['SUBMITTED', '该政策自 2999年1月1日 起施行。'],
  ['DRAFT', '该政策自 2999年1月1日 起施行，施行前可以提前申报。'],
])('whether one may declare before the first day is told who has not yet: %s', async (status, words) => {
  read(
    { standing: short, audience: met, barred: false, declarationId: 'd1', status } as Partial<Eligibility>,
    { ...project, policyBeginsOn: '2999-01-01' },
  );
  expect(await screen.findByText('差一项')).toBeInTheDocument();
  expect(screen.getByText(words)).toBeInTheDocument();
  expect(!!screen.queryByText(/不影响申报/)).toBe(status === 'DRAFT');
});

it('a condition that is missing is told as one beside the day', async () => {
  read({ standing: { ...short, beginsOn: '2999-01-01' }, audience: met } as Partial<Eligibility>);
  expect(await screen.findByText('差一项')).toBeInTheDocument();
  expect(screen.getByText('政策自 2999年1月1日 起施行，施行后您还差一项。')).toBeInTheDocument();
});

it('while one of both cannot be asked the other is told', async () => {
  read({ standing: met, barred: false } as Partial<Eligibility>);
  expect(
    await screen.findByText('暂时无法核对本项目的申报对象，不影响填写，由部门审核。'),
  ).toBeInTheDocument();
  expect(screen.getByText('营业收入')).toBeInTheDocument();
});

it('a project without conditions of its own speaks of those of its policy alone', async () => {
  read({ standing: short, barred: true } as Partial<Eligibility>, { ...project, audience: [] });
  expect(await screen.findByText(/该项目只接受符合政策条件的企业申报/)).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: '本项目的申报对象' })).toBeNull();
});

it('who is not signed in reads in words whom the project is for, and who is let in', async () => {
  read(undefined, {
    ...project,
    audience: [
      ...project.audience,
      { label: '甲', text: '有发明专利', certain: true, group: '满足其一即可' },
      { label: '乙', text: '有软件著作权', certain: false, group: '满足其一即可' },
    ],
  });
  expect(await screen.findByRole('button', { name: '登录后申报' })).toBeInTheDocument();
  const words = within(screen.getByRole('region', { name: '申报条件' }));
  expect(words.getByText('本项目仅限符合政策条件、并满足以下条件的企业：')).toBeInTheDocument();
  const [one, others] = words.getAllByRole('listitem');
  expect(one).toHaveTextContent(/不低于\s10\s人/);
  expect(others).toHaveTextContent(/满足其一即可：有发明专利\s*；有软件著作权/);
});

it('what waits for the issuer alone is told apart from what can be filled in, and once', async () => {
  const words = '认定标准以工业和信息化部公布的原文为准';
  const unclear = {
    ...met,
    outcome: 'UNKNOWN',
    verified: false,
    conditions: [
      staff('UNKNOWN', {
        label: '待核实',
        certain: false,
        required: undefined,
        gapText: words,
        clause: words,
      }),
    ],
  };
  read({ standing: unclear, barred: false } as Partial<Eligibility>, { ...project, audience: [] });
  const section = within(await screen.findByRole('region', { name: '申报条件' }));
  expect(await section.findByText('条件待核实')).toBeInTheDocument();
  expect(section.getByText(/1 项条件待核实，企业无需补充/)).toBeInTheDocument();
  expect(section.queryByText(/待补充/)).toBeNull();
  expect(section.getAllByText(words)).toHaveLength(1);
  expect(section.getByText(/认定标准 ?$/)).toBeInTheDocument();
  expect(section.getAllByText('待核实')).toHaveLength(1);
});

it('where all places are taken nobody is sent to fill in what nobody takes', async () => {
  read({}, { ...project, barring: false, quota: 1, taken: 1 });
  expect(await screen.findByText(/该项目的申报名额已满，现在不能申报/)).toBeInTheDocument();
  expect(screen.getByText('名额已满')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '立即申报' })).not.toBeInTheDocument();
});

it('of a policy that came to its end the word is the one of the library, and of one that was replaced another', async () => {
  const none = { ...met, outcome: undefined, conditions: [] };
  const found = { standing: none, barred: false } as unknown as Partial<Eligibility>;
  read(found, { ...project, audience: [], window: 'POLICY_OVER' });
  expect(await screen.findByText('依据的政策已到期，不再核对政策条件。')).toBeInTheDocument();
  cleanup();
  read(found, { ...project, audience: [], window: 'POLICY_SUPERSEDED' });
  expect(await screen.findByText('依据的政策已被替代，现在不能申报。')).toBeInTheDocument();
  expect(screen.queryByText(/没有可自动核对的条件/)).toBeNull();
});

it('of a policy that was taken down it is not said that it has no conditions', async () => {
  const none = { ...met, outcome: undefined, conditions: [] };
  read({ standing: none, audience: none, barred: false } as unknown as Partial<Eligibility>, {
    ...project,
    audience: [],
    window: 'POLICY_WITHDRAWN',
  });

  expect(await screen.findByText('依据的政策已撤下，不再核对政策条件。')).toBeInTheDocument();
  expect(screen.getByText('依据的政策已撤下，现在不能申报。')).toBeInTheDocument();
  expect(screen.queryByText(/没有可自动核对的条件/)).toBeNull();
});
