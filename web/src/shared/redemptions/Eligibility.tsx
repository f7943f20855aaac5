import { Link } from 'react-router';
import type { RedemptionEligibility, RedemptionProject, RedemptionProjectDetail } from '../api';
import { BeginsOn } from '../declarations/BeginsOn';
import css from '../declarations/declare.module.css';
import { goneText, PolicyCheck } from '../declarations/PolicyCheck';
import { outcomeOf } from '../ui/conditions';

const OWN = '本项目的兑付对象';

/** How the enterprise stands before it applies; no bar unless the project says so: whether it is paid the department decides. */
export function RedemptionCheck({
  project,
  found,
  profile,
}: {
  project: Pick<RedemptionProject, 'audience' | 'window'>;
  found: RedemptionEligibility;
  profile: string;
}) {
  const gone = goneText(project.window);
  if (gone) return <p>{gone}</p>;
  const { standing, audience, redemptionId } = found;
  const barred = found.barred && !redemptionId;
  const still = redemptionId ? '' : '仍可申请，';
  const own = project.audience.length > 0;
  const meaning = (of: typeof standing, whose: string) => {
    const outcome = of && outcomeOf(of);
    if (barred || outcome === 'ELIGIBLE' || outcome === 'UPCOMING') return null;
    // Whose text is not there is nothing that a profile could say.
    if (outcome === 'UNCLEAR') return <p>{still}由部门审核。</p>;
    return (
      <p className={css.notice}>
        {outcome === 'UNKNOWN'
          ? `有条件按现有信息还不能判定。${still}由部门审核；`
          : `按现有信息不符合${whose}。${still}由部门核对后决定是否兑付；`}
        如信息有误或不全，请先更新<Link to={profile}>企业画像</Link>。
      </p>
    );
  };
  return (
    <>
      {barred && (
        <p className={css.bad} role="status">
          该项目只受理符合{own ? '兑付条件' : '政策条件'}的企业申请，不符合的见下。如信息有误，请先更新
          <Link to={profile}>企业画像</Link>。
        </p>
      )}
      {own && <h3>政策条件</h3>}
      <PolicyCheck standing={standing} profile={profile} meaning={meaning(standing, '政策条件')} />
      {own && (
        <>
          <h3>{OWN}</h3>
          <PolicyCheck
            standing={audience}
            profile={profile}
            whose={OWN}
            none={`${OWN}没有可自动核对的条件，由部门审核。`}
            meaning={meaning(audience, OWN)}
          />
        </>
      )}
    </>
  );
}

/** What of the enterprise's own stands in the way of applying here, or may. */
export function Excluded({ by }: { by: NonNullable<RedemptionEligibility['excludedBy']> }) {
  return (
    <p className={css.notice} role="status">
      {by.certain ? '不能申请：' : '申请前请留意：'}
      {by.words}
      {by.certain ? '。' : '。仍可申请，由部门核实。'}
      <Link to={`/redemptions/${by.redemptionId}`}>查看申请 {by.number}</Link>
    </p>
  );
}

/** That the policy begins later; where one can apply, that one may before, and is paid after it. */
export function BeginsLater({
  of,
  applied,
}: {
  of: Pick<RedemptionProjectDetail, 'policyBeginsOn' | 'kind' | 'window'>;
  /** Whether it has already: nobody is told that they may who did. Not given while that is being asked. */
  applied: boolean | undefined;
}) {
  const open = of.window === 'OPEN';
  const then =
    of.kind === 'EXEMPT'
      ? open && '施行后由部门列入名单'
      : applied === false
        ? open && '施行前可以提前申请，施行后拨付'
        : '施行后拨付';
  return <BeginsOn on={of.policyBeginsOn} then={then} />;
}

/** That nothing of the project's money is left, said before anybody applies for it: an application waits until some is. */
export function Spent({ of }: { of: Pick<RedemptionProject, 'money'> }) {
  if (of.money.free > 0) return null;
  return <p className={css.notice}>本项目的预算现已全部安排。仍可申请，追加预算或有资金退回后由部门核定。</p>;
}
