import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { api, useMe, type PolicyFunnel } from '@/shared/api';
import { numberText, timeAgo } from '@/shared/ui';
import css from './PolicyDesk.module.css';
import { besidesOf, rateOf, type Stage } from './stages';

/** A figure of the funnel. It opens the list that it counts where there is one and the reader may open it. */
export function StageFigure({
  funnel,
  stage,
  dated = false,
}: {
  funnel: PolicyFunnel;
  stage: Stage;
  /** Whether it says when it was counted, of what is not counted as it happens: its list says what is so now. */
  dated?: boolean;
}) {
  const to = useList(funnel, stage);
  const figure = numberText(funnel[stage.key]);
  const rate = rateOf(funnel, stage);
  const besides = besidesOf(funnel, stage);
  const countedAt = dated && stage.key === 'matched' ? funnel.countedAt : undefined;
  const shown: ReactNode =
    !to || !funnel[stage.key] ? (
      figure
    ) : (
      <Link to={to} aria-label={`${figure} 家${stage.name}，${funnel.title}`}>
        {figure}
      </Link>
    );
  return (
    <span className={css.stage}>
      {shown}
      {besides && <small className={css.besides}>{besides}</small>}
      {countedAt && <small className={css.besides}>{timeAgo(countedAt)} 统计</small>}
      {rate !== undefined && (
        <>
          {' '}
          <small>{rate}%</small>
          <span className={css.bar} aria-hidden="true">
            <span style={{ width: `${rate}%` }} />
          </span>
        </>
      )}
    </span>
  );
}

function useList({ policyId }: PolicyFunnel, stage: Stage): string | undefined {
  const { can } = useMe();
  const matched = stage.key === 'matched' && can('match.reverse.policy');
  // Asked once for all rows; a policy that is not among them has no such list.
  const targets = useQuery({
    queryKey: ['reverse', 'policies', 'targets'],
    queryFn: ({ signal }) => api.get('/api/match/reverse/policies/targets', { signal }),
    staleTime: 5 * 60_000,
    enabled: matched,
  });
  if (matched) {
    const code = targets.data?.find(({ subjectId }) => subjectId === policyId)?.code;
    return code && `/reverse/policies?code=${encodeURIComponent(code)}&outcome=ELIGIBLE`;
  }
  return 'step' in stage && can('policy.declaration.handle') && can('policy.redemption.handle')
    ? `/policy-funnel/enterprises?policyId=${policyId}&step=${stage.step}`
    : undefined;
}
