import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { renderAt } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { ListPage } from './ListPage';

interface Row {
  id: string;
  name: string;
}

const rows: Row[] = [
  { id: '1', name: '重庆渝巴精密机械有限公司' },
  { id: '2', name: '重庆界石物流有限公司' },
];

function list(load: () => Promise<{ items: Row[]; total: number; page: number; size: number }>) {
  return (
    <AntdRoot>
      <ListPage<Row>
        title="企业"
        queryKey={['rows']}
        load={load}
        rowKey="id"
        columns={[{ title: '名称', key: 'name', dataIndex: 'name', sorter: true }]}
        filters={[
          { kind: 'text', name: 'q', label: '关键词' },
          { kind: 'select', name: 'status', label: '状态', options: [{ value: 'A', label: '正常' }] },
        ]}
        selectable
        toolbar={(selected) => <span>已选 {selected.length}</span>}
      />
    </AntdRoot>
  );
}

const some = () => Promise.resolve({ items: rows, total: 45, page: 1, size: 20 });

it('asks for what the address says and shows it', async () => {
  const load = vi.fn(some);
  renderAt('/list?q=渝巴&page=2', list(load));
  expect(await screen.findByText('重庆界石物流有限公司')).toBeInTheDocument();
  expect(load).toHaveBeenCalledWith(
    expect.objectContaining({ q: '渝巴', page: 2, size: 20 }),
    expect.anything(),
  );
  expect(screen.getByLabelText('关键词')).toHaveValue('渝巴');
  expect(screen.getByText('共 45 条')).toBeInTheDocument();
});

it('a search goes to the address, from the first page', async () => {
  const { router } = renderAt('/list?page=3', list(some));
  await userEvent.type(await screen.findByLabelText('关键词'), ' 界石 ');
  await userEvent.click(screen.getByRole('button', { name: '查询' }));
  expect(router.state.location.search).toBe(`?q=${encodeURIComponent('界石')}`);
});

it('a click on a column sorts on the server', async () => {
  const load = vi.fn(some);
  renderAt('/list', list(load));
  await screen.findByText('重庆界石物流有限公司');
  await userEvent.click(within(screen.getByRole('columnheader', { name: '名称' })).getByText('名称'));
  await waitFor(() =>
    expect(load).toHaveBeenLastCalledWith(expect.objectContaining({ sort: 'name,asc' }), expect.anything()),
  );
});

it('hands the selected rows to the toolbar', async () => {
  renderAt('/list', list(some));
  await screen.findByText('重庆界石物流有限公司');
  await userEvent.click(screen.getAllByRole('checkbox')[1]!);
  expect(screen.getByText('已选 1')).toBeInTheDocument();
});

it('says why there is nothing', async () => {
  renderAt(
    '/list?q=zzz',
    list(() => Promise.resolve({ items: [], total: 0, page: 1, size: 20 })),
  );
  expect(await screen.findByText('没有符合条件的内容，换个条件试试')).toBeInTheDocument();
});

it('shows a refusal in place of the table', async () => {
  renderAt(
    '/list',
    list(() => Promise.reject(new ProblemError({ status: 403, code: 'FORBIDDEN', detail: '无权查看' }))),
  );
  expect(await screen.findByText('无权查看')).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});
