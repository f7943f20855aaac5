import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../../test/http';
import { renderAt } from '../../test/render';
import { AntdRoot } from './AntdRoot';
import { ListPage } from './ListPage';

const rows = [
  { id: '1', name: '重庆渝巴精密机械有限公司' },
  { id: '2', name: '重庆界石物流有限公司' },
];
const page = (items: object[], total: number) => json({ items, total, page: 1, size: 20 });
const answered = (answer: Response) => answerWith({ 'GET /api/user/enterprises': answer });

function list(empty?: { title: string; hint?: string }, defaultSort?: string) {
  return (
    <AntdRoot>
      <ListPage
        title="企业"
        queryKey={['rows']}
        path="/api/user/enterprises"
        rowKey="id"
        defaultSort={defaultSort}
        columns={[{ title: '名称', key: 'name', dataIndex: 'name', sorter: true }]}
        filters={[
          { kind: 'text', name: 'q', label: '关键词' },
          { kind: 'select', name: 'status', label: '状态', options: [{ value: 'ACTIVE', label: '正常' }] },
        ]}
        exportPath="/api/user/enterprises/export"
        empty={empty}
        selectable
        toolbar={(selected) => <span>已选 {selected.length}</span>}
      />
    </AntdRoot>
  );
}

it('a list that says so has nothing to search nor to take away while it is empty, but once it was narrowed', async () => {
  answered(page([], 0));
  const bare = (
    <AntdRoot>
      <ListPage
        bare
        title="企业"
        queryKey={['rows']}
        path="/api/user/enterprises"
        rowKey="id"
        columns={[{ title: '名称', key: 'name', dataIndex: 'name' }]}
        filters={[{ kind: 'text', name: 'q', label: '关键词' }]}
        tabs={{ name: 'status', label: '状态', options: [{ value: 'ACTIVE', label: '存续' }] }}
        exportPath="/api/user/enterprises/export"
        empty={{ title: '还没有企业' }}
      />
    </AntdRoot>
  );
  const { unmount } = renderAt('/rows', bare);
  expect((await screen.findAllByText('还没有企业'))[0]).toBeVisible();
  expect(screen.queryByLabelText('关键词')).toBeNull();
  expect(screen.queryByRole('button', { name: /导出/ })).toBeNull();
  expect(screen.queryByText('存续')).toBeNull();
  unmount();
  renderAt('/rows?q=x', bare);
  expect(await screen.findByLabelText('关键词')).toHaveValue('x');
});

const some = () => answered(page(rows, 45));

it('asks for what the address says and shows it', async () => {
  const sent = some();
  renderAt('/list?q=渝巴&page=2', list());
  expect(await screen.findByText('重庆界石物流有限公司')).toBeInTheDocument();
  expect(Object.fromEntries(sent[0]!.url.searchParams)).toEqual({ q: '渝巴', page: '2', size: '20' });
  expect(screen.getByLabelText('关键词')).toHaveValue('渝巴');
  expect(screen.getByText('共 45 条')).toBeInTheDocument();
});

it('a search goes to the address, from the first page', async () => {
  some();
  const { router } = renderAt('/list?page=3', list());
  await userEvent.type(await screen.findByLabelText('关键词'), ' 界石 ');
  await userEvent.click(screen.getByRole('button', { name: '查询' }));
  expect(router.state.location.search).toBe(`?q=${encodeURIComponent('界石')}`);
});

it('a click on a column sorts on the server', async () => {
  const sent = some();
  renderAt('/list', list());
  await screen.findByText('重庆界石物流有限公司');
  await userEvent.click(within(screen.getByRole('columnheader', { name: '名称' })).getByText('名称'));
  await waitFor(() => expect(sent.at(-1)!.url.searchParams.get('sort')).toBe('name,asc'));
});

