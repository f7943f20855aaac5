import { Button, Modal, Table } from 'antd';
import { Link } from 'react-router';
import { Tag } from '@/shared/ui';
import { ScrollRegion } from '@/shared/ui/antd';
import type { BatchOutcome } from './batch';

/** What became of each case of a batch. */
export function BatchResult({
  result,
  verb,
  number,
  to,
  onClose,
}: {
  result: BatchOutcome[] | undefined;
  /** What was to be done, such as 通过. */
  verb: string;
  /** What the number of a case is called. */
  number: string;
  to: (id: string) => string;
  onClose: () => void;
}) {
  const rows = result ?? [];
  const passed = rows.filter((row) => row.done).length;
  return (
    <Modal
      open={!!result}
      title={
        passed === rows.length
          ? `${passed} 件全部${verb}`
          : `${verb} ${passed} 件，未${verb} ${rows.length - passed} 件`
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
                <Link to={to(row.id)} onClick={onClose}>
                  {row.enterpriseName}
                </Link>
              ),
            },
            { title: number, dataIndex: 'number' },
            {
              title: '结果',
              render: (_, row) =>
                row.done ? (
                  <Tag tone="good">已{verb}</Tag>
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
