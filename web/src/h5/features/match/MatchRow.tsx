import { Link } from 'react-router';
import type { FactRef, LoanMatch, PolicyMatch } from '@/shared/api';
import { detailsLabel, groupOf, leftToSay, type Said } from '@/shared/match';
import { EstimateBasis } from '@/shared/match/Estimate';
import { Fit, Gist } from '@/shared/match/Gist';
import { LoanCertainty, LoanFigures } from '@/shared/match/LoanFigures';
import {
  Deadline,
  editionText,
  Exclusions,
  figuresIn,
  Icon,
  longDate,
  MatchConditions,
  PolicyCertainty,
  Words,
  Whole,
} from '@/shared/ui';
import { LinkButton } from '../../ui';
import css from './MatchRow.module.css';

/** One policy or product with what decides it; opens to the conditions behind that. */
export function MatchRow({
  match,
  said,
  open,
  resultId,
  steps,
}: {
  match: PolicyMatch | LoanMatch;
  /** What was said above of all of them is not said of each. */
  said?: Said;
  open?: boolean;
  /** The result that a product is applied for by; nothing is applied for by one that is not kept. */
  resultId?: string;
  /** What can be handed in under the policy now; absent where that is not asked. */
  steps?: { act: string; to: string }[];
}) {
  return (
    <article className={css.match}>
      <Head match={match} said={said} />
      <details name="match" open={open}>
        <summary>
          <span className={css.more}>{detailsLabel(match)}</span>
          <span className={css.less}>收起</span>
          <Icon name="down" size={18} className={css.arrow} />
        </summary>
        <div className={css.body}>
          <Conditions match={match} />
        </div>
      </details>
      {resultId && 'bankName' in match && groupOf(match) !== 'PERIOD_OVER' && (
        <p className={css.steps}>
          <LinkButton
            look="plain"
            to={`/loans/${match.code}/apply?result=${resultId}`}
            aria-label={`申请 ${match.title}`}
          >
            申请
          </LinkButton>
        </p>
      )}
      {steps && 'policyId' in match && groupOf(match) === 'ELIGIBLE' && <Steps match={match} steps={steps} />}
    </article>
  );
}

const fill = (fact: FactRef) => <Link to={`/my/profile?fact=${fact.name}`}>{fact.label}</Link>;

/** The next step stands on the closed row too, below what it rests on: what can be handed in now, or else the policy itself. */
function Steps({ match, steps }: { match: PolicyMatch; steps: { act: string; to: string }[] }) {
  return (
    <p className={css.steps}>
      {steps.map(({ act, to }, index) => (
        <LinkButton key={to} look={index ? 'plain' : 'primary'} to={to} aria-label={`${act} ${match.title}`}>
          {act}
        </LinkButton>
      ))}
      {!steps.length && (
        <LinkButton look="plain" to={`/policies/${match.code}`} aria-label={`查看政策 ${match.title}`}>
          查看政策
        </LinkButton>
      )}
    </p>
  );
}

function Head({ match, said }: { match: PolicyMatch | LoanMatch; said?: Said }) {
  return (
    <div className={css.head}>
      <h3>
        <Words>{match.title}</Words>
      </h3>
      {'benefit' in match && match.benefit && <p className={css.benefit}>{figuresIn(match.benefit)}</p>}
      <p className={css.meta}>
        {editionText('bankName' in match ? match.bankName : match.docNumber, match.edition)}{' '}
        {'policyId' in match && match.validTo && (
          <span className="zq-whole">有效期至 {longDate(match.validTo)} </span>
        )}
        {'policyId' in match ? (
          <>
            {!match.periodOver && !match.beginsOn && <Deadline day={match.validTo} />}{' '}
            <PolicyCertainty of={leftToSay(match, said)} />
          </>
        ) : (
          <LoanCertainty match={match} said={said} />
        )}
      </p>
      {'bankName' in match && <LoanFigures match={match} said={said} />}
      <Fit match={match} />
      {('bankName' in match || groupOf(match) !== 'ELIGIBLE') && <Gist match={match} fill={fill} />}
      {match.notice && (
        <p className={css.notice}>
          <Whole>{match.notice}</Whole>
        </p>
      )}
      {'policyId' in match && (
        <Exclusions
          match={match}
          link={(other, text) => <Link to={`/policies/${other.code}`}>{text}</Link>}
        />
      )}
    </div>
  );
}

function Conditions({ match }: { match: PolicyMatch | LoanMatch }) {
  const loan = 'bankName' in match;
  return (
    <>
      {loan && match.estimate && <EstimateBasis estimate={match.estimate} fill={fill} />}
      <MatchConditions conditions={match.conditions} fill={fill} />
      <p className={css.next}>
        <Link to={loan ? `/loans/${match.code}` : `/policies/${match.code}`}>查看详情</Link>
      </p>
    </>
  );
}
