import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type ServiceCode } from '@/shared/api';
import { dateTimeText, Empty, Loaded, NONE, PlainTable } from '@/shared/ui';
import { InfoDrawer } from '../../ui/InfoDrawer';

const SIZE = 20;

/** Who came by a code, latest first. */
export function VisitsDrawer({ code, onClose }: { code: ServiceCode | undefined; onClose: () => void }) {
  return (
    <InfoDrawer open={!!code} title={code && `访问记录：${code.name}`} onClose={onClose} width={640}>
      {code && <Visits key={code.id} id={code.id} />}
    </InfoDrawer>
  );
}

function Visits({ id }: { id: string }) {
  const [size, setSize] = useState(SIZE);
  const query = useQuery({
    queryKey: ['service-codes', 'visits', id, size],
    queryFn: ({ signal }) =>
      api.get('/api/code/service-codes/{id}/visits', { path: { id }, query: { size }, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} compact>
      {(page) =>
        page.items.length ? (
          <>
            <PlainTable
              head={['时间', '访问人', '办理企业']}
              rows={page.items.map((visit) => [
                dateTimeText(visit.at),
                visit.visitor,
                visit.enterpriseName ?? NONE,
              ])}
            />
            {page.items.length < page.total && size < 100 && (
              <Button block onClick={() => setSize(size + SIZE)}>
                显示更多（共 {page.total} 条）
              </Button>
            )}
          </>
        ) : (
          <Empty compact title="还没有人扫描" />
        )
      }
    </Loaded>
  );
}
