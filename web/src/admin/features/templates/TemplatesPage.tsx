import { Link } from 'react-router';
import { label } from '@/shared/i18n';
import { dateTimeText, NONE, StatusTag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';
import { spoken } from './content';
import { GROUPS } from './groups';

/** 系统消息: what people are told when something happens. */
export default function TemplatesPage() {
  return (
    <ListPage
      title="系统消息"
      intro="业务事件发生时自动发出的消息：修改文字和通知方式后，对此后发生的事件生效，已发出的不变"
      queryKey={['templates', 'list']}
      path="/api/message/templates"
      rowKey="code"
      exportPath="/api/message/templates/export"
      filters={[
        { kind: 'text', name: 'q', label: '消息', placeholder: '触发事件、标题或正文' },
        {
          kind: 'select',
          name: 'group',
          label: '分类',
          options: Object.entries(GROUPS).map(([value, text]) => ({ value, label: text })),
        },
        {
          kind: 'select',
          name: 'enabled',
          label: '状态',
          options: [
            { value: 'true', label: '启用' },
            { value: 'false', label: '停用' },
          ],
        },
        {
          kind: 'select',
          name: 'changed',
          label: '文字',
          options: [
            { value: 'true', label: '已修改' },
            { value: 'false', label: '默认' },
          ],
        },
      ]}
      empty={{ title: '没有符合条件的系统消息', hint: '请调整查询条件。' }}
      columns={[
        {
          key: 'name',
          title: '触发事件',
          sorter: true,
          render: (_, row) => (
            <>
              <Link to={`/templates/${row.code}`}>{row.name}</Link>
              <span className={pageCss.sub}>{GROUPS[row.group]}</span>
            </>
          ),
        },
        { key: 'receivers', title: '接收人', render: (_, row) => row.receivers },
        { key: 'title', title: '标题', render: (_, row) => spoken(row.title) },
        {
          key: 'ways',
          title: '通知方式',
          render: (_, row) => row.ways.map((way) => label('pushChannel', way)).join('、'),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, row) => <StatusTag of="noticeState" value={row.enabled ? 'ENABLED' : 'DISABLED'} />,
        },
        {
          key: 'changedAt',
          title: '修改时间',
          sorter: true,
          className: pageCss.num,
          render: (_, row) =>
            row.changedAt ? (
              <>
                {dateTimeText(row.changedAt)}
                <span className={pageCss.sub}>{row.changedBy}</span>
              </>
            ) : (
              NONE
            ),
        },
      ]}
    />
  );
}
