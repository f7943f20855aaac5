import { Link, useNavigate } from 'react-router';
import { label } from '@/shared/i18n';
import { dateText, DemoTag, inWan } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { CLOSING } from '../../ui/due';
import { MainButton, pageCss } from '../../ui/page';
import { ProjectState } from '../../ui/ProjectState';

const STATUSES = ['DRAFT', 'OPEN', 'CLOSED'] as const;
const KINDS = ['APPLICATION', 'EXEMPT'] as const;

/** 兑付项目: for what the own institution pays, and how much of its money is left. */
export default function ProjectsPage() {
  const navigate = useNavigate();
  return (
    <ListPage
      title="兑付项目"
      intro="在已发布的政策下设置兑付项目：预算、金额规则、兑付时间和公示期"
      toolbar={() => (
        <MainButton onClick={() => void navigate('/redemption-projects/new')}>新建兑付项目</MainButton>
      )}
      queryKey={['redemption-projects', 'managed']}
      path="/api/policy/manage/redemption-projects"
      rowKey="id"
      exportPath="/api/policy/manage/redemption-projects/export"
      tabs={{
        name: 'status',
        label: '项目状态',
        options: STATUSES.map((value) => ({ value, label: label('projectStatus', value) })),
      }}
      filters={[
        { kind: 'select', name: 'closing', label: '截止日期', options: CLOSING },
        { kind: 'text', name: 'q', label: '项目或政策', placeholder: '项目名称或政策名称' },
        {
          kind: 'select',
          name: 'kind',
          label: '兑付方式',
          options: KINDS.map((value) => ({ value, label: label('redemptionKind', value) })),
        },
      ]}
      empty={{ title: '还没有兑付项目', hint: '新建后先是草稿，开放时下达预算' }}
      columns={[
        {
          key: 'title',
          title: '项目',
          sorter: true,
          render: (_, one) => (
            <>
              <Link to={`/redemption-projects/${one.id}`}>{one.title}</Link>
              <span className={pageCss.sub}>
                {one.policyTitle} {one.demo && <DemoTag short />}
              </span>
            </>
          ),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, one) => <ProjectState of="redemptionWindow" project={one} />,
        },
        { key: 'kind', title: '兑付方式', render: (_, one) => label('redemptionKind', one.kind) },
        { key: 'rule', title: '金额规则', render: (_, one) => one.ruleWords },
        {
          key: 'closesOn',
          title: '截止日期',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => dateText(one.closesOn),
        },
        {
          key: 'free',
          title: '可用 / 预算（万元）',
          align: 'right',
          className: pageCss.num,
          render: (_, one) =>
            one.status === 'DRAFT'
              ? `未下达 / ${inWan(one.budget)}`
              : `${inWan(one.money.free)} / ${inWan(one.money.allocated)}`,
        },
      ]}
    />
  );
}
