import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '@/shared/api';

/** As the service writes a group: the same name in another writing is the same group. */
export const groupName = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Z}]/gu, '')
    .toUpperCase();

const LONGEST = 50;

/** In which group a project is: one that there is, with how many projects it has, or a new one that is named on purpose. */
export function GroupSelect({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string;
  onChange?: (group: string | undefined) => void;
}) {
  const [typed, setTyped] = useState('');
  const name = groupName(typed);
  const query = useQuery({
    queryKey: ['redemption-projects', 'groups', name],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/redemption-projects/exclusive-groups', {
        query: { q: name || undefined },
        signal,
      }),
  });
  const groups = query.data ?? [];
  // Only where it is known that there is none of that name.
  const isNew = !!query.data && !!name && !groups.some((group) => group.name === name);
  return (
    <Select
      id={id}
      allowClear
      showSearch={{
        filterOption: false,
        onSearch: (text) => setTyped(text.slice(0, LONGEST)),
      }}
      value={value}
      placeholder="查找已有的互斥组，或输入新的名称"
      loading={query.isPending}
      notFoundContent={
        query.isPending
          ? '正在查找'
          : query.error
            ? '暂时查不到已有的互斥组，请稍后再试'
            : '还没有互斥组，请输入名称新建'
      }
      options={[
        ...groups.map((group) => ({ value: group.name, label: `${group.name}（${group.projects} 个项目）` })),
        ...(isNew ? [{ value: name, label: `新建互斥组“${name}”` }] : []),
      ]}
      labelRender={({ value: chosen }) => chosen}
      onOpenChange={(isOpen) => !isOpen && setTyped('')}
      onChange={onChange}
    />
  );
}
