import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, useMe, type FactDetail } from '@/shared/api';
import { label } from '@/shared/i18n';
import { NONE, numberText } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';
import { FactDrawer, factQuery } from './FactDrawer';
import { FactForm } from './FactForm';

const SOURCES = ['REGISTER', 'SELF', 'TAX', 'DERIVED'] as const;

/** 指标字典: what conditions can ask for, with unit, source, period, formula, and who may learn it. */
export default function FactsPage() {
  const { can } = useMe();
  const queries = useQueryClient();
  const [open, setOpen] = useState<{ name: string; label: string }>();
  const [editing, setEditing] = useState<FactDetail | 'new'>();
  const groups = useQuery({
    queryKey: ['facts', 'groups'],
    queryFn: ({ signal }) => api.get('/api/match/facts/groups', { signal }),
    staleTime: Infinity,
  });
  return (
    <>
      <ListPage
        title="指标字典"
        intro="政策条件、产品条件和标签所用的指标：单位、来源、期间、公式和可见范围"
        queryKey={['facts', 'list']}
        path="/api/match/facts"
        rowKey="name"
        exportPath="/api/match/facts/export"
        toolbar={() =>
          can('match.fact.manage') && <MainButton onClick={() => setEditing('new')}>新增指标</MainButton>
        }
        filters={[
          { kind: 'text', name: 'q', label: '指标', placeholder: '名称、编码或说明' },
          {
            kind: 'select',
            name: 'group',
            label: '分组',
            loading: groups.isPending,
            options: (groups.data ?? []).map((value) => ({ value, label: value })),
          },
          {
            kind: 'select',
            name: 'source',
            label: '来源',
            options: SOURCES.map((value) => ({ value, label: label('factSource', value) })),
          },
          {
            kind: 'select',
            name: 'retired',
            label: '状态',
            options: [
              { value: 'false', label: '使用中' },
              { value: 'true', label: '已停用' },
            ],
          },
        ]}
        columns={[
          {
            key: 'label',
            title: '指标名称',
            sorter: true,
            render: (_, fact) => (
              <>
                <Button type="link" style={{ padding: 0 }} onClick={() => setOpen(fact)}>
                  {fact.label}
                </Button>
                <span className={pageCss.sub}>{fact.name}</span>
              </>
            ),
          },
          { key: 'group', title: '分组', sorter: true, width: 120, dataIndex: 'group' },
          { key: 'unit', title: '单位', width: 72, render: (_, fact) => fact.unit ?? NONE },
          {
            key: 'source',
            title: '来源',
            sorter: true,
            width: 104,
            render: (_, fact) => label('factSource', fact.source),
          },
          { key: 'period', title: '期间', width: 112, dataIndex: 'period' },
          { key: 'visibleTo', title: '可见范围', width: 180, dataIndex: 'visibleTo' },
          {
            key: 'policies',
            title: '引用政策',
            sorter: true,
            align: 'right',
            width: 108,
            render: (_, fact) => <span className="zq-num">{numberText(fact.policies)}</span>,
          },
          {
            key: 'tags',
            title: '引用标签',
            sorter: true,
            align: 'right',
            width: 108,
            render: (_, fact) => <span className="zq-num">{numberText(fact.tags)}</span>,
          },
        ]}
        scrollX={1100}
      />
      <FactDrawer of={open} onClose={() => setOpen(undefined)} onEdit={setEditing} />
      <FactForm
        key={typeof editing === 'object' ? editing.fact.name + editing.edition : 'new'}
        open={!!editing}
        fact={typeof editing === 'object' ? editing : undefined}
        onClose={() => setEditing(undefined)}
        onLoad={async (name) => setEditing(await queries.fetchQuery(factQuery(name)))}
        onDone={() => void queries.invalidateQueries({ queryKey: ['facts'] })}
      />
    </>
  );
}
