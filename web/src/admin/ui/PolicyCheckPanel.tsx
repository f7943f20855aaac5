import type { Eligibility } from '@/shared/api';
import { beginsText, MatchConditions, outcomeOf, StatusTag } from '@/shared/ui';
import { pageCss, Panel } from './page';

/** How the enterprise stood by the policy's conditions at a moment, for whoever decides: each condition met, with its gap, or unknown. */
export function PolicyCheckPanel({
  when,
  standing,
  none,
  policy,
  audience,
  whom = '申报对象',
}: {
  /** The moment, as 提交时按企业画像核对. */
  when: string;
  standing: Eligibility['standing'];
  /** Said where nothing was judged. */
  none: string;
  policy: { policyId: string; policyTitle: string };
  /** How it stood by the conditions of the project, where that has some of its own. */
  audience?: Eligibility['standing'];
  /** What those are called whom the project means. */
  whom?: string;
}) {
  return (
    <Panel title="政策条件核对">
      {standing?.outcome ? (
        <>
          <p>
            {when}：<StatusTag of="matchOutcome" value={outcomeOf(standing) ?? standing.outcome} />
          </p>
          {standing.beginsOn && <p>{beginsText(standing, '企业')}</p>}
          <MatchConditions conditions={standing.conditions} fill={(fact) => fact.label} />
        </>
      ) : (
        <p className={pageCss.sub}>{none}</p>
      )}
      {audience && (
        <>
          <h3>本项目的{whom}</h3>
          <p>
            {when}：
            {audience.outcome && (
              <StatusTag of="matchOutcome" value={outcomeOf(audience) ?? audience.outcome} />
            )}
          </p>
          <MatchConditions conditions={audience.conditions} fill={(fact) => fact.label} />
        </>
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
