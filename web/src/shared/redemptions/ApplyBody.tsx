import { Link, useNavigate } from 'react-router';
import { useMe, type RedemptionProject } from '../api';
import css from '../declarations/declare.module.css';
import { label } from '../i18n';
import { useDraft } from '../ui/useDraft';
import { ClaimForm, useFlaws } from './ClaimForm';
import type { ClaimDraft } from './claim';
import { useApply } from './queries';

/** The application under a project. What was typed stays on this machine until it is handed in; the account's number does not. */
export function ApplyBody({ project }: { project: RedemptionProject }) {
  const navigate = useNavigate();
  const { me } = useMe();
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
  const account = { name: me?.enterprise?.name ?? '', bank: '', number: '' };
  return (
    <div className={css.page}>
      <p className={css.notice}>
        {project.ruleWords}。公示 {project.noticeDays} 个工作日无异议后拨付。
        <Link to={`/redemptions/projects/${project.id}`}>查看兑付说明</Link>
      </p>
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
