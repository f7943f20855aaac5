import { Button, Modal } from 'antd';
import { Link } from 'react-router';
import { PlainTable, Tag } from '@/shared/ui';
import { ScrollRegion } from '@/shared/ui/antd';
import type { BatchOutcome } from './batch';
import css from './BatchResult.module.css';

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
        <div className={css.rows}>
          <PlainTable
            head={['企业', number, '结果']}
            rows={rows.map((row) => [
              <Link key="to" to={to(row.id)} onClick={onClose}>
                {row.enterpriseName}
              </Link>,
              row.number,
              <span key="result" className={css.result}>
                <Tag tone={row.done ? 'good' : 'bad'}>{row.done ? `已${verb}` : '未处理'}</Tag> {row.reason}
              </span>,
            ])}
          />
        </div>
      </ScrollRegion>
    </Modal>
  );
}
