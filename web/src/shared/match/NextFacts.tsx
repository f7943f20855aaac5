import { Link } from 'react-router';
import type { NextFacts } from '../api';
import { Icon, Words } from '../ui';
import { useNextFacts } from './queries';
import css from './NextFacts.module.css';

export const NEXT_FACTS_INTRO = '按“填得最少、判定得最多”排列；后一步在前一步之后算。';

/** Which facts to fill in, and how many policies are then decided whatever is filled in. */
export function NextFactsList({ next, path }: { next: NextFacts; path: (fact: string) => string }) {
  return (
    <ol className={css.steps}>
      {next.steps.map((step) => (
        <li key={step.facts.map((fact) => fact.name).join()}>
          <p>
            填 <b className="zq-num">{step.facts.length}</b> 项可再判定{' '}
            <b className="zq-num">{step.decides.length}</b> 条政策
          </p>
          <p className={css.facts}>
            {step.facts.map((fact) => (
              <Link key={fact.name} to={path(fact.name)}>
                {fact.label}
              </Link>
            ))}
          </p>
          <p className={css.policies}>{step.decides.map((one) => `《${one.title}》`).join('')}</p>
        </li>
      ))}
    </ol>
  );
}

/** The same on a page of results; nothing where there is nothing to fill in that decides anything. */
export function NextFactsCard({ path }: { path: (fact: string) => string }) {
  const { data } = useNextFacts();
  const first = data?.steps[0];
  if (!data || !first) return null;
  return (
    <details className={css.card}>
      <summary>
        <Icon name="right" size={16} />
        <span>
          <Words>{`再填 ${first.facts.length} 项（${first.facts.map((fact) => fact.label).join('、')}），`}</Words>
          <span className="zq-whole">{`可再判定 ${first.decides.length} 条政策`}</span>
        </span>
      </summary>
      <p className={css.intro}>{NEXT_FACTS_INTRO}</p>
      <NextFactsList next={data} path={path} />
    </details>
  );
}
