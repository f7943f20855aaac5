import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import { createQueryClient } from '@/shared/api';
import { answerWith, json, problem, type Sent } from '@/shared/test/http';
import { AntdRoot } from '@/shared/ui/antd';
import ReferencePage from './ReferencePage';

const park = {
  kind: 'PARK',
  code: 'P-1',
  name: '一号园',
  type: 'PARK_TYPE.INDUSTRIAL',
  typeName: '工业园区',
  parentCode: '500113103',
  parentName: '界石镇',
  loaded: false,
  retired: false,
  usedBy: 2,
  version: 4,
};
const report = { rows: 2, added: 1, changed: 0, same: 0, problemCount: 0, problems: [] };
let sent: Sent[];

const open = (answers: Record<string, Response>) => {
  sent = answerWith({
    'GET /api/user/reference-data': json({ items: [park], total: 1, page: 1, size: 20 }),
    ...answers,
  });
  const router = createMemoryRouter([{ path: '/', element: <ReferencePage /> }]);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AntdRoot>
        <RouterProvider router={router} />
      </AntdRoot>
    </QueryClientProvider>,
  );
};
const took = (method: string, path: string) =>
  sent.find((one) => one.method === method && one.url.pathname === path);

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('what is used is retired, and one is told where it stays', async () => {
  open({ 'POST /api/user/reference-data/PARK/P-1/retire': new Response(null, { status: 204 }) });
  await choose('停用');
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('已使用的 2 处照常显示');
  await userEvent.click(within(dialog).getByRole('button', { name: /停\s*用/ }));
  await waitFor(() =>
    expect(took('POST', '/api/user/reference-data/PARK/P-1/retire')?.body).toEqual({ version: 4 }),
  );
});

it('a refused deletion says by how many it is used', async () => {
  open({
    'DELETE /api/user/reference-data/PARK/P-1': problem(409, 'REFERENCE_IN_USE', {
      detail: '“一号园”有 2 处正在使用，不能删除，可以停用',
    }),
  });
  await choose('删除');
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /删\s*除/ }));
  expect(await screen.findByText(/有 2 处正在使用/)).toBeInTheDocument();
});

it('a file with a wrong line is told which one, and cannot be taken', async () => {
  open({
    'POST /api/user/reference-data/PARK/import/check': json({
      ...report,
      problemCount: 1,
      problems: [{ line: 3, code: 'P-2', field: 'name', message: '名称以文字或数字开头' }],
    }),
  });
  await userEvent.click(await screen.findByRole('button', { name: /导\s*入/ }));
  expect(await screen.findByRole('button', { name: '下载模板' })).toBeVisible();
  await give();
  expect(await screen.findByText('第 3 行 名称：名称以文字或数字开头')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: '确认导入' })).toBeDisabled();
});

it('a good file is taken after it was said what it does', async () => {
  open({
    'POST /api/user/reference-data/PARK/import/check': json(report),
    'POST /api/user/reference-data/PARK/import': json(report),
  });
  await userEvent.click(await screen.findByRole('button', { name: /导\s*入/ }));
  await give();
  expect(await screen.findByText(/新增 1 条，修改 0 条/)).toBeInTheDocument();
  expect(took('POST', '/api/user/reference-data/PARK/import')).toBeUndefined();
  await userEvent.click(screen.getByRole('button', { name: '确认导入' }));
  await waitFor(() => expect(took('POST', '/api/user/reference-data/PARK/import')).toBeDefined());
});

it('a file is taken once, also by a double click', async () => {
  open({
    'POST /api/user/reference-data/PARK/import/check': json(report),
    'POST /api/user/reference-data/PARK/import': json(report),
  });
  await userEvent.click(await screen.findByRole('button', { name: /导\s*入/ }));
  await give();
  await userEvent.dblClick(await screen.findByRole('button', { name: '确认导入' }));
  expect(await screen.findByText(/已导入：新增 1 条/)).toBeInTheDocument();
  expect(sent.filter(({ url }) => url.pathname.endsWith('/import'))).toHaveLength(1);
});

async function choose(action: string) {
  await userEvent.click(await screen.findByRole('button', { name: '更多' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: action }));
}

async function give() {
  const input = await waitFor(() => document.querySelector<HTMLInputElement>('input[type=file]')!);
  await userEvent.upload(input, new File(['代码,名称\nP-1,一号园\n'], '园区.csv', { type: 'text/csv' }));
}
