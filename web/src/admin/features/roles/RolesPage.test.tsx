import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { ME } from '@/shared/api';
import { answerWith, json, problem } from '@/shared/test/http';
import { renderAt, SignedIn, someone } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import RolesPage from './RolesPage';

const role = {
  code: 'R_1',
  name: '受限经理',
  description: '',
  preset: false,
  editable: true,
  duty: 'NONE',
  institutionId: 'bank',
  institutionName: '某银行',
  version: 3,
};
const detail = {
  ...role,
  permissions: ['self', 'finance.handle'],
  fields: {},
  scopes: [],
  members: ['李敏'],
};

function open(answers: Record<string, Response>) {
  const sent = answerWith({
    'GET /api/user/roles': json({
      items: [{ ...role, permissions: 1, members: 1 }],
      total: 1,
      page: 1,
      size: 20,
    }),
    'GET /api/user/roles/R_1': json(detail),
    'GET /api/user/permissions': json({ applications: [] }),
    'GET /api/user/sensitive-fields': json([]),
    'GET /api/user/scoped-resources': json([]),
    'GET /api/user/reference/towns': json([]),
    'GET /api/user/reference/institutions': json([]),
    ...answers,
  });
  const { queries } = renderAt(
    '/roles',
    <AntdRoot>
      <SignedIn>
        <RolesPage />
      </SignedIn>
    </AntdRoot>,
  );
  queries.setQueryData(ME, { ...someone, permissions: ['self', 'user.role.manage'] });
  return (method: string, path: string) =>
    sent.find((one) => one.method === method && one.url.pathname === path)?.body;
}

async function edit(name: string) {
  await userEvent.click(await screen.findByRole('button', { name: '编辑' }));
  const drawer = await screen.findByRole('dialog');
  fireEvent.change(within(drawer).getByLabelText('角色名称'), { target: { value: name } });
  await userEvent.click(within(drawer).getByRole('button', { name: '保存' }));
}

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('a role that is changed is saved as it was read, without what everybody may', async () => {
  const took = open({ 'PUT /api/user/roles/R_1': new Response(null, { status: 204 }) });
  await edit('客户经理');
  expect(await screen.findByText('角色已保存')).toBeInTheDocument();
  expect(took('PUT', '/api/user/roles/R_1')).toEqual({
    name: '客户经理',
    description: '',
    permissions: ['finance.handle'],
    version: 3,
  });
});

it('who is the second to change a role is told so, and not that it was saved', async () => {
  open({ 'PUT /api/user/roles/R_1': problem(409, 'VERSION_CONFLICT', { detail: '内容已被他人修改' }) });
  await edit('客户经理');
  const told = await screen.findByText(/改动过这个角色/);
  expect(told).toHaveTextContent('本次操作没有生效');
  expect(screen.queryByText('角色已保存')).toBeNull();
});

it('how far a role reaches is asked in a drawer of its own', async () => {
  const took = open({ 'PUT /api/user/roles/R_1/scopes': new Response(null, { status: 204 }) });
  await userEvent.click(await screen.findByRole('button', { name: '更多' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: '数据权限' }));
  const drawer = await screen.findByRole('dialog');
  expect(drawer).toHaveTextContent('数据权限：受限经理');
  await userEvent.click(within(drawer).getByRole('button', { name: '保存' }));
  await waitFor(() => expect(took('PUT', '/api/user/roles/R_1/scopes')).toEqual({ scopes: [], version: 3 }));
});
