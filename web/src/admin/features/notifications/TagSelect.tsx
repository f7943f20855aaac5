import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api, useMe } from '@/shared/api';
import type { Named } from './AudienceFields';
import { useSettled } from './queries';

const GROUPS = [
  { kind: 'BASIC', label: '基础标签' },
  { kind: 'ADVANCED', label: '进阶标签' },
] as const;

/** Tags of enterprises by kind; those that were chosen keep their names, also when they are in use no more. */
export function TagSelect({
  known,
  ...field
}: {
  known: Named[];
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  const { can } = useMe();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Named[]>(known);
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['notifications', 'tags', q],
    queryFn: ({ signal }) =>
      api.get('/api/match/tags', {
        query: { subject: 'ENTERPRISE', retired: false, q: q || undefined, size: 100 },
        signal,
      }),
    placeholderData: keepPreviousData,
    enabled: can('match.tag.read'),
    staleTime: 60_000,
  });
  const items = found.data?.items ?? [];
  const others = chosen.filter((one) => !items.some((tag) => tag.id === one.id));
  const groups = [
    ...GROUPS.map(({ kind, label }) => ({ label, of: items.filter((tag) => tag.kind === kind) })),
    { label: '已选择', of: others },
  ];
  return (
    <Select
      id={field.id}
      value={field.value}
      mode="multiple"
      maxCount={20}
      placeholder="不限"
      loading={found.isFetching}
      options={groups
        .filter(({ of }) => of.length > 0)
        .map(({ label, of }) => ({
          label,
          options: of.map(({ id, name }) => ({ value: id, label: name })),
        }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={
        found.isError ? '标签没有读取成功，请稍后再试' : found.isFetching ? '正在查找' : '没有找到标签'
      }
      onChange={(ids: string[]) => {
        setChosen([...items, ...others].filter((one) => ids.includes(one.id)));
        field.onChange?.(ids);
      }}
    />
  );
}
