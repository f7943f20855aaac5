import { Link, useNavigate } from 'react-router';
import { useMe, type RedemptionProjectDetail } from '../api';
import css from '../declarations/declare.module.css';
import { label } from '../i18n';
import { Skeleton } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { ClaimForm, useFlaws } from './ClaimForm';
import { reviewText, type ClaimDraft } from './claim';
import { BeginsLater, Excluded, Spent } from './Eligibility';
import { useApply, useRedemptionEligibility } from './queries';

/** The application under a project. What was typed stays on this machine until it is handed in; the account's number does not. */
export function ApplyBody({ project }: { project: RedemptionProjectDetail }) {
  const navigate = useNavigate();
  const { me, can } = useMe();
  const eligibility = useRedemptionEligibility(
    project.id,
    project.kind === 'APPLICATION' && !!me?.enterprise && can('policy.redemption.apply'),
  );
  const draft = useDraft<ClaimDraft>(`redemption-${project.id}`);
  const flaws = useFlaws();
  const apply = useApply(project.id, {
    onSuccess: (redemption) => {
      draft.clear();
      void navigate(`/redemptions/${redemption.id}`, { replace: true });
    },
    onError: flaws.failed,
  });
  if (project.window !== 'OPEN' || project.kind !== 'APPLICATION')
    return (
      <p className={css.closed}>
        {project.kind === 'EXEMPT'
          ? '免申即享的项目无需申请。'
          : `${label('redemptionWindow', project.window)}，现在不能申请；已填写的内容保留在本机。`}
      </p>
    );
  // What bars it is said before anything is filled in; where that cannot be asked, the submission says it.
  if (eligibility.isLoading) return <Skeleton lines={12} />;
  const { excludedBy, redemptionId, barred } = eligibility.data ?? {};
  if (redemptionId)
    return (
      <p className={css.closed}>
        本企业在该项目下已有申请。<Link to={`/redemptions/${redemptionId}`}>查看我的兑付</Link>
      </p>
    );
  if (excludedBy?.certain) return <Excluded by={excludedBy} />;
  if (barred)
    return (
      <p className={css.closed}>
        按现有信息，本企业不符合该项目的条件，不能申请。
        <Link to={`/redemptions/projects/${project.id}`}>查看哪些条件不符合</Link>
      </p>
    );
  const account = { name: me?.enterprise?.name ?? '', bank: '', number: '' };
  return (
    <div className={css.page}>
      <p className={css.info}>
        {project.ruleWords}。{project.review && `部门${reviewText(project.review)}。`}公示{' '}
        {project.noticeDays} 个工作日无异议后拨付。
        <Link to={`/redemptions/projects/${project.id}`}>查看兑付说明</Link>
      </p>
      <BeginsLater of={project} applied={false} />
      <Spent of={project} />
      {excludedBy && <Excluded by={excludedBy} />}
      <ClaimForm
        project={project.id}
        basis={project}
        initial={draft.found ?? { basis: '', statement: '', files: [], account }}
        files={[]}
        submitText="提交申请"
        busy={apply.isPending}
        flaws={flaws}
        onDraft={(typed) => draft.save({ ...typed, account: { ...typed.account, number: '' } })}
        onSubmit={(claim) => apply.mutate(claim)}
      />
    </div>
  );
}
