import { useState } from 'react';
import { Link } from 'react-router';
import type { LoanMatch, PolicyMatch } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Degree, Icon, longDate, MatchConditions, StatusTag, Tag, Unverified, wan } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { rate } from '../loans/LoanCard';
import css from './MatchRow.module.css';

/** One policy or product with its two numbers; opens to the conditions behind them. */
export function MatchRow({
  match,
  open: initially = false,
  resultId,
}: {
  match: PolicyMatch | LoanMatch;
  open?: boolean;
  resultId: string;
}) {
  const [open, setOpen] = useState(initially);
  const policy = 'policyId' in match;
  const panel = `conditions-${match.code}`;
  const path = policy ? `/policies/${match.code}` : `/loans/${match.code}`;
  return (
    <article className={css.row}>
      <div className={css.head}>
        <div className={css.what}>
          <p className={css.tags}>
            <StatusTag of="matchOutcome" value={match.outcome} />
            {policy && <Tag>{label('policyLevel', match.level)}</Tag>}
            {policy && <Tag>{label('policyCategory', match.category)}</Tag>}
            {policy && match.alreadyHeld && <Tag tone="good">已获得</Tag>}
            {!match.verified && <Unverified />}
          </p>
          <h2>
            <Link to={path}>{match.title}</Link>
          </h2>
          <p className={css.meta}>
            {policy ? (
              <>
                {match.docNumber}
                {match.validTo && <span>有效期至 {longDate(match.validTo)}</span>}
              </>
            ) : (
              <>
                {match.bankName}
                {match.maxAmountWan && <span>最高 {wan(match.maxAmountWan)}</span>}
                <span>{rate(match.rateText)}</span>
              </>
            )}
          </p>
          {policy && match.benefit && <p className={css.benefit}>{match.benefit}</p>}
          {match.notice && <p className={css.notice}>{match.notice}</p>}
        </div>
        <div className={css.numbers}>
          <Degree degree={match.degree} completeness={match.completeness} />
          <div className={css.actions}>
            <button type="button" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
              {open ? '收起条件' : `查看 ${match.conditions.length} 项条件`}
              <Icon name="down" size={14} className={open ? css.up : undefined} />
            </button>
            {!policy && (
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
      {open && (
        <div id={panel} className={css.panel}>
          {match.conditions.length ? (
            <MatchConditions
              conditions={match.conditions}
              fill={(fact) => <Link to={`/center/profile/edit?fact=${fact.name}`}>{fact.label}</Link>}
            />
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
