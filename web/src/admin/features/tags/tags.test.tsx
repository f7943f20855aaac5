import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import FactsPage from '../facts/FactsPage';
import { EnterpriseTags } from './EnterpriseTags';
import TagEditPage from './TagEditPage';
import TagPage from './TagPage';
import TagsPage from './TagsPage';

const ALL = ['match.tag.read', 'match.tag.manage', 'match.tag.assign', 'match.fact.read'];
const page = (items: object[]) => json({ items, total: items.length, page: 1, size: 20 });
const tag = {
  id: 't1',
  subject: 'ENTERPRISE',
  kind: 'BASIC',
  category: '园区',
  name: '重点企业',
  derived: false,
  retired: false,
  holders: 3,
  updatedAt: '2026-11-20T10:00:00+08:00',
  version: 2,
};
const detail = { ...tag, conditions: [] };
const holder = {
  subjectId: 'e1',
  code: '91500113MAX5XQ4WX4',
  name: '重庆渝巴精密机械有限公司',
  state: 'HAS',
  reasons: [],
  setBy: '周敏',
  setByInstitution: '区经信委',
  setAt: '2026-11-20T10:00:00+08:00',
  note: '实地走访',
};
const refusal = problem(422, 'TAGGING_FAULTY', {
  detail: '有 1 处错误，没有保存任何标签：第 2 行：没有这家企业',
  errors: [{ field: 'rows[2]', code: 'SUBJECT_UNKNOWN', message: '第 2 行：没有这家企业' }],
});
const signedIn = (permissions: string[]) => ({
  'GET /bff/session': json({ signedIn: true }),
  'GET /api/auth/me': json({ ...someone, permissions }),
  'GET /api/user/reference/towns': json([]),
});
const open = (path: string, route: string, element: ReactNode) =>
  renderAt(
    path,
    <AntdRoot>
      <SignedIn>{element}</SignedIn>
    </AntdRoot>,
    route,
  );

it('the library says of each tag how it comes to somebody, and who may not keep it has no buttons', async () => {
  answerWith({
    ...signedIn(['match.tag.read']),
    'GET /api/match/tags/categories': json(['园区']),
    'GET /api/match/tags': page([
      tag,
      { ...tag, id: 't2', name: '研发型企业', kind: 'ADVANCED', derived: true },
    ]),
  });
  open('/tags', '/tags', <TagsPage />);

  expect(await screen.findByText('重点企业')).toHaveAttribute('href', '/tags/t1');
  expect(screen.getByText('按条件得出')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '新建标签' })).toBeNull();
  expect(screen.queryByRole('columnheader', { name: '操作' })).toBeNull();
});

it('a file with a wrong line is refused with that line', async () => {
  const sent = answerWith({
    ...signedIn(ALL),
    'GET /api/match/tags/categories': json([]),
    'GET /api/match/tags': page([tag]),
    'POST /api/match/tags/imports': refusal,
  });
  open('/tags', '/tags', <TagsPage />);

  await userEvent.click(await screen.findByRole('button', { name: '导入打标' }));
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  await userEvent.upload(input, new File(['x'], 'tags.csv', { type: 'text/csv' }));
  expect(await screen.findByText('tags.csv')).toBeInTheDocument();
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  await userEvent.click(screen.getByRole('button', { name: /^导\s*入$/ }));

  expect(await screen.findByText('没有这家企业')).toBeInTheDocument();
  expect(screen.getByRole('alert')).toHaveTextContent('没有设置任何标签');
});

it('a file that cannot be read stays told beside the way to mend it, until another one is chosen', async () => {
  const sent = answerWith({
    ...signedIn(ALL),
    'GET /api/match/tags/categories': json([]),
    'GET /api/match/tags': page([tag]),
    'POST /api/match/tags/imports': problem(400, 'FILE_UNREADABLE', {
      detail: '第一行应为表头，至少有“标签名称”和“统一社会信用代码”两列',
    }),
    'GET /api/match/tags/imports/template': problem(503, 'SERVICE_UNAVAILABLE'),
  });
  open('/tags', '/tags', <TagsPage />);

  await userEvent.click(await screen.findByRole('button', { name: '导入打标' }));
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  await userEvent.upload(input, new File(['x'], '名单.csv', { type: 'text/csv' }));
  await userEvent.click(screen.getByRole('button', { name: /^导\s*入$/ }));

  const told = await screen.findByRole('alert');
  expect(told).toHaveTextContent('没有读取“名单.csv”，没有设置任何标签');
  expect(told).toHaveTextContent('至少有“标签名称”和“统一社会信用代码”两列');
  await userEvent.click(screen.getByRole('button', { name: '下载企业打标模板' }));
  await waitFor(() =>
    expect(sent.find(({ url }) => url.pathname.endsWith('/template'))?.url.search).toBe(
      '?subject=ENTERPRISE',
    ),
  );
});

it('who has a tag is listed with who set it, and one is taken off', async () => {
  const sent = answerWith({
    ...signedIn([...ALL, 'user.enterprise.read']),
    'GET /api/match/tags/t1': json(detail),
    'GET /api/match/tags/t1/holders': page([holder]),
    'POST /api/match/tags/t1/holders/removals': json({ changed: 1, present: 0 }),
  });
  open('/tags/t1', '/tags/:id', <TagPage />);

  expect(await screen.findByText(holder.name)).toHaveAttribute('href', '/enterprises/e1');
  expect(screen.getByText(/区经信委 周敏/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: `取消标签 ${holder.name}` }));
  await userEvent.click(await screen.findByRole('button', { name: /^取消标签$/ }));
  await waitFor(() => expect(sent.some(({ url }) => url.pathname.endsWith('/holders/removals'))).toBe(true));
});

