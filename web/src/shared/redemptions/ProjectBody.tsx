import { Link } from 'react-router';
import { startSignIn, useMe, type RedemptionProject, type RedemptionProjectDetail } from '../api';
import { AudienceWords, UncheckedAudience } from '../declarations/AudienceWords';
import { DateRange } from '../declarations/DateRange';
import css from '../declarations/declare.module.css';
import { label } from '../i18n';
import { yuanExact } from '../ui/format';
import { Loaded } from '../ui/States';
import { DemoTag, StatusTag, Tag } from '../ui/StatusTag';
import { mayApplyAgain, reviewText } from './claim';
import { BeginsLater, Excluded, RedemptionCheck, Spent } from './Eligibility';
import { useMyRedemptions, useRedemptionEligibility } from './queries';

/** For what is paid, as everybody reads it before they apply: how much, from what money, and what comes after. */
export function RedemptionProjectBody({
  project,
  profile,
}: {
  project: RedemptionProjectDetail;
  /** Where the app shows what is known of the enterprise. */
  profile: string;
}) {
  const { money } = project;
  const mine = useMayApply();
  const eligibility = useRedemptionEligibility(project.id, mine && project.kind === 'APPLICATION');
  // Who looks for their own application does not read on for it.
  const { excludedBy, redemptionId } = eligibility.data ?? {};
  const by = project.window === 'OPEN' && !redemptionId ? excludedBy : undefined;
  return (
    <div className={css.beside}>
      <div className={css.project}>
        <div className={css.page}>
          {by && <Excluded by={by} />}
          <section className={css.card} aria-labelledby="about">
            <h2 id="about">兑付说明</h2>
            <p className={css.tags}>
              <StatusTag of="redemptionWindow" value={project.window} />
              {project.kind === 'EXEMPT' && <Tag tone="info">{label('redemptionKind', 'EXEMPT')}</Tag>}
              {project.demo && <DemoTag />}
            </p>
            <p className={css.meta}>
              <span>{project.institutionName}</span>
              <DateRange name="兑付时间" from={project.opensOn} to={project.closesOn} />
            </p>
            {project.summary && <p className={css.words}>{project.summary}</p>}
            <p>
              依据 <Link to={`/policies/${project.policyId}`}>《{project.policyTitle}》</Link>
            </p>
            <BeginsLater of={project} applied={eligibility.isLoading ? undefined : !!redemptionId} />
          </section>
          <section className={css.card} aria-labelledby="amount">
            <h2 id="amount">兑付金额</h2>
            <p>{project.ruleWords}。</p>
            <p className={css.meta}>
              <span>预算 {yuanExact(money.allocated - money.returned)}</span>
              <span>可用 {yuanExact(money.free)}</span>
              <span>已支付 {yuanExact(money.paid)}</span>
            </p>
            {project.kind === 'APPLICATION' && project.window === 'OPEN' && !redemptionId && (
              <Spent of={project} />
            )}
            {project.exclusiveGroup && (
              <p>
                与“{project.exclusiveGroup}”的其他项目不可同时享受
                {project.exclusiveYear && `（${project.exclusiveYear} 年度）`}。
              </p>
            )}
          </section>
          {project.kind === 'EXEMPT' && project.audience.length > 0 && (
            <section className={css.card} aria-labelledby="whom">
              <h2 id="whom">兑付对象</h2>
              <AudienceWords of={project} what="享受" />
            </section>
          )}
          {project.kind === 'APPLICATION' && (
            <section className={css.card} aria-labelledby="eligibility">
              <h2 id="eligibility">{project.audience.length > 0 ? '兑付条件' : '政策条件'}</h2>
              {mine ? (
                <Loaded query={eligibility} compact>
                  {(found) => <RedemptionCheck project={project} found={found} profile={profile} />}
                </Loaded>
              ) : (
                <UncheckedAudience of={project} what="申请" />
              )}
            </section>
          )}
          <section className={css.card} aria-labelledby="then">
            <h2 id="then">办理过程</h2>
            <ol className={css.points}>
              {project.kind === 'APPLICATION' ? (
                <>
                  <li>企业填写{project.basis ? `“${project.basis}”` : '申请'}，上传佐证材料，填写收款账户</li>
                  <li>
                    部门审核，核定金额
                    {project.review && `：${reviewText(project.review)}`}
                  </li>
                </>
              ) : (
                <>
                  <li>系统比对政策条件，部门确认企业名单，无需企业申请</li>
                  <li>企业收到通知后确认，填写收款账户</li>
                </>
              )}
              <li>公示 {project.noticeDays} 个工作日，期间可提出异议</li>
              <li>公示期满，没有异议或异议处理完毕的，拨付至企业账户</li>
            </ol>
          </section>
        </div>
        <div className={css.act}>
          <Begin project={project} eligibility={eligibility} />
        </div>
      </div>
    </div>
  );
}

/** Whether whoever reads it applies for an enterprise. */
function useMayApply() {
  const { me, can } = useMe();
  return !!me?.enterprise && can('policy.redemption.apply');
}

/** The one next step of whoever reads it. */
function Begin({
  project,
  eligibility,
}: {
  project: RedemptionProject;
  eligibility: ReturnType<typeof useRedemptionEligibility>;
}) {
  const { me } = useMe();
  const mine = useMayApply();
  const exempt = project.kind === 'EXEMPT';
  const own = useMyRedemptions(mine && exempt);
  const listed = own.data?.items.find(
    ({ projectId, status }) => projectId === project.id && !mayApplyAgain(status),
  );
  const living = exempt ? listed?.id : eligibility.data?.redemptionId;
  if (living)
    return (
      <p className={css.actions}>
        <Link className={css.main} to={`/redemptions/${living}`}>
          查看我的兑付
        </Link>
      </p>
    );
  if (exempt) return <p className={css.closed}>符合条件的企业由部门列入名单并通知，无需申请。</p>;
  if (project.window !== 'OPEN')
    return <p className={css.closed}>{label('redemptionWindow', project.window)}，现在不能申请。</p>;
  if (!me)
    return (
      <p className={css.actions}>
        <button type="button" className={css.main} onClick={() => startSignIn()}>
          登录后申请
        </button>
      </p>
    );
  if (!mine)
    return (
      <p className={css.actions}>
        <Link className={css.main} to="/code">
          领取企业码后申请
        </Link>
      </p>
    );
  // Nobody is offered what may be refused: what stands in the way is known first.
  if (eligibility.isLoading) return null;
  if (eligibility.data?.excludedBy?.certain || eligibility.data?.barred) return null;
  return (
    <p className={css.actions}>
      <Link className={css.main} to={`/redemptions/projects/${project.id}/apply`}>
        申请兑付
      </Link>
    </p>
  );
}
