import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';
import { dateTimeText, Definition, Loaded, NONE, numberText, Tag } from '@/shared/ui';
import { WAITING } from '../../waiting';
import { Panel } from '../../ui/page';

/** How far the chain of 操作日志 is signed. Whether an entry was tampered with, only the whole check finds out. */
export function ChainState() {
  const query = useQuery({
    queryKey: [...WAITING, 'chain'],
    queryFn: ({ signal }) => api.get('/api/ops/operations/chain', { signal }),
    refetchInterval: 60_000,
  });
  return (
    <Panel title="操作日志防篡改">
      <Loaded query={query} compact>
        {(chain) => {
          const open = chain.lastSeq - chain.signedThrough;
          return (
            <Definition
              items={[
                {
                  label: '签名状态',
                  value:
                    open > 0 ? (
                      <Tag tone="wait">{numberText(open)} 条待签名，每分钟签名一次</Tag>
                    ) : (
                      <Tag tone="good">已全部签名</Tag>
                    ),
                },
                { label: '现存记录', value: `${numberText(chain.entries)} 条` },
                {
                  label: '签名检查点',
                  value: chain.checkpoints
                    ? `${numberText(chain.checkpoints)} 个，至第 ${numberText(chain.signedThrough)} 条`
                    : NONE,
                },
                { label: '最近签名', value: dateTimeText(chain.signedAt, true) },
              ]}
            />
          );
        }}
      </Loaded>
    </Panel>
  );
}
