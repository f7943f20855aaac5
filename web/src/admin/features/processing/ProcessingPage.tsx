import { Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { pageCss } from '../../ui/page';

const CATEGORIES = {
  ACCOUNT: '账号信息',
  CONTACT: '姓名和联系方式',
  IDENTITY: '身份证件号码',
  AUTHORISATION_LETTER: '授权委托书',
  ACCESS_LOG: '登录与设备记录',
  OPERATION_LOG: '操作记录',
  STAFF: '机构人员信息',
  REGISTER: '企业登记信息',
  INVESTMENT: '投资信息',
  ASSET: '资产信息',
  LEGAL: '法务信息',
  TAX: '涉税信息',
  PROFILE: '企业画像',
  FINANCING: '融资申请信息',
  CONSENT: '授权与查看记录',
  MESSAGE: '消息内容',
  STATISTICS: '统计汇总数据',
};

const BASES = {
  CONSENT: '取得同意',
  CONTRACT: '为订立、履行合同所必需',
  LEGAL_DUTY: '为履行法定职责或者法定义务所必需',
  PUBLIC_INFORMATION: '处理依法公开的信息',
};

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

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
        { kind: 'select', name: 'category', label: '数据类别', options: options(CATEGORIES) },
        { kind: 'select', name: 'basis', label: '处理依据', options: options(BASES) },
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
