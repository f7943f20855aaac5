import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type ExpressProject } from '@/shared/api';
import { DepartmentContact } from '@/shared/express/DepartmentContact';
import { ACTIONS, isOpen, KINDS, pathOf, roomText, timeText } from '@/shared/express/words';
import { DemoTag, figuresIn, longDate, Tag, useListUrlState } from '@/shared/ui';
import { ButtonLink, PageHead, Wrap } from '../../ui';
import { Facets } from '../../ui/Facets';
import { ListItem, SearchList } from '../../ui/List';

/** 政策直通车: from a field of policy or a department straight to what can be done now. */
export default function ExpressPage() {
  const state = useListUrlState<'/api/policy/express'>({ size: 10 });
  const query = useQuery({
    queryKey: ['express', state.query],
    queryFn: ({ signal }) => api.get('/api/policy/express', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead
        title="政策直通车"
        intro="按领域和部门直达现在可以申报、兑现的项目，写明截止日期、剩余名额和联系部门"
        actions={
          <>
            <ButtonLink look="outline" to="/policies">
              政策库
            </ButtonLink>
            <ButtonLink look="outline" to="/notices">
              公示窗口
            </ButtonLink>
          </>
        }
      />
      <Wrap>
        <SearchList
          state={state}
          query={query}
          placeholder="搜项目、政策或部门"
          filters={
            query.data && (
              <Facets
                groups={[
                  { name: 'category', title: '领域', items: query.data.categories },
                  { name: 'institutionId', title: '部门', items: query.data.institutions },
                  { name: 'kind', title: '办理方式', items: query.data.kinds },
                ]}
              />
            )
          }
          home="/express"
          nothing="现在没有可办理的项目"
          row={(project) => <ProjectRow project={project} />}
        />
      </Wrap>
    </>
  );
}

function ProjectRow({ project }: { project: ExpressProject }) {
  const open = isOpen(project);
  const room = roomText(project);
  return (
    <ListItem
      tags={
        <p>
          <Tag tone="info">{KINDS[project.kind]}</Tag> <Tag tone="wait">{timeText(project)}</Tag>{' '}
          {room && <Tag tone={open ? 'good' : 'quiet'}>{room}</Tag>} {project.demo && <DemoTag short />}
        </p>
      }
      title={<Link to={pathOf(project)}>{project.title}</Link>}
      highlight={project.benefit && figuresIn(project.benefit)}
      facts={[
        ['办理时间', `${longDate(project.opensOn)} 至 ${longDate(project.closesOn)}`],
        [
          '依据',
          <Link key="policy" to={`/policies/${project.policyId}`}>
            《{project.policyTitle}》
          </Link>,
        ],
        ['办理部门', project.institutionName],
      ]}
      foot={<DepartmentContact id={project.institutionId} name={project.institutionName} />}
      aside={
        <ButtonLink look="outline" small to={pathOf(project)}>
          {open ? ACTIONS[project.kind] : '查看项目'}
          <span className="zq-hidden">：{project.title}</span>
        </ButtonLink>
      }
    />
  );
}
