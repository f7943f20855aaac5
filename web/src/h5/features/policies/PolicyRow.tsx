import { Link } from 'react-router';
import type { PolicySummary } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Deadline, figuresIn, longDate, PolicyCertainty, StatusTag, Tag, Words } from '@/shared/ui';
import css from './policies.module.css';

export function PolicyRow({ policy }: { policy: PolicySummary }) {
  return (
    <Link to={`/policies/${policy.code}`} className={css.row}>
      <h3>
        <Words>{policy.title}</Words>
      </h3>
      {policy.benefit && <p className={css.benefit}>{figuresIn(policy.benefit)}</p>}
      <p className={css.tags}>
        <Tag tone="info">{label('policyLevel', policy.level)}</Tag>
        {policy.status !== 'EFFECTIVE' && <StatusTag of="policyStatus" value={policy.status} />}
        {policy.status === 'EFFECTIVE' && <Deadline day={policy.validTo} />}
        <PolicyCertainty brief of={policy} />
      </p>
      <p className={css.meta}>
        {policy.publishDate && <span className="zq-whole">{longDate(policy.publishDate)}</span>}
        <span className={css.issuer}>{policy.issuer}</span>
      </p>
    </Link>
  );
}
