import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api, useSubmit, type Project } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateText, DemoTag } from '@/shared/ui';
import { ACTIONS, ListPage, useProblems } from '@/shared/ui/antd';
import { RowActions } from '../../ui/RowActions';
import { CLOSING } from '../../ui/due';
import { MainButton, pageCss } from '../../ui/page';
import { ProjectState } from '../../ui/ProjectState';

const STATUSES = ['DRAFT', 'OPEN', 'CLOSED'] as const;

/** 申报项目: what the own institution lets enterprises declare for. */
export default function ProjectsPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const change = useSubmit(
    ({ project, to }: { project: Project; to: 'open' | 'close' }, idempotencyKey) =>
      api.post(`/api/policy/manage/projects/{id}/${to}` as '/api/policy/manage/projects/{id}/open', {
        path: { id: project.id },
        body: { version: project.version },
        idempotencyKey,
      }),
    {
      about: ({ project, to }) => `${to} ${project.id} ${project.version}`,
      onSuccess: (_, { to }) => void message.success(to === 'open' ? '项目已开放' : '项目已关闭'),
      onError: (error) => problems(error),
      onSettled: () => queries.invalidateQueries({ queryKey: ['projects'] }),
    },
  );
  const ask = (project: Project, to: 'open' | 'close') =>
    modal.confirm({
      title: to === 'open' ? '开放这个申报项目？' : '关闭这个申报项目？',
      content:
        to === 'open'
          ? `开放后企业可在 ${dateText(project.opensOn)} 至 ${dateText(project.closesOn)} 申报“${project.title}”。`
          : '关闭后企业不能再提交，草稿保留；已提交的申报继续办理。',
      okText: to === 'open' ? '开放' : '关闭',
      onOk: () => change.mutate({ project, to }),
    });
  return (
    <ListPage
      title="申报项目"
      intro="在已发布的政策下设置申报项目：时间、名额、申报表、材料和办理环节"
      toolbar={() => <MainButton onClick={() => void navigate('/projects/new')}>新建申报项目</MainButton>}
      queryKey={['projects', 'managed']}
      empty={{ title: '还没有申报项目', hint: '新建后先不开放，可以预览申报表' }}
      path="/api/policy/manage/projects"
      rowKey="id"
      exportPath="/api/policy/manage/projects/export"
      tabs={{
        name: 'status',
        label: '项目状态',
        options: STATUSES.map((value) => ({ value, label: label('projectStatus', value) })),
      }}
      filters={[
        { kind: 'text', name: 'q', label: '项目或政策', placeholder: '项目名称或政策名称' },
        { kind: 'select', name: 'closing', label: '截止日期', options: CLOSING },
      ]}
      columns={[
        {
          key: 'title',
          title: '项目',
          sorter: true,
          render: (_, one) => (
            <>
              <Link to={`/projects/${one.id}`}>{one.title}</Link>
              <span className={pageCss.sub}>
                {one.policyTitle} {one.demo && <DemoTag short />}
                {one.audience.length > 0 && ' · 另设申报对象'}
              </span>
            </>
          ),
        },
        {
          key: 'status',
          title: '状态',
          render: (_, one) => <ProjectState of="windowState" project={one} />,
        },
        {
          key: 'opensOn',
          title: '开始日期',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => dateText(one.opensOn),
        },
        {
          key: 'closesOn',
          title: '截止日期',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => dateText(one.closesOn),
        },
        {
          key: 'taken',
          title: '已申报 / 名额',
          align: 'right',
          className: pageCss.num,
          render: (_, one) => (
            <Link to={`/declarations?projectId=${one.id}`}>
              {one.taken} / {one.quota ?? '不限'}
            </Link>
          ),
        },
        {
          key: ACTIONS,
          title: '操作',
          render: (_, one) => (
            <RowActions of={one.title}>
              {one.status === 'OPEN' ? (
                <Button type="link" size="small" onClick={() => ask(one, 'close')}>
                  关闭
                </Button>
              ) : (
                <Button type="link" size="small" onClick={() => ask(one, 'open')}>
                  开放
                </Button>
              )}
              <Link to={`/projects/new?from=${one.id}`}>复制</Link>
            </RowActions>
          ),
        },
      ]}
    />
  );
}
