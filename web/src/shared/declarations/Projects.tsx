import { Link } from 'react-router';
import { useMe, type DeclarationRow, type Project } from '../api';
import { DateRange } from './DateRange';
import { isOpenPromise, Promised } from '../promise';
import { dateTimeText } from '../ui/format';
import { Empty, Loaded } from '../ui/States';
import { DemoTag, StatusTag, Tag } from '../ui/StatusTag';
import { isDecided, WHY_NOT } from './form';
import { useBarred, useMyDeclarations, useProjects } from './queries';
import css from './declare.module.css';

/** What can be declared for now, and what the enterprise has going on: the same list in the portal and on a phone. */
export function ProjectList({ policyId }: { policyId?: string }) {
  const { me, can } = useMe();
  const query = useProjects({ policyId, size: 50 });
  const forSome = !!query.data?.items.some(({ barring, window }) => barring && window === 'OPEN');
  const barred = useBarred(forSome && !!me?.enterprise && can('policy.declare'));
  const own = useMyDeclarations(!!me?.enterprise);
  // What was withdrawn or refused may be declared for anew.
  const declared = new Set(
    own.data?.items
      .filter(({ status }) => status !== 'DRAFT' && status !== 'WITHDRAWN' && status !== 'REJECTED')
      .map(({ projectId }) => projectId),
  );
  return (
    <Loaded query={query} compact>
      {({ items }) =>
        items.length ? (
          <ul className={css.list}>
            {items.map((project) => (
              <ProjectItem
                key={project.id}
                project={project}
                declared={declared.has(project.id)}
                barred={barred.isLoading ? undefined : !!barred.data?.projects.includes(project.id)}
              />
            ))}
          </ul>
        ) : (
          <Empty compact title="现在没有开放申报的项目" />
        )
      }
    </Loaded>
  );
}

/** Whether all places are taken; one may come free again. */
export const isFull = ({ quota, taken }: Pick<Project, 'quota' | 'taken'>) =>
  quota !== undefined && taken >= quota;

/**
 * Whether it can be declared for now: not by whom it surely is not for.
 *
 * @param barred not given while it is being asked, and nothing is said then
 */
export function ProjectWindow({
  project,
  barred,
}: {
  project: Pick<Project, 'window' | 'barring' | 'quota' | 'taken'>;
  barred: boolean | undefined;
}) {
  if (project.barring && project.window === 'OPEN') {
    if (barred === undefined) return null;
    if (barred) return <Tag tone="quiet">不符合申报对象</Tag>;
  }
  if (project.window === 'OPEN' && isFull(project)) return <Tag tone="wait">名额已满</Tag>;
  return <StatusTag of="windowState" value={project.window} />;
}

function ProjectItem({
  project,
  declared,
  barred,
}: {
  project: Project;
  declared: boolean;
  barred: boolean | undefined;
}) {
  return (
    <li className={css.item}>
      <Link to={`/declarations/projects/${project.id}`}>
        <b>{project.title}</b>
        <span className={css.tags}>
          {declared ? <Tag tone="info">已申报</Tag> : <ProjectWindow project={project} barred={barred} />}{' '}
          {project.demo && <DemoTag short />}
        </span>
      </Link>
      <p className={css.meta}>
        <span>{project.institutionName}</span>
        <DateRange from={project.opensOn} to={project.closesOn} />
        {project.quota !== undefined && (
          <span>
            名额 {project.quota} 个，已申报 {project.taken} 个
          </span>
        )}
      </p>
      <p className={css.meta}>依据《{project.policyTitle}》</p>
    </li>
  );
}

/** What the enterprise has declared for, drafts first of all: they wait for it. */
export function MyDeclarations() {
  const { me } = useMe();
  const query = useMyDeclarations(!!me);
  return (
    <Loaded query={query} compact>
      {({ items }) =>
        items.length ? (
          <ul className={css.list}>
            {[...items]
              .sort((one, other) => urgency(one) - urgency(other))
              .map((declaration) => (
                <DeclarationItem key={declaration.id} declaration={declaration} />
              ))}
          </ul>
        ) : (
          <Empty compact title="还没有申报" />
        )
      }
    </Loaded>
  );
}

const urgency = ({ status }: DeclarationRow) => (status === 'SENT_BACK' ? 0 : status === 'DRAFT' ? 1 : 2);

function DeclarationItem({ declaration }: { declaration: DeclarationRow }) {
  return (
    <li className={css.item}>
      <Link to={`/declarations/${declaration.id}`}>
        <b>{declaration.projectTitle}</b>
        <span className={css.tags}>
          <StatusTag of="declarationStatus" value={declaration.status} />
          {declaration.demo && <DemoTag short />}
        </span>
      </Link>
      <p className={css.meta}>
        {declaration.number && <span className="zq-whole">{declaration.number}</span>}
        <span>{declaration.stepInstitutionName}</span>
        {declaration.submittedAt ? (
          <span>提交于 {dateTimeText(declaration.submittedAt)}</span>
        ) : (
          <span>保存于 {dateTimeText(declaration.savedAt)}</span>
        )}
      </p>
      {declaration.status === 'SENT_BACK' && (
        <p className={css.meta}>
          <Tag tone="wait">部门已退回，请补正后再提交</Tag>
        </p>
      )}
      {declaration.draftWindow && declaration.draftWindow !== 'OPEN' && (
        <p className={css.meta}>
          <Tag tone="wait">
            {declaration.draftWindow === 'NOT_YET'
              ? '申报还没有开始，草稿已保留'
              : `${WHY_NOT[declaration.draftWindow] ?? '该项目已截止申报'}，不能再提交；草稿已保留`}
          </Tag>
        </p>
      )}
      {isDecided(declaration) ? (
        <p className={css.meta}>办结于 {dateTimeText(declaration.decidedAt)}</p>
      ) : (
        declaration.promise &&
        isOpenPromise(declaration.promise) && (
          <p className={css.meta}>
            <Promised promise={declaration.promise} of="DECLARATION" />
          </p>
        )
      )}
    </li>
  );
}
