import { Button, Modal, Table } from 'antd';
import { Link } from 'react-router';
import { Tag } from '@/shared/ui';
import { ScrollRegion } from '@/shared/ui/antd';
import type { BatchOutcome } from './batch';

/** What became of each claim of a batch. */
export function BatchResult({
  result,
  onClose,
}: {
  result: BatchOutcome[] | undefined;
  onClose: () => void;
}) {
  const rows = result ?? [];
  const passed = rows.filter((row) => row.approved).length;
  return (
    <Modal
      open={!!result}
      title={
        passed === rows.length
          ? `${passed} 件全部通过`
          : `通过 ${passed} 件，未通过 ${rows.length - passed} 件`
      }
      onCancel={onClose}
      width={720}
      footer={
        <Button type="primary" onClick={onClose}>
          知道了
        </Button>
      }
    >
      <ScrollRegion name="处理结果">
        <Table<BatchOutcome>
          rowKey="id"
          size="small"
          dataSource={rows}
          pagination={false}
          scroll={{ y: 360 }}
          columns={[
            {
              title: '企业',
              render: (_, row) => (
                <Link to={`/claims/${row.id}`} onClick={onClose}>
                  {row.enterpriseName}
                </Link>
              ),
            },
            { title: '申请编号', dataIndex: 'number' },
            {
              title: '结果',
              render: (_, row) =>
                row.approved ? (
                  <Tag tone="good">已通过</Tag>
                ) : (
                  <>
                    <Tag tone="bad">未处理</Tag> {row.reason}
                  </>
                ),
            },
          ]}
        />
      </ScrollRegion>
    </Modal>
  );
}
