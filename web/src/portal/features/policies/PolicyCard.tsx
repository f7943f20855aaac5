import { Link } from 'react-router';
import type { PolicySummary } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Deadline, figuresIn, longDate, PolicyCertainty, StatusTag, Tag, Words } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import css from './PolicyCard.module.css';

export function PolicyTags({
  policy,
  brief = false,
  outdated = false,
}: {
  /** An edition that another has followed: whether the policy is in force is said of that one. */
  outdated?: boolean;
  /** Among others of its kind: one word on what could not be checked. */
  brief?: boolean;
  policy: Pick<PolicySummary, 'level' | 'status' | 'category' | 'validTo' | 'verified' | 'criteriaVerified'>;
}) {
  return (
    <p className={css.tags}>
      <Tag tone="info">{label('policyLevel', policy.level)}</Tag>
      {policy.status === 'EFFECTIVE' && !outdated && <Deadline day={policy.validTo} />}
      {outdated ? <Tag>旧版</Tag> : <StatusTag of="policyStatus" value={policy.status} />}
      <Tag>{label('policyCategory', policy.category)}</Tag>
      <PolicyCertainty brief={brief} head={!brief} of={policy} />
    </p>
  );
}

export function PolicyCard({ policy }: { policy: PolicySummary }) {
  return (
    <article className={css.card}>
      <PolicyTags brief policy={policy} />
      <h3>
        <Link to={`/policies/${policy.code}`}>
          <Words>{policy.title}</Words>
        </Link>
      </h3>
      <p className={css.doc}>{policy.docNumber}</p>
      {policy.benefit && <p className={css.benefit}>{figuresIn(policy.benefit)}</p>}
      <dl className={css.facts}>
        <div>
          <dt>发文机关</dt>
          <dd>{policy.issuer}</dd>
        </div>
        <div>
          <dt>{policy.validTo ? '有效期至' : '发布日期'}</dt>
          <dd>{longDate(policy.validTo ?? policy.publishDate)}</dd>
        </div>
      </dl>
      <p className={css.actions}>
        <ButtonLink
          look="outline"
          small
          to={`/policies/${policy.code}`}
          aria-label={`查看详情：${policy.title}`}
        >
          查看详情
        </ButtonLink>
        <ButtonLink
          look="outline"
          small
          to={`/match?open=${policy.code}`}
          aria-label={`匹配本企业：${policy.title}`}
        >
          匹配本企业
        </ButtonLink>
      </p>
    </article>
  );
}
