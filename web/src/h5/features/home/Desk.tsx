import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { admits, useAdmission } from '@/shared/admission';
import { useMe } from '@/shared/api';
import { useCases } from '@/shared/cases/useCases';
import { noCode, useOwnCode } from '@/shared/code/ownCode';
import { groupOf, useMatchResult, type MatchGroup } from '@/shared/match';
import { Icon, StatusTag } from '@/shared/ui';
import { Section } from '../../ui';
import css from './HomePage.module.css';

/** Not of the first load: most come with an enterprise, or as guests. */
const Unclaimed = lazy(() => import('./Unclaimed'));

/** The person's own standing: the enterprise with its code and match, or the way to a code. Nothing for guests and staff. */
export function Desk() {
  const { me, can } = useMe();
  if (me?.enterprise && can('enterprise.own')) return <Own />;
  if (me && !me.institution && admits(me.userType)) return <Applicant name={me.name} />;
  if (!me || me.userType === 'TALENT' || !can('code.claim')) return null;
  return (
    <Suspense fallback={null}>
      <Unclaimed name={me.name} />
    </Suspense>
  );
}

/** A chamber or a provider: the application itself is made on the portal. */
function Applicant({ name }: { name: string }) {
  const admission = useAdmission(true);
  return (
    <Section
      title={`${name}，您好`}
      more={admission.data && <StatusTag of="admissionStatus" value={admission.data.status} />}
      flush
    >
      <a href="/center/admission" className={css.matched}>
        <Icon name="claim" size={22} />
        <span>{admission.data ? '查看入驻申请' : '提交入驻申请，审核通过后开通'}</span>
        <Icon name="right" size={16} />
      </a>
    </Section>
  );
}

function Own() {
  const code = useOwnCode(true);
  const match = useMatchResult();
  const { underway } = useCases();
  const count = (group: MatchGroup) =>
    match.data?.policies.filter((policy) => groupOf(policy) === group).length ?? 0;
  const matched = match.data && match.data.order !== 'GENERAL';
  const figures: [name: string, count: number, to: string][] = [];
  if (matched)
    figures.push(
      ['可享', count('ELIGIBLE'), '/match?outcome=ELIGIBLE'],
      ['差一项', count('NEARLY'), '/match?outcome=NEARLY'],
    );
  if (underway.length) figures.push(['进行中的事项', underway.length, '/me']);
  return (
    <Section
      title="本企业"
      more={
        code.data ? (
          <Link to="/my/code" className={css.state}>
            <StatusTag of="codeStatus" value={code.data.status} />
            {code.data.level !== 'NORMAL' && <StatusTag of="codeLevel" value={code.data.level} />}
            <Icon name="right" size={16} />
          </Link>
        ) : (
          noCode(code.error) && <Link to="/claim">去领码</Link>
        )
      }
      flush
    >
      {figures.length > 0 && (
        <ul className={css.figures}>
          {figures.map(([name, value, to]) => (
            <li key={name}>
              <Link to={to}>
                <b className="zq-num">{value}</b>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {!matched && (
        <Link to="/match" className={css.matched}>
          <Icon name="match" size={22} />
          <span>{match.data ? '个性化推荐已关闭' : '按企业画像匹配政策和贷款产品'}</span>
          <Icon name="right" size={16} />
        </Link>
      )}
    </Section>
  );
}
