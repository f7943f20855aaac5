import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useParams } from 'react-router';
import { api } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, Loaded, numberText } from '@/shared/ui';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { ActorName } from './ActorName';
import { OperationResult } from './OperationResult';

/** One entry of 操作日志, with before and after of each field. */
export default function OperationPage() {
  const seq = Number(useParams().seq);
  const query = useQuery({
    queryKey: ['operations', 'one', seq],
    queryFn: ({ signal }) => api.get('/api/ops/operations/{seq}', { path: { seq }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(detail) => {
        const it = detail.operation;
        const failed = it.result === 'FAILED';
        const told = detail.changes.filter((change) => change.told);
        const changed = detail.changes.filter((change) => !change.told);
        return (
          <div className={pageCss.page}>
            <PageHead title={it.actionLabel} facts={`操作日志第 ${numberText(it.seq)} 条`} />
            <Panel title="基本信息">
              <Definition
                items={[
                  { label: '结果', value: <OperationResult of={it.result} /> },
                  ...(failed ? told.map(({ name, after }) => ({ label: name, value: after })) : []),
                  { label: it.subjectKind, value: it.subjectName },
                  ...(failed ? [] : told.map(({ name, after }) => ({ label: name, value: after }))),
                  { label: '操作时间', value: dateTimeText(it.occurredAt, true) },
                  { label: '操作人', value: <ActorName of={{ actorName: it.actorName }} /> },
                  { label: '所属机构或企业', value: it.actorOf },
                  { label: '用户类型', value: label('userType', it.actorType) },
                  { label: '来源地址', value: it.address },
                  {
                    label: '终端',
                    value: detail.userAgent && <span title={detail.userAgent}>{detail.client}</span>,
                  },
                  { label: '服务', value: it.serviceName },
                  { label: '账号编号', value: detail.actorId },
                  { label: '对象编号', value: it.subjectId },
                  { label: '追踪号', value: detail.traceId },
                  { label: '入账时间', value: dateTimeText(detail.recordedAt, true) },
                  { label: '摘要（SM3）', value: <code>{detail.hash}</code>, wide: true },
                ]}
              />
            </Panel>
            {!failed && (changed.length > 0 || !told.length) && (
              <Panel title="变更内容" bare>
                {changed.length ? (
                  <Table
                    className={pageCss.inPanel}
                    rowKey="field"
                    pagination={false}
                    dataSource={changed}
                    tableLayout="fixed"
                    columns={[
                      { key: 'field', title: '字段', dataIndex: 'name' },
                      { key: 'before', title: '变更前', dataIndex: 'before' },
                      { key: 'after', title: '变更后', dataIndex: 'after' },
                    ]}
                  />
                ) : (
                  <p className={pageCss.panelBody}>没有字段变更</p>
                )}
              </Panel>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
