import { useQuery } from '@tanstack/react-query';
import { api, type ApiCall, type ApiDay, type Page } from '@/shared/api';
import { dateTimeText, Empty, Loaded, numberText, PlainTable, Tag } from '@/shared/ui';

interface CallsOfKeyProps {
  id: string;
  /** Whether staff read it, or the one who applied for the key. */
  of: 'staff' | 'own';
}

/** The latest calls with a key, and how many there were by day. */
export function CallsOfKey({ id, of }: CallsOfKeyProps) {
  const days = useQuery<ApiDay[]>({
    queryKey: ['openapi', of, 'days', id],
    queryFn: ({ signal }) =>
      of === 'staff'
        ? api.get('/api/auth/openapi/keys/{id}/days', { path: { id }, signal })
        : api.get('/api/auth/openapi/my/keys/{id}/days', { path: { id }, signal }),
  });
  const calls = useQuery<Page<ApiCall>>({
    queryKey: ['openapi', of, 'calls', id],
    queryFn: ({ signal }) =>
      of === 'staff'
        ? api.get('/api/auth/openapi/keys/{id}/calls', { path: { id }, query: { size: 50 }, signal })
        : api.get('/api/auth/openapi/my/keys/{id}/calls', { path: { id }, query: { size: 50 }, signal }),
  });
  return (
    <>
      <h3>近 30 天调用次数</h3>
      <Loaded query={days} compact>
        {(list) =>
          list.length ? (
            <PlainTable
              head={['日期', '调用', '未成功']}
              rows={list.map((day) => [day.day, numberText(day.calls), numberText(day.refused)])}
            />
          ) : (
            <Empty compact title="还没有调用" />
          )
        }
      </Loaded>
      <h3>最近调用</h3>
      <Loaded query={calls} compact>
        {(page) =>
          page.items.length ? (
            <PlainTable
              head={['时间', '接口', '结果', '毫秒', '地址']}
              rows={page.items.map((call) => [
                dateTimeText(call.at, true),
                `${call.method} ${call.path}`,
                <Tag key="status" tone={call.status < 400 ? 'good' : 'bad'}>
                  {[call.status, call.problem].filter(Boolean).join(' ')}
                </Tag>,
                call.millis,
                call.address,
              ])}
            />
          ) : (
            <Empty compact title="还没有调用" />
          )
        }
      </Loaded>
    </>
  );
}
