import { Button } from 'antd-mobile';
import { Link, useSearchParams } from 'react-router';
import { api, type ExpressProject, type PolicyCategory } from '@/shared/api';
import { DepartmentContact } from '@/shared/express/DepartmentContact';
import { ACTIONS, isOpen, KINDS, pathOf, roomText, timeText } from '@/shared/express/words';
import { DemoTag, Empty, figuresIn, longDate, Tag } from '@/shared/ui';
import { Body, Facets, Pick, Section } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import css from './express.module.css';

type Kind = ExpressProject['kind'];

/** 政策直通车: from a field of policy or a department straight to what can be done now. */
export default function ExpressPage() {
  const [params, setParams] = useSearchParams();
  const asked = (name: string) => params.get(name) ?? '';
  const filter = {
    q: asked('q') || undefined,
    // Whatever stands in the address bar: the server refuses what it does not know.
    category: (asked('category') || undefined) as PolicyCategory | undefined,
    institutionId: asked('institutionId') || undefined,
    kind: (asked('kind') || undefined) as Kind | undefined,
  };
  const query = useGrowing(['express', filter], (page, signal) =>
    api.get('/api/policy/express', { signal, query: { ...filter, page, size: 10 } }),
  );
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true });
  };
  const first = query.data?.pages[0];
  const department = first?.institutions.find(({ value }) => value === filter.institutionId);
  return (
    <Body>
      <Search
        label="搜索项目"
        placeholder="项目、政策或部门"
        key={asked('q')}
        value={asked('q')}
        onSearch={(text) => set('q', text)}
      />
      {first && (
        <>
          <Facets
            name="领域"
            chosen={asked('category')}
            items={first.categories}
            onChoose={(next) => set('category', next)}
          />
          <Facets
            name="办理方式"
            chosen={asked('kind')}
            items={first.kinds}
            onChoose={(next) => set('kind', next)}
          />
          <Pick
            name="部门"
            all="全部部门"
            chosen={asked('institutionId')}
            items={first.institutions}
            onChoose={(next) => set('institutionId', next)}
          />
        </>
      )}
      {department && (
        <Section>
          <DepartmentContact key={department.value} id={department.value} name={department.label} open />
        </Section>
      )}
      <Growing
        query={query}
        empty={
          <Empty title="现在没有可办理的项目" hint="换个关键词，或去掉筛选条件">
            <Button onClick={() => setParams({}, { replace: true })}>清除条件</Button>
          </Empty>
        }
      >
        {(items, { total }) => (
          <Section title={`共 ${total} 个项目`} flush>
            {items.map((project) => (
              <ProjectRow key={project.id} project={project} alone={!department} />
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}

function ProjectRow({
  project,
  alone,
}: {
  project: ExpressProject;
  /** Whose department's contacts do not stand above the list already. */
  alone: boolean;
}) {
  const open = isOpen(project);
  const room = roomText(project);
  return (
    <article className={css.row}>
      <h3>
        <Link to={pathOf(project)}>{project.title}</Link>
      </h3>
      {project.benefit && <p>{figuresIn(project.benefit)}</p>}
      <p className={css.tags}>
        <Tag tone="info">{KINDS[project.kind]}</Tag>
        <Tag tone="wait">{timeText(project)}</Tag>
        {room && <Tag tone={open ? 'good' : 'quiet'}>{room}</Tag>}
        {project.demo && <DemoTag short />}
      </p>
      <p className={css.meta}>
        {longDate(project.opensOn)} 至 {longDate(project.closesOn)} · {project.institutionName}
      </p>
      <p className={css.meta}>
        依据<Link to={`/policies/${project.policyId}`}>《{project.policyTitle}》</Link>
      </p>
      {alone && <DepartmentContact id={project.institutionId} name={project.institutionName} />}
      <Link to={pathOf(project)} className={open ? css.main : css.outline}>
        {open ? ACTIONS[project.kind] : '查看项目'}
        <span className="zq-hidden">：{project.title}</span>
      </Link>
    </article>
  );
}
