import type { ComponentType, ReactNode } from 'react';
import { Link } from 'react-router';
import type { PolicyDetail } from '../api';
import { longDate, quoted } from '../ui/format';
import { Words } from '../ui/Words';

/** Within a line of text its colour alone would not tell that it is a link. */
const UNDERLINED = { textDecoration: 'underline' };

/** What has to be known of a policy before it is read: that it is an older edition, that it ended and how, that it is to come. */
export function PolicyNotices({
  policy,
  notice: Notice,
}: {
  policy: PolicyDetail;
  /** As the app shows one. */
  notice: ComponentType<{ tone: 'info' | 'wait'; children: ReactNode }>;
}) {
  const { status, validTo, effectiveFrom, conditionsFrom, supersededBy, editions, edition } = policy;
  if (editions.some((one) => one.edition === edition && !one.current)) {
    const inForce = editions.find((one) => one.current);
    return (
      <Notice tone="wait">
        您看的是旧版（第 {edition} 版）
        {inForce ? (
          <>
            ，仅供查阅；请看
            <Link style={UNDERLINED} to={`/policies/${policy.code}`}>
              现行版（第 {inForce.edition} 版）
            </Link>
          </>
        ) : (
          '，本政策已撤下，仅供查阅'
        )}
        。
      </Notice>
    );
  }
  const successor = supersededBy && (
    <Link style={UNDERLINED} to={`/policies/${supersededBy.code}`}>
      <Words>{quoted(supersededBy.title)}</Words>
    </Link>
  );
  return (
    <>
      {status === 'SUPERSEDED' && <Notice tone="wait">本政策已被{successor}替代，仅供查阅。</Notice>}
      {status !== 'SUPERSEDED' && successor && (
        <Notice tone="wait">
          本政策有效期至 {longDate(validTo)}，其后由{successor}替代。
        </Notice>
      )}
      {status === 'EXPIRED' && (
        <Notice tone="wait">本政策已于 {longDate(validTo)} 到期，是否延续请以发文机关公布为准。</Notice>
      )}
      {(status === 'UPCOMING' || conditionsFrom) && (
        <Notice tone="info">
          {[
            effectiveFrom && `本政策自 ${longDate(effectiveFrom)} 起施行`,
            conditionsFrom && `申报条件自 ${longDate(conditionsFrom)} 起适用，匹配、申报和兑付以该日为准`,
          ]
            .filter(Boolean)
            .join('；')}
          。
        </Notice>
      )}
    </>
  );
}
