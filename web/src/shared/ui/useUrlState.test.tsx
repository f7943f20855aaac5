import { act, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { expect, it } from 'vitest';
import { renderAt } from '../test/render';
import { useListUrlState, type ListUrlState } from './useUrlState';

let state: ListUrlState<'/api/code/claims'>;

function List() {
  const own = useListUrlState<'/api/code/claims'>({ size: 20, sort: 'submittedAt,desc' });
  useEffect(() => {
    state = own;
  });
  return <p>{JSON.stringify(own.query)}</p>;
}

it('an address is a whole state', () => {
  renderAt('/list?q=渝&status=A&status=B&page=3&size=50&sort=name,asc', <List />);
  expect(state).toMatchObject({
    filters: { q: '渝', status: ['A', 'B'] },
    page: 3,
    size: 50,
    sort: 'name,asc',
  });
  expect(state.query).toEqual({ q: '渝', status: ['A', 'B'], page: 3, size: 50, sort: 'name,asc' });
});

it('nonsense in the address falls back to the defaults', () => {
  renderAt('/list?page=-2&size=9999', <List />);
  expect(state).toMatchObject({ page: 1, size: 200, sort: 'submittedAt,desc', filters: {} });
});

it('a new filter starts at the first page and keeps the others', () => {
  const { router } = renderAt('/list?status=A&page=4', <List />);
  act(() => state.setFilters({ q: '渝巴' }));
  expect(router.state.location.search).toBe(`?status=A&q=${encodeURIComponent('渝巴')}`);
});

it('an emptied filter leaves the address', () => {
  const { router } = renderAt('/list?q=x&status=A', <List />);
  act(() => state.setFilters({ q: '', status: undefined }));
  expect(router.state.location.search).toBe('');
});

it('defaults do not show in the address', () => {
  const { router } = renderAt('/list?page=2&size=50', <List />);
  act(() => state.setPage(1, 20));
  expect(router.state.location.search).toBe('');
  act(() => state.setSort('name,asc'));
  expect(router.state.location.search).toBe('?sort=name%2Casc');
  act(() => state.setSort('submittedAt,desc'));
  expect(router.state.location.search).toBe('');
});

it('a list that begins with what waits says so of an address that asks for nothing, and all of it can be asked for', () => {
  function Inbox() {
    const own = useListUrlState<'/api/code/claims'>({
      sort: 'submittedAt,desc',
      begin: { filters: { status: 'SUBMITTED' }, sort: 'dueAt,asc' },
    });
    useEffect(() => {
      state = own;
    });
    return null;
  }
  const { router } = renderAt('/list', <Inbox />);
  expect(state.query).toEqual({ status: 'SUBMITTED', page: 1, size: 20, sort: 'dueAt,asc' });
  act(() => state.setFilters({ q: '甲' }));
  expect(router.state.location.search).toBe(`?status=SUBMITTED&q=${encodeURIComponent('甲')}`);
  act(() => state.setFilters({ q: '', status: '' }));
  expect(router.state.location.search).toBe('?status=');
  expect(state.query).toEqual({ page: 1, size: 20, sort: 'submittedAt,desc' });
  expect(state.filters).toEqual({});
  act(() => state.setFilters({ status: 'APPROVED' }));
  expect(state.query).toMatchObject({ status: 'APPROVED', sort: 'submittedAt,desc' });
  act(() => state.reset());
  expect(state.filters).toEqual({ status: 'SUBMITTED' });
});

it('going back brings the earlier list', async () => {
  const { router } = renderAt('/list', <List />);
  act(() => state.setPage(2));
  await act(() => router.navigate(-1));
  expect(screen.getByText(/"page":1/)).toBeInTheDocument();
});
