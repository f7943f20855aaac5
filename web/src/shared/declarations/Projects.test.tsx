import { cleanup, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Declaration, DeclarationRow } from '../api';
import { answerWith, json } from '../test/http';
import { renderAt, someone } from '../test/render';
import { DeclarationProgress } from './DeclarationProgress';
import { MyDeclarations, ProjectList } from './Projects';

const row = {
  id: 'd1',
  projectTitle: '专精特新培育',
  status: 'IN_REVIEW',
  step: 'APPROVAL',
  stepIndex: 1,
  stepInstitutionName: '区经信委',
  savedAt: '2026-11-01T10:00:00+08:00',
  submittedAt: '2026-11-02T10:00:00+08:00',
  demo: false,
  promise: {
    id: 'p',
    state: 'RUNNING',
    workingDays: 5,
    dueOn: '2026-12-07',
    remainingWorkingDays: 3,
    broken: false,
  },
} as unknown as DeclarationRow;

const shown = (item: DeclarationRow) => {
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/policy/my/declarations': json({ items: [item], total: 1, page: 1, size: 100 }),
  });
  renderAt('/', <MyDeclarations />);
};

it('while a step waits its promised date stands in the list', async () => {
  shown(row);
  expect(await screen.findByText('承诺 2026-12-07 前办结本环节')).toBeInTheDocument();
});

it('of what was decided nothing is promised any more: it says when it was', async () => {
  shown({ ...row, status: 'APPROVED', decidedAt: '2026-11-05T09:30:00+08:00' });
  expect(await screen.findByText('办结于 2026-11-05 09:30')).toBeInTheDocument();
  expect(screen.queryByText(/承诺/)).not.toBeInTheDocument();
});

it('a draft says when its project takes nothing more', async () => {
  shown({ ...row, status: 'DRAFT', submittedAt: undefined, promise: undefined, draftWindow: 'OVER' });
  expect(await screen.findByText('该项目已截止申报，不能再提交；草稿已保留')).toBeInTheDocument();
  cleanup();
  shown({ ...row, status: 'DRAFT', submittedAt: undefined, promise: undefined, draftWindow: 'POLICY_OVER' });
  expect(await screen.findByText(/^该项目依据的政策已到期，不能再提交/)).toBeInTheDocument();
});

it('a step that ends in what it is called is said once', () => {
  const entry = (step: string, label: string) =>
    ({ kind: 'PASSED', step, label, at: '2026-11-05T09:30:00+08:00', actor: '王工' }) as const;
  render(
    <DeclarationProgress
      of={
        {
          status: 'APPROVED',
          steps: [],
          stepIndex: 0,
          timeline: [entry('批准', '承办'), entry('批准', '批准')],
        } as unknown as Declaration
      }
    />,
  );
  expect(screen.getByText('批准 · 承办')).toBeInTheDocument();
  expect(screen.getByText('批准')).toBeInTheDocument();
});

it('an open project is not said to be there for an enterprise that it is surely not for', async () => {
  const project = (id: string, barring: boolean) => ({
    id,
    title: `项目${id}`,
    window: 'OPEN',
    barring,
    policyTitle: '办法',
    institutionName: '区经信委',
    opensOn: '2026-11-01',
    closesOn: '2026-12-31',
    taken: 1,
    demo: false,
  });
  const list = (signedIn: object) =>
    answerWith({
      'GET /bff/session': json({ signedIn: true }),
      'GET /api/policy/projects': json({
        items: [project('a', true), project('b', true), project('c', false)],
        total: 3,
        page: 1,
        size: 50,
      }),
      'GET /api/policy/my/declarations': json({ items: [], total: 0, page: 1, size: 100 }),
      'GET /api/policy/my/projects/barred': json({ projects: ['a'] }),
      ...signedIn,
    });
  list({ 'GET /api/auth/me': json({ ...someone, permissions: ['self', 'policy.declare'] }) });
  const own = renderAt('/', <ProjectList />);
  expect(await screen.findByText('不符合申报对象')).toBeInTheDocument();
  expect(screen.getByText('项目a').closest('li')).not.toHaveTextContent('受理中');
  expect(screen.getByText('项目b').closest('li')).toHaveTextContent('受理中');
  expect(screen.getByText('项目c').closest('li')).toHaveTextContent('受理中');
  own.unmount();

  const sent = list({ 'GET /bff/session': json({ signedIn: false }) });
  renderAt('/', <ProjectList />);
  expect((await screen.findByText('项目a')).closest('li')).toHaveTextContent('受理中');
  expect(sent.some(({ url }) => url.pathname.endsWith('/barred'))).toBe(false);
});

it('a project says that it can be declared for, or that it was', async () => {
  const project = (id: string) => ({
    id,
    title: `项目${id}`,
    window: 'OPEN',
    policyTitle: '办法',
    institutionName: '区经信委',
    opensOn: '2026-11-01',
    closesOn: '2026-12-31',
    taken: 1,
    demo: false,
  });
  const mine = { ...row, status: 'APPROVED', projectId: 'a' };
  const again = { ...row, id: 'd2', status: 'WITHDRAWN', projectId: 'b' };
  answerWith({
    'GET /bff/session': json({ signedIn: true }),
    'GET /api/auth/me': json(someone),
    'GET /api/policy/projects': json({ items: [project('a'), project('b')], total: 2, page: 1, size: 50 }),
    'GET /api/policy/my/declarations': json({ items: [mine, again], total: 2, page: 1, size: 100 }),
  });
  renderAt('/', <ProjectList />);
  expect(await screen.findByText('已申报')).toBeInTheDocument();
  expect((await screen.findByText('项目a')).closest('li')).toHaveTextContent('已申报');
  expect(screen.getByText('项目b').closest('li')).toHaveTextContent('受理中');
});
