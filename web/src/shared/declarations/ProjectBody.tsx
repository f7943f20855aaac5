import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { startSignIn, useMe, type Eligibility, type ProjectDetail } from '../api';
import { label } from '../i18n';
import { Loaded } from '../ui/States';
import { DemoTag } from '../ui/StatusTag';
import { UncheckedAudience } from './AudienceWords';
import { BeginsOn } from './BeginsOn';
import { DateRange } from './DateRange';
import { fieldsOf } from './form';
import { goneText, PolicyCheck } from './PolicyCheck';
import { isFull, ProjectWindow } from './Projects';
import { useBegin, useEligibility } from './queries';
import css from './declare.module.css';

/**
 * A project as the enterprise reads it before it declares: what is asked, who decides, and how it stands by the conditions.
 *
 * `profile` is where the app shows what is known of the enterprise.
 */
export function ProjectBody({ project, profile }: { project: ProjectDetail; profile: string }) {
  const { me, can } = useMe();
  const mine = !!me?.enterprise && can('policy.declare');
  const eligibility = useEligibility(project.id, mine);
  return (
    <div className={css.beside}>
      <div className={css.project}>
        <div className={css.page}>
          <section className={css.card} aria-labelledby="about">
            <h2 id="about">申报说明</h2>
            <p className={css.tags}>
              <ProjectWindow
                project={project}
                barred={eligibility.isLoading ? undefined : !!eligibility.data?.barred}
              />{' '}
              {project.demo && <DemoTag />}
            </p>
            <p className={css.meta}>
              <span>{project.institutionName}</span>
              <DateRange from={project.opensOn} to={project.closesOn} />
              {project.quota !== undefined && (
                <span>
                  名额 {project.quota} 个，已申报 {project.taken} 个
                </span>
              )}
            </p>
            {project.summary && <p className={css.words}>{project.summary}</p>}
            <p>
              依据 <Link to={`/policies/${project.policyId}`}>《{project.policyTitle}》</Link>
            </p>
            <BeginsOn
              on={project.policyBeginsOn}
              then={
                project.window === 'OPEN' &&
                !eligibility.isLoading &&
                !isHandedIn(eligibility.data) &&
                '施行前可以提前申报'
              }
            />
          </section>
          <section className={css.card} aria-labelledby="eligibility">
            <h2 id="eligibility">申报条件</h2>
            {mine ? (
              <Loaded query={eligibility} compact>
                {(found) => <Standing project={project} eligibility={found} profile={profile} />}
              </Loaded>
            ) : (
              <UncheckedAudience of={project} what="申报" />
            )}
          </section>
          <section className={css.card} aria-labelledby="asked">
            <h2 id="asked">需要填写和提供</h2>
            <p>
              申报表 {project.form.groups.length} 组 {fieldsOf(project.form).length} 项：
              {project.form.groups.map((group) => group.title).join('、')}。企业画像中已有的内容会自动填入。
            </p>
            {project.materials.length > 0 && (
              <ul className={css.points}>
                {project.materials.map((material) => (
                  <li key={material.key}>
                    {material.name}
                    {!material.required && '（选填）'}
                  </li>
                ))}
              </ul>
            )}
            <h3>办理环节</h3>
            <ol className={css.points}>
              {project.steps.map((step) => (
                <li key={step.kind}>
                  {label('declarationStep', step.kind)}：{step.institutionName ?? project.institutionName}，
                  {step.workingDays} 个工作日内
                </li>
              ))}
            </ol>
          </section>
        </div>
        <div className={css.act}>
          <Begin project={project} eligibility={eligibility.data} mine={mine} />
        </div>
      </div>
    </div>
  );
}

/** Whether it has declared under the project already: it is not told that it may. */
const isHandedIn = (eligibility: Eligibility | undefined) =>
  !!eligibility?.declarationId && eligibility.status !== 'DRAFT';

/** How the enterprise stands; said before anything is filled in, and no bar unless the project says so. */
function Standing({
  project,
  eligibility,
  profile,
}: {
  project: ProjectDetail;
  eligibility: Eligibility;
  profile: string;
}) {
  const gone = goneText(project.window);
  if (gone) return <p>{gone}</p>;
  const { standing, audience, barred } = eligibility;
  const handedIn = isHandedIn(eligibility);
  const own = project.audience.length > 0;
  const decided = [standing, ...(own ? [audience] : [])].flatMap((one) => one?.outcome ?? []);
  return (
    <>
      {barred && !handedIn ? (
        <p className={css.bad} role="status">
          该项目只接受符合{own ? '申报条件' : '政策条件'}的企业申报，不符合的见下。如信息有误，请先更新
          <Link to={profile}>企业画像</Link>。
        </p>
      ) : (
        decided.some((outcome) => outcome !== 'ELIGIBLE') && (
          <p>核对结果仅供参考，{!handedIn && '不影响申报，'}以部门审核为准。</p>
        )
      )}
      {own && <h3>政策条件</h3>}
      <PolicyCheck standing={standing} profile={profile} />
      {own && (
        <>
          <h3>本项目的申报对象</h3>
          <PolicyCheck
            standing={audience}
            profile={profile}
            whose="本项目的申报对象"
            none="本项目的申报对象没有可自动核对的条件，由部门审核。"
          />
        </>
      )}
    </>
  );
}

function Begin({
  project,
  eligibility,
  mine,
}: {
  project: ProjectDetail;
  eligibility: Eligibility | undefined;
  mine: boolean;
}) {
  const navigate = useNavigate();
  const { me } = useMe();
  const [problem, setProblem] = useState<string>();
  const begin = useBegin({
    onSuccess: (declaration) => void navigate(`/declarations/${declaration.id}`),
    onError: (error) => setProblem(error.message),
  });
  if (eligibility?.declarationId)
    return (
      <p className={css.actions}>
        <Link className={css.main} to={`/declarations/${eligibility.declarationId}`}>
          {eligibility.status === 'DRAFT' ? '继续填写' : '查看我的申报'}
        </Link>
      </p>
    );
  if (project.window !== 'OPEN')
    return <p className={css.closed}>{label('windowState', project.window)}，现在不能申报。</p>;
  if (isFull(project))
    return <p className={css.closed}>该项目的申报名额已满，现在不能申报；有企业撤回或被驳回时会空出名额。</p>;
  if (!me)
    return (
      <p className={css.actions}>
        <button type="button" className={css.main} onClick={() => startSignIn()}>
          登录后申报
        </button>
      </p>
    );
  if (!mine)
    return (
      <p className={css.actions}>
        <Link className={css.main} to="/code">
          领取企业码后申报
        </Link>
      </p>
    );
  return (
    <>
      {problem && (
        <p className={css.bad} role="alert">
          {problem}
        </p>
      )}
      <p className={css.actions}>
        <button
          type="button"
          className={css.main}
          disabled={begin.isPending || eligibility?.barred}
          onClick={() => begin.mutate(project.id)}
        >
          立即申报
        </button>
      </p>
    </>
  );
}
