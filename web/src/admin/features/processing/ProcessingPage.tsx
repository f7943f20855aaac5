import { label } from '@/shared/i18n';
import { consoleZhCN } from '@/shared/i18n/console';
import { Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';

const options = (group: 'dataCategory' | 'legalBasis') =>
  Object.keys(consoleZhCN[group]).map((value) => ({ value, label: label(group, value) }));

/** 数据处理登记: what the services declare in their code. There is nothing here to edit. */
export default function ProcessingPage() {
  return (
    <ListPage
      title="数据处理登记"
      intro="平台处理哪些数据、为了什么、依据什么、提供给谁、保存多久"
      queryKey={['processing']}
      path="/api/code/processing"
      rowKey="code"
      exportPath="/api/code/processing/export"
      filters={[
        { kind: 'text', name: 'q', label: '处理目的', placeholder: '处理目的或责任服务' },
        { kind: 'select', name: 'category', label: '数据类别', options: options('dataCategory') },
        { kind: 'select', name: 'basis', label: '处理依据', options: options('legalBasis') },
      ]}
      columns={[
        {
          key: 'purpose',
          title: '处理目的',
          width: 190,
          dataIndex: 'purpose',
        },
        {
          key: 'categories',
          title: '数据类别',
          width: 220,
          render: (_, row) => (
            <span className={pageCss.tags}>
              {row.categories.map((one) => (
                <Tag key={one}>{one}</Tag>
              ))}
            </span>
          ),
        },
        { key: 'basis', title: '处理依据', width: 190, render: (_, row) => row.basisLabel },
        {
          key: 'receivers',
          title: '接收方',
          width: 220,
          render: (_, row) => (row.receivers.length ? row.receivers.join('、') : '不向他人提供'),
        },
        { key: 'retention', title: '保存期限', width: 170, render: (_, row) => row.retention },
        { key: 'owner', title: '责任服务', render: (_, row) => row.owner },
      ]}
    />
  );
}
