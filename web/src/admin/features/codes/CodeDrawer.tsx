import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { api, type EnterpriseCode, type EnterpriseCodeDetail } from '@/shared/api';
import { dateTimeText, Definition, Loaded, StatusTag, Timeline, usccText } from '@/shared/ui';
import { drawerWidth } from '../../ui/drawer-width';
import css from './CodeDrawer.module.css';

/** A code with everything that was done to it. */
export function CodeDrawer({ code, onClose }: { code: EnterpriseCode | undefined; onClose: () => void }) {
  return (
    <Drawer
      open={!!code}
      title={code && `企业码 ${code.number}`}
      onClose={onClose}
      size={drawerWidth(560)}
      destroyOnHidden
    >
      {code && <History id={code.id} />}
    </Drawer>
  );
}

function History({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['codes', 'one', id],
    queryFn: ({ signal }) => api.get<EnterpriseCodeDetail>(`/api/code/codes/${id}`, { signal }),
  });
  return (
    <Loaded query={query} compact>
      {({ code, history }) => (
        <>
          <Definition
            columns={1}
            items={[
              { label: '企业', value: code.enterpriseName },
              { label: '信用代码', value: usccText(code.uscc) },
              { label: '状态', value: <StatusTag of="codeStatus" value={code.status} /> },
              { label: '级别', value: <StatusTag of="codeLevel" value={code.level} /> },
              { label: '级别依据', value: code.levelReason },
              { label: '发放时间', value: dateTimeText(code.issuedAt) },
            ]}
          />
          <h2 className={css.heading}>变更记录</h2>
          <Timeline
            steps={history.map((change) => ({
              label: change.label,
              at: change.at,
              actor: change.actorName,
              note: change.reason,
            }))}
          />
        </>
      )}
    </Loaded>
  );
}
