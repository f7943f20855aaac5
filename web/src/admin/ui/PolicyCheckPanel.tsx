import type { Eligibility } from '@/shared/api';
import { MatchConditions, StatusTag } from '@/shared/ui';
import { pageCss, Panel } from './page';

/** How the enterprise stood by the policy's conditions at a moment, for whoever decides: each condition met, with its gap, or unknown. */
export function PolicyCheckPanel({
  when,
  standing,
  none,
  policy,
}: {
  /** The moment, as 提交时按企业画像核对. */
  when: string;
  standing: Eligibility['standing'];
  /** Said where nothing was judged. */
  none: string;
  policy: { policyId: string; policyTitle: string };
}) {
  return (
    <Panel title="政策条件核对">
      {standing?.outcome ? (
        <>
          <p>
            {when}：<StatusTag of="matchOutcome" value={standing.outcome} />
          </p>
          <MatchConditions conditions={standing.conditions} fill={(fact) => fact.label} />
        </>
      ) : (
        <p className={pageCss.sub}>{none}</p>
      )}
      <p>
        依据{' '}
        <a href={`/policies/${policy.policyId}`} target="_blank" rel="noreferrer">
          《{policy.policyTitle}》
        </a>
      </p>
    </Panel>
  );
}
