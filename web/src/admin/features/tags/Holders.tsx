import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Select, type TableColumnType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, saveFile, useMe, useSubmit, type TagDetail, type TagHolder } from '@/shared/api';
import { conditionText, dateText, Icon, NONE, Tag, Uscc } from '@/shared/ui';
import { ACTIONS, useProblems } from '@/shared/ui/antd';
import { useTowns } from '../../reference';
import { MainButton, pageCss, Panel } from '../../ui/page';
import { PagedRows } from '../../ui/PagedRows';
import reverseCss from '../reverse/ReversePage.module.css';
import { SetDrawer } from './SetDrawer';
import { optionsOf, STATES } from './words';

/** Who has a tag, as far as the reader reaches; of a derived one also who may. */
export function Holders({ tag }: { tag: TagDetail }) {
  const { can } = useMe();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const problems = useProblems();
  const derived = !!tag.criteria;
  const enterprises = tag.subject === 'ENTERPRISE';
  const mayAssign = can('match.tag.assign') && !derived && (enterprises || can('policy.manage'));
  const [setting, setSetting] = useState(false);
  const [townCode, setTown] = useState<string>();
  const [state, setState] = useState<TagHolder['state']>();
  const [page, setPage] = useState(1);
  const filter = { townCode, state };
  const query = useQuery({
    queryKey: ['tags', 'holders', tag.id, filter, page],
    queryFn: ({ signal }) =>
      api.get('/api/match/tags/{id}/holders', {
        path: { id: tag.id },
        query: { ...filter, page, size: 20 },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const towns = useTowns(enterprises);
  const refresh = () => queries.invalidateQueries({ queryKey: ['tags'] });
  const take = useSubmit(
    (row: TagHolder, idempotencyKey) =>
      api.post('/api/match/tags/{id}/holders/removals', {
        path: { id: tag.id },
        body: { codes: [row.code] },
        idempotencyKey,
      }),
    {
      about: (row) => row.subjectId,
      onSuccess: () => void message.success('已取消标签'),
      onError: (error) => problems(error),
      onSettled: refresh,
    },
  );
  const run = useMutation({
    mutationFn: () =>
      api.file('/api/match/tags/{id}/holders/export', { path: { id: tag.id }, query: filter }),
    onSuccess: ({ blob, name }) => {
      saveFile(blob, name);
      void message.success(`已导出 ${name}`);
    },
    onError: (error) => problems(error),
  });
  const narrowed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      setPage(1);
      set(value);
    };
  };
  const columns: TableColumnType<TagHolder>[] = [
    {
      key: 'name',
      title: enterprises ? '企业名称' : '政策名称',
      render: (_, row) => (
        <>
          {enterprises && can('user.enterprise.read') ? (
            <Link to={`/enterprises/${row.subjectId}`}>{row.name}</Link>
          ) : (
            row.name
          )}
          <span className={pageCss.sub}>{enterprises ? <Uscc of={row.code} /> : row.code}</span>
        </>
      ),
    },
    ...(enterprises
      ? [
          {
            key: 'townName',
            title: '镇街',
            width: 130,
            render: (_: unknown, row: TagHolder) => row.townName ?? NONE,
          },
        ]
      : []),
    ...(derived
      ? [
          {
            key: 'status',
            title: '结论',
            width: 110,
            render: (_: unknown, row: TagHolder) => (
              <Tag tone={row.state === 'HAS' ? 'good' : 'info'}>{STATES[row.state]}</Tag>
            ),
          },
          {
            key: 'reasons',
            title: '依据',
            render: (_: unknown, row: TagHolder) => (
              <ul className={reverseCss.reasons}>
                {row.reasons.map((reason) => (
                  <li key={reason}>{conditionText(reason)}</li>
                ))}
              </ul>
            ),
          },
        ]
      : [
          {
            key: 'setBy',
            title: '设置',
            render: (_: unknown, row: TagHolder) => (
              <>
                {[row.setByInstitution, row.setBy].filter(Boolean).join(' ')}
                <span className={pageCss.sub}>{row.setAt && dateText(row.setAt)}</span>
              </>
            ),
          },
          { key: 'note', title: '理由', render: (_: unknown, row: TagHolder) => row.note ?? NONE },
        ]),
    ...(mayAssign
      ? [
          {
            key: ACTIONS,
            title: '操作',
            width: 110,
            render: (_: unknown, row: TagHolder) => (
              <Popconfirm
                title={`取消“${row.name}”的标签？`}
                okText="取消标签"
                cancelText="保留"
                onConfirm={() => take.mutate(row)}
              >
                <Button type="link" size="small" aria-label={`取消标签 ${row.name}`}>
                  取消标签
                </Button>
              </Popconfirm>
            ),
          },
        ]
      : []),
  ];
  const rows = query.data?.items ?? [];
  return (
    <Panel
      title={`具有这个标签的${enterprises ? '企业' : '政策'}`}
      extra={
        <>
          <Button
            icon={<Icon name="download" size={16} />}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            导出
          </Button>{' '}
          {mayAssign && !tag.retired && <MainButton onClick={() => setSetting(true)}>打标签</MainButton>}
        </>
      }
    >
      {enterprises && (
        <div
          role="search"
          aria-label="筛选企业"
          style={{ display: 'flex', flexWrap: 'wrap', gap: 12, marginBottom: 16 }}
        >
          <Select
            aria-label="所属镇街"
            allowClear
            placeholder="全部镇街"
            style={{ minWidth: 180 }}
            loading={towns.isPending}
            options={(towns.data ?? []).map((town) => ({ value: town.code, label: town.name }))}
            value={townCode}
            onChange={narrowed(setTown)}
          />
          {derived && (
            <Select
              aria-label="结论"
              allowClear
              placeholder={STATES.HAS}
              style={{ minWidth: 140 }}
              options={optionsOf(STATES)}
              value={state}
              onChange={narrowed(setState)}
            />
          )}
        </div>
      )}
      <PagedRows
        name="具有这个标签的列表"
        query={query}
        rows={rows}
        rowKey="subjectId"
        columns={columns}
        empty={`数据权限内没有具有这个标签的${enterprises ? '企业' : '政策'}`}
        page={page}
        onPage={setPage}
      />
      <SetDrawer tag={tag} open={setting} onClose={() => setSetting(false)} onDone={() => void refresh()} />
    </Panel>
  );
}