it('a click on the column of the usual order turns it, and never does nothing', async () => {
  const sent = some();
  renderAt('/list', list(undefined, 'name,desc'));
  await screen.findByText('重庆界石物流有限公司');
  for (const wanted of ['name,asc', 'name,desc', 'name,asc']) {
    await userEvent.click(within(screen.getByRole('columnheader', { name: '名称' })).getByText('名称'));
    await waitFor(() => expect(sent.at(-1)!.url.searchParams.get('sort')).toBe(wanted));
  }
});

it('hands the selected rows to the toolbar', async () => {
  some();
  renderAt('/list', list());
  await screen.findByText('重庆界石物流有限公司');
  await userEvent.click(screen.getAllByRole('checkbox')[1]!);
  expect(screen.getByText('已选 1')).toBeInTheDocument();
});

it('says why there is nothing', async () => {
  answered(page([], 0));
  renderAt('/list?q=zzz', list());
  expect(await screen.findByText('没有符合条件的内容，换个条件试试')).toBeInTheDocument();
});

it('says what would stand there while there is nothing at all, but not of a search that finds nothing', async () => {
  answered(page([], 0));
  const { unmount } = renderAt('/list', list({ title: '还没有企业', hint: '由登记机关共享' }));
  expect(await screen.findByText('还没有企业')).toBeInTheDocument();
  expect(screen.getByText('由登记机关共享')).toBeInTheDocument();
  unmount();
  answered(page([], 0));
  renderAt('/list?q=zzz', list({ title: '还没有企业' }));
  expect(await screen.findByText('没有符合条件的内容，换个条件试试')).toBeInTheDocument();
  expect(screen.queryByText('还没有企业')).not.toBeInTheDocument();
});

it('shows a refusal in place of the table', async () => {
  answered(problem(403, 'FORBIDDEN', { detail: '无权查看' }));
  renderAt('/list', list());
  expect(await screen.findByText('无权查看')).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

it('a page that the list does not have becomes the last one, and back does not lead there', async () => {
  answerWith({ 'GET /api/user/enterprises': [page([], 45), page(rows, 45)] });
  const { router } = renderAt('/list?page=99999', list());
  expect(await screen.findByText('重庆界石物流有限公司')).toBeInTheDocument();
  expect(router.state.location.search).toBe('?page=3');
  expect(router.state.historyAction).toBe('REPLACE');
});

it('says that there are more columns only where the table is wider than its place', async () => {
  some();
  const { unmount } = renderAt('/list', list());
  await screen.findByText('重庆界石物流有限公司');
  expect(screen.queryByText(/左右滚动/)).toBeNull();
  unmount();
  const width = vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(1600);
  renderAt('/list', list());
  expect(await screen.findByText('表格较宽，左右滚动查看其余各列')).toBeInTheDocument();
  width.mockRestore();
});

it('takes out what is shown, by the same filter and in the same order, whatever page is open', async () => {
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
  const sent = answerWith({
    'GET /api/user/enterprises': page(rows, 45),
    'GET /api/user/enterprises/export': new Response('PK', {
      headers: { 'Content-Disposition': "attachment; filename*=UTF-8''%E4%BC%81%E4%B8%9A.xlsx" },
    }),
  });
  renderAt('/list?q=渝巴&page=2&sort=name,desc', list());
  await userEvent.click(await screen.findByRole('button', { name: '导出' }));
  expect(await screen.findByText('已导出 企业.xlsx')).toBeInTheDocument();
  const asked = sent.find((one) => one.url.pathname.endsWith('/export'))!;
  expect(Object.fromEntries(asked.url.searchParams)).toEqual({ q: '渝巴', sort: 'name,desc' });
});

it('a list that is too long to be taken out says so', async () => {
  answerWith({
    'GET /api/user/enterprises': page(rows, 200_000),
    'GET /api/user/enterprises/export': problem(422, 'EXPORT_TOO_LARGE', {
      detail: '请缩小查询范围后再导出',
    }),
  });
  renderAt('/list', list());
  await userEvent.click(await screen.findByRole('button', { name: '导出' }));
  expect(await screen.findByText(/请缩小查询范围后再导出/)).toBeInTheDocument();
});
