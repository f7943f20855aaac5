import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '@/shared/api';

/** Under which published policy a project is made. */
export function PolicySelect({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}) {
  const [q, setQ] = useState('');
  const query = useQuery({
    queryKey: ['policies', 'names', q],
    queryFn: ({ signal }) =>
      api.get('/api/policy/policies', { query: { q: q || undefined, size: 50 }, signal }),
  });
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={value}
      placeholder="按名称或文号查找已发布的政策"
      loading={query.isPending}
      options={(query.data?.items ?? []).map((policy) => ({ value: policy.id, label: policy.title }))}
      onChange={onChange}
    />
  );
}
