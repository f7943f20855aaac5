import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api, type ApiCall, type ApiDay, type Page } from '@/shared/api';
import { dateTimeText, Empty, Loaded, PlainTable, Skeleton, Tag } from '@/shared/ui';
import css from './CallsOfKey.module.css';

/** The drawing is loaded with who looks at it. */
const UsageChart = lazy(() => import('./UsageChart'));

/** Days; calls are kept for 180. */
const PERIODS = [7, 30, 90, 180] as const;

const SIZE = 10;

interface CallsOfKeyProps {
  id: string;
  /** Whether staff read it, or those who look after the key. */
  of: 'staff' | 'own';
}

/** The latest calls with a key, and how many there were a day, by what became of them. */
export function CallsOfKey({ id, of }: CallsOfKeyProps) {
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>(30);
  const [page, setPage] = useState(1);
  const days = useQuery<ApiDay[]>({
    queryKey: ['openapi', of, 'days', id, period],
    queryFn: ({ signal }) => {
      const at = { path: { id }, query: { days: period }, signal };
      return of === 'staff'
        ? api.get('/api/auth/openapi/keys/{id}/days', at)
        : api.get('/api/auth/openapi/my/keys/{id}/days', at);
    },
    placeholderData: keepPreviousData,
  });
  const calls = useQuery<Page<ApiCall>>({
    queryKey: ['openapi', of, 'calls', id, page],
    queryFn: ({ signal }) => {
      const at = { path: { id }, query: { page, size: SIZE }, signal };
      return of === 'staff'
        ? api.get('/api/auth/openapi/keys/{id}/calls', at)
        : api.get('/api/auth/openapi/my/keys/{id}/calls', at);
    },
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h3>调用次数</h3>
      <div role="group" aria-label="统计时段" className={css.periods}>
        {PERIODS.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === period}
            onClick={() => setPeriod(value)}
          >
            近 {value} 天
          </button>
        ))}
      </div>
      <Loaded query={days} compact>
        {(list) => (
          <Suspense fallback={<Skeleton />}>
            <UsageChart days={list} />
          </Suspense>
        )}
      </Loaded>
      <h3 className={css.tableHead}>最近调用</h3>
      <Loaded query={calls} compact>
        {({ items, total }) =>
          items.length ? (
            <>
              <PlainTable
                head={['时间', '接口', '结果', '毫秒', '地址']}
                rows={items.map((call) => [
                  dateTimeText(call.at, true),
                  `${call.method} ${call.path}`,
                  <Tag key="status" tone={call.status < 400 ? 'good' : 'bad'}>
                    {[call.status, call.problem].filter(Boolean).join(' ')}
                  </Tag>,
                  call.millis,
                  call.address,
                ])}
              />
              {total > SIZE && (
                <nav aria-label="最近调用的分页" className={css.periods}>
                  <button type="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
                    上一页
                  </button>
                  <span>
                    第 {page} 页，共 {Math.ceil(total / SIZE)} 页
                  </span>
                  <button type="button" disabled={page * SIZE >= total} onClick={() => setPage(page + 1)}>
                    下一页
                  </button>
                </nav>
              )}
            </>
          ) : (
            <Empty compact title="还没有调用" />
          )
        }
      </Loaded>
    </>
  );
}
