import { useState } from 'react';
import { Link } from 'react-router';
import type { FactRef, LoanMatch, PolicyMatch } from '@/shared/api';
import { label } from '@/shared/i18n';
import { detailsLabel, groupOf, leftToSay, wordsOf, type Said } from '@/shared/match';
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
  StatusTag,
  Tag,
  Words,
  Whole,
} from '@/shared/ui';
import { usePrinting } from '@/shared/ui/usePrinting';
import { ButtonLink } from '../../ui';
import css from './MatchRow.module.css';

const fill = (fact: FactRef) => <Link to={`/center/profile/edit?fact=${fact.name}`}>{fact.label}</Link>;

/** One policy or product with what decides it; opens to the conditions behind that. */
export function MatchRow({
  match,
  open: initially = false,
  grouped = false,
  resultId,
  said,
  steps = [],
}: {
  match: PolicyMatch | LoanMatch;
  open?: boolean;
  /** It stands under the name of its group. */
  grouped?: boolean;
  /** The result that a product is applied for by; nothing is applied for by one that is not kept. */
  resultId?: string;
  /** What was said above of all of them is not said of each. */
  said?: Said;
  /** What can be handed in under the policy now. */
  steps?: { act: string; to: string }[];
}) {
  const group = groupOf(match);
  // What is missing for the one that is nearly met is what the enterprise came to read.
  const [open, setOpen] = useState(initially || group === 'NEARLY');
  // Why the enterprise qualifies is what the paper is for, and nobody can open it there.
  const printed = usePrinting() && group === 'ELIGIBLE';
  const shown = open || printed;
  const policy = 'policyId' in match;
  const panel = `conditions-${match.code}`;
  const path = policy ? `/policies/${match.code}` : `/loans/${match.code}`;
  const met = policy && group === 'ELIGIBLE';
  return (
    <article className={css.row}>
      <div className={css.head}>
        <div className={css.what}>
          <p className={css.tags}>
            {!grouped && <StatusTag of={wordsOf(group, !policy)} value={group} />}
            {policy && <Tag tone="info">{label('policyLevel', match.level)}</Tag>}
            {policy && <Tag>{label('policyCategory', match.category)}</Tag>}
            {policy && !match.periodOver && !match.beginsOn && <Deadline day={match.validTo} />}
            {policy ? (
              <PolicyCertainty of={leftToSay(match, said)} />
            ) : (
              <LoanCertainty match={match} said={said} />
            )}
          </p>
          <h3>
            <Link to={path}>
              <Words>{match.title}</Words>
            </Link>
          </h3>
          {policy && match.benefit && <p className={css.benefit}>{figuresIn(match.benefit)}</p>}
          <p className={css.meta}>
            {policy ? (
              <>
                <span>{editionText(match.docNumber, match.edition)}</span>
                {match.validTo && <span className="zq-whole">有效期至 {longDate(match.validTo)}</span>}
              </>
            ) : (
              <span>{editionText(match.bankName, match.edition)}</span>
            )}
          </p>
          {!policy && <LoanFigures match={match} said={said} />}
          {!met && !shown && <Gist match={match} fill={fill} />}
          {match.notice && (
            <p className={css.notice}>
              <Whole>{match.notice}</Whole>
            </p>
          )}
          {policy && (
            <Exclusions
              match={match}
              link={(other, text) => <Link to={`/policies/${other.code}`}>{text}</Link>}
            />
          )}
        </div>
        <div className={css.numbers}>
          <Fit match={match} />
          <div className={`${css.actions} zq-no-print`}>
            <button type="button" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
              {open ? '收起' : detailsLabel(match)}
              <Icon name="down" size={14} className={open ? css.up : undefined} />
            </button>
            {met &&
              (steps.length ? (
                steps.map(({ act, to }, index) => (
                  <ButtonLink
                    key={to}
                    small
                    look={index ? 'outline' : 'primary'}
                    to={to}
                    aria-label={`${act} ${match.title}`}
                  >
                    {act}
                  </ButtonLink>
                ))
              ) : (
                <ButtonLink small look="outline" to={path} aria-label={`查看政策 ${match.title}`}>
                  查看政策
                </ButtonLink>
              ))}
            {!policy && resultId && group !== 'PERIOD_OVER' && (
              <ButtonLink
                small
                look="outline"
                to={`/loans/${match.code}/apply?match=${resultId}`}
                aria-label={`申请 ${match.title}`}
              >
                申请
              </ButtonLink>
            )}
          </div>
        </div>
      </div>
      {shown && (
        <div id={panel} className={css.panel}>
          {!policy && match.estimate && <EstimateBasis estimate={match.estimate} fill={fill} />}
          {match.conditions.length ? (
            <MatchConditions conditions={match.conditions} fill={fill} />
          ) : (
            <p>
              该{policy ? '政策' : '产品'}没有公布可逐条对照的条件，请以{policy ? '主管部门' : '银行'}
              核定为准。
            </p>
          )}
        </div>
      )}
    </article>
  );
}