it('a tag that is set by hand asks for no conditions, and is saved under a key', async () => {
  const sent = answerWith({
    ...signedIn(ALL),
    'GET /api/match/tags/categories': json(['园区']),
    'POST /api/match/tags': json(detail, 201),
  });
  open('/tags/new', '/tags/new', <TagEditPage />);

  await userEvent.type(await screen.findByLabelText('标签名称'), '重点企业');
  await userEvent.type(screen.getByLabelText('分类'), '园区');
  expect(screen.queryByText('判定条件')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));

  const saved = () => sent.find(({ method }) => method === 'POST');
  await waitFor(() => expect(saved()).toBeDefined());
  const { body, headers } = saved()!;
  expect(body).toMatchObject({
    subject: 'ENTERPRISE',
    kind: 'BASIC',
    content: { name: '重点企业', category: '园区' },
  });
  expect(headers.get('Idempotency-Key')).toBeTruthy();
});

it('a tag that is derived is not sent without conditions, which are asked for at their place', async () => {
  const sent = answerWith({
    ...signedIn(ALL),
    'GET /api/match/tags/categories': json([]),
    'GET /api/policy/manage/facts': json([]),
    'POST /api/match/tags': json(detail, 201),
  });
  open('/tags/new', '/tags/new', <TagEditPage />);

  await userEvent.click(await screen.findByLabelText('进阶标签'));
  await userEvent.type(screen.getByLabelText('标签名称'), '研发型企业');
  await userEvent.type(screen.getByLabelText('分类'), '创新');
  await userEvent.click(screen.getByRole('button', { name: /保\s*存/ }));

  const place = screen.getByRole('region', { name: '判定条件' });
  expect(await within(place).findByText('请填写判定条件')).toBeInTheDocument();
  expect(screen.getByText(/有 1 处需要修改/).closest('[role="alert"]')).toHaveTextContent('请填写判定条件');
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
});

it('what the service says of the conditions stands at their place', async () => {
  const tree = { type: 'allOf', criteria: [{ type: 'unverified', reason: '待核实' }] };
  answerWith({
    ...signedIn(ALL),
    'GET /api/match/tags/categories': json([]),
    'GET /api/policy/manage/facts': json([]),
    'POST /api/policy/manage/criteria/preview': json({ faults: [], conditions: [], outcomes: [] }),
    'GET /api/match/tags/t1': json({ ...detail, derived: true, criteria: tree }),
    'PUT /api/match/tags/t1': problem(400, 'VALIDATION_FAILED', {
      errors: [
        {
          field: 'criteria',
          code: 'SINGLE',
          message: '基础标签只取自一项指标；几项条件组合请建进阶标签',
        },
      ],
    }),
  });
  open('/tags/t1/edit', '/tags/:id/edit', <TagEditPage />);

  await userEvent.click(await screen.findByRole('button', { name: /保\s*存/ }));
  const place = screen.getByRole('region', { name: '判定条件' });
  expect(await within(place).findByText(/基础标签只取自一项指标/)).toBeInTheDocument();
});

it('an enterprise shows its tags, derived ones with the reason', async () => {
  answerWith({
    ...signedIn(['match.tag.read']),
    'GET /api/match/enterprises/e1/tags': json([
      {
        tagId: 't2',
        name: '研发型企业',
        category: '经营',
        kind: 'ADVANCED',
        derived: true,
        state: 'HAS',
        reasons: ['研发人员数：要求 ≥ 5 人，现为 9 人，已满足'],
      },
    ]),
  });
  open('/', '/', <EnterpriseTags id="e1" uscc={holder.code} />);

  expect(await screen.findByText('研发型企业')).toBeInTheDocument();
  expect(screen.getByText('研发人员数：要求不低于 5 人，现为 9 人')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '打标签' })).toBeNull();
});

it('the dictionary opens a fact with its formula in words and where it is used', async () => {
  const fact = {
    name: 'rdStaffRatio',
    label: '研发人员占比',
    group: '计算指标',
    kind: 'NUMBER',
    unit: '%',
    source: 'DERIVED',
    period: '上年末',
    visibility: 'AUTHORITIES',
    visibleTo: '企业本人',
    choices: [],
    formula: 'rdStaff ÷ employees',
    policies: 1,
    products: 0,
    tags: 1,
  };
  answerWith({
    ...signedIn(ALL),
    'GET /api/match/facts/groups': json(['计算指标']),
    'GET /api/match/facts': page([fact]),
    'GET /api/match/facts/rdStaffRatio/editions': json([]),
    'GET /api/match/facts/rdStaffRatio': json({
      fact,
      edition: 1,
      shipped: true,
      closable: 'UP',
      calculationWords: '研发人员数 ÷ 职工总数',
      inputs: [
        { code: 'rdStaff', name: '研发人员数' },
        { code: 'employees', name: '职工总数' },
      ],
      derived: [],
      policies: [{ code: 'N01', name: '高新技术企业认定管理办法' }],
      products: [],
      tags: [{ code: 't2', name: '研发型企业' }],
    }),
  });
  open('/facts', '/facts', <FactsPage />);

  await userEvent.click(await screen.findByRole('button', { name: '研发人员占比' }));
  const drawer = within(await screen.findByRole('dialog'));
  expect(await drawer.findByText('研发人员数 ÷ 职工总数')).toBeInTheDocument();
  expect(drawer.getByText('高新技术企业认定管理办法')).toBeInTheDocument();
  expect(drawer.getByText('研发型企业')).toHaveAttribute('href', '/tags/t2');
});
