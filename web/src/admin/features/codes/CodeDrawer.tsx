import { useQuery } from '@tanstack/react-query';
import { api, type EnterpriseCode } from '@/shared/api';
import { dateTimeText, Definition, Loaded, StatusTag, Timeline, Uscc } from '@/shared/ui';
import { InfoDrawer } from '../../ui/InfoDrawer';
import css from './CodeDrawer.module.css';

/** A code with everything that was done to it. */
export function CodeDrawer({ code, onClose }: { code: EnterpriseCode | undefined; onClose: () => void }) {
  return (
    <InfoDrawer open={!!code} title={code && `企业码 ${code.number}`} onClose={onClose} width={560}>
      {code && <History id={code.id} />}
    </InfoDrawer>
  );
}

function History({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['codes', 'one', id],
    queryFn: ({ signal }) => api.get('/api/code/codes/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} compact>
      {({ code, history }) => (
        <>
          <Definition
            columns={1}
            items={[
              { label: '企业', value: code.enterpriseName },
              { label: '统一社会信用代码', value: <Uscc of={code.uscc} /> },
              { label: '状态', value: <StatusTag of="codeStatus" value={code.status} /> },
              { label: '级别', value: <StatusTag of="codeLevel" value={code.level} /> },
              { label: '级别依据', value: code.levelReason },
              { label: '发放时间', value: dateTimeText(code.issuedAt) },
              ...(code.reissuedAt ? [{ label: '换发时间', value: dateTimeText(code.reissuedAt) }] : []),
            ]}
          />
          <section>
            <h2 className={css.heading}>变更记录</h2>
            <Timeline
              steps={history.map((change) => ({
                label: change.label,
                at: change.at,
                actor: change.actorName,
                note: change.reason,
              }))}
            />
          </section>
        </>
      )}
    </Loaded>
  );
}
