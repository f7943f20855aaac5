import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAt } from '@/shared/test/render';
import { SearchList } from './List';

const state = (page: number, q?: string) => ({
  filters: q ? { q } : {},
  page,
  size: 10,
  setFilters: () => undefined,
  setSort: () => undefined,
});

function List({
  page,
  total,
  q,
  items = [],
}: {
  page: number;
  total: number;
  q?: string;
  items?: { id: string }[];
}) {
  const query = useQuery({
    queryKey: ['list', page],
    queryFn: () => ({ items, total }),
  });
  return (
    <SearchList
      state={state(page, q)}
      query={query}
      placeholder="搜索"
      filters={null}
      sorts={[]}
      home="/policies"
      row={(item) => item.id}
    />
  );
}

it('an address beyond the last page is told so, and leads to it under the same conditions', async () => {
  renderAt('/policies?q=专项&page=9999', <List page={9999} total={49} />);

  expect(await screen.findByText('没有第 9999 页，共 5 页')).toBeInTheDocument();
  expect(screen.queryByText(/没有符合条件的内容/)).toBeNull();
  const to = new URL(screen.getByRole<HTMLAnchorElement>('link', { name: '到最后一页' }).href);
  expect(to.searchParams.get('page')).toBe('5');
  expect(to.searchParams.get('q')).toBe('专项');
});

it('a list in which nothing was found says that, and lets the conditions go', async () => {
  renderAt('/policies?q=专项', <List page={1} total={0} q="专项" />);

  expect(await screen.findByText(/没有符合条件的内容/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '清除条件' })).toHaveAttribute('href', '/policies');
});

it('a list that is empty without conditions speaks of none', async () => {
  renderAt('/policies', <List page={1} total={0} />);

  expect(await screen.findByText('暂无内容')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: '清除条件' })).toBeNull();
});

it('how many there are is said once where one page holds them all', async () => {
  renderAt('/policies', <List page={1} total={2} items={[{ id: '甲' }, { id: '乙' }]} />);

  expect(await screen.findByText('甲')).toBeInTheDocument();
  expect(screen.getAllByText(/^共 2 条/)).toHaveLength(1);
  expect(screen.queryByRole('navigation', { name: '分页' })).toBeNull();
});
