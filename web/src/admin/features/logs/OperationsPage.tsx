import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '@/shared/api';
import { label } from '@/shared/i18n';
import { NONE } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { RowTime } from '../../ui/columns';
import { pageCss } from '../../ui/page';
import { ActorName } from './ActorName';
import { OPERATION_RESULTS, OperationResult } from './OperationResult';
import { useExportJob } from './useExportJob';

/** 操作日志: who changed what, and who was refused. It is read and taken out; there is nothing here that changes it. */
export default function OperationsPage() {
  const kinds = useQuery({
    queryKey: ['operations', 'kinds'],
    queryFn: ({ signal }) => api.get('/api/ops/operations/kinds', { signal }),
  });
  const inBackground = useExportJob((body, idempotencyKey) =>
    api.post('/api/ops/operations/export-jobs', { body, idempotencyKey }),
  );
  return (
    <ListPage
      title="操作日志"
      intro="谁在什么时间、从哪里、对什么做了哪些变更，以及被拒绝的操作。只能查看与导出，不能修改或删除"
      queryKey={['operations', 'list']}
      path="/api/ops/operations"
      rowKey="seq"
      defaultSort="occurredAt,desc"
      exportPath="/api/ops/operations/export"
      onExportTooLong={inBackground}
      toolbar={() => <Link to="/exports">导出任务</Link>}
      filters={[
        { kind: 'text', name: 'who', label: '操作人', placeholder: '姓名或账号编号' },
        {
          kind: 'select',
          name: 'action',
          label: '操作',
          loading: kinds.isPending,
          options: (kinds.data ?? []).map((one) => ({
            value: `${one.service}/${one.action}`,
            label: one.label,
          })),
        },
        {
          kind: 'select',
          name: 'result',
          label: '结果',
          options: OPERATION_RESULTS.map((value) => ({ value, label: label('operationResult', value) })),
        },
        { kind: 'text', name: 'subject', label: '对象', placeholder: '编号、企业或名称' },
        { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
      ]}
      columns={[
        {
          key: 'occurredAt',
          title: '时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) => <RowTime at={row.occurredAt} seconds />,
        },
        {
          key: 'actionLabel',
          title: '操作',
          render: (_, row) => <Link to={`/operations/${row.seq}`}>{row.actionLabel}</Link>,
        },
        {
          key: 'result',
          title: '结果',
          render: (_, row) => <OperationResult of={row.result} />,
        },
        {
          key: 'subjectName',
          title: '对象',
          // Of what was refused the words by which it was answered, or the code where there are none; its route stands in the entry.
          render: (_, row) =>
            row.result === 'FAILED' ? (
              <>
                {row.intended ?? `${row.serviceName}服务的操作`}
                {(row.reason ?? row.problem) && (
                  <span className={pageCss.sub}>{row.reason ?? row.problem}</span>
                )}
              </>
            ) : (
              <>
                {row.subjectName}
                <span className={pageCss.sub}>{row.subjectKind}</span>
              </>
            ),
        },
        {
          key: 'actorName',
          title: '操作人',
          render: (_, row) => <ActorName of={row} />,
        },
        {
          key: 'address',
          title: '来源地址',
          className: pageCss.num,
          render: (_, row) => row.address ?? NONE,
        },
      ]}
    />
  );
}
