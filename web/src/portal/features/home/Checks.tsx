import { Link } from 'react-router';
import { useMe, type ConditionResult, type PolicyMatch } from '@/shared/api';
import { groupOf, useMatchResult } from '@/shared/match';
import { checks } from '@/shared/check/checks';
import { conditionText, Icon } from '@/shared/ui';
import css from './Checks.module.css';

export function Checks() {
  const { me } = useMe();
  return (
    <div className={css.checks}>
      <div>
        <ul className={css.list}>
          {checks.map((check) => (
            <li key={check.to}>
              <Link to={check.to}>
                <Icon name={check.icon} size={32} />
                <span>
                  <b>{check.title}</b>
                  {check.intro}
                </span>
                <Icon name="arrow" size={22} />
              </Link>
            </li>
          ))}
        </ul>
        <p className={css.more}>
          {me ? '按企业画像：' : '登录后按企业画像：'}
          <Link to="/match">智能匹配</Link>
          <Link to="/match/report">规划报告</Link>
        </p>
      </div>
      <Sample />
    </div>
  );
}

/** The own nearest policy, for who has matched; else how an answer reads. */
function Sample() {
  const { me } = useMe();
  const match = useMatchResult(undefined, !!me?.enterprise);
  const nearest =
    match.data?.order === 'GENERAL'
      ? undefined
      : match.data?.policies.find((policy) => groupOf(policy) === 'NEARLY');
  return nearest ? <Nearest match={nearest} /> : <Fictional />;
}

const outcomes = {
  MET: { className: css.met, icon: 'check', title: '已满足' },
  NOT_MET: { className: css.gap, icon: 'minus', title: '未满足' },
  UNKNOWN: { className: css.unknown, icon: 'question', title: '待补充' },
} as const;

function Nearest({ match }: { match: PolicyMatch }) {
  const gaps = match.conditions.filter((one) => one.outcome !== 'MET');
  const met = match.conditions
    .filter((one) => one.outcome === 'MET')
    .sort((one, other) => telling(other) - telling(one));
  return (
    <figure className={css.sample}>
      <figcaption>
        <span>本企业差一项</span>
        {match.title}
        <small>{match.docNumber}</small>
      </figcaption>
      <ul>
        {[...gaps, ...met].slice(0, 3).map((one, index) => {
          const { className, icon, title } = outcomes[one.outcome];
          return (
            <li key={index} className={className}>
              <Icon name={icon} size={16} title={title} />
              <span>
                <b>{one.label}</b>
                {conditionText(said(one, title))}
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}

/** A share tells more of an enterprise than a count, and that more than what it is. */
const telling = ({ actual = '' }: ConditionResult) => (actual.endsWith('%') ? 2 : /\d/.test(actual) ? 1 : 0);

/** What decides a condition, in one line; of one that is met without a figure only that it is. */
function said(one: ConditionResult, title: string): string {
  if (one.gapText) return one.gapText;
  if (!one.actual || (one.outcome === 'MET' && !telling(one))) return title;
  return `本企业：${one.actual}${one.required ? `（要求 ${one.required}）` : ''}`;
}

/** Conditions of a real policy, each in one of the three states, of an enterprise that there is not. */
function Fictional() {
  return (
    <figure className={css.sample}>
      <figcaption>
        <span>结果示例（虚构企业）</span>
        高新技术企业认定管理办法
        <small>国科发火〔2016〕32号</small>
      </figcaption>
      <ul>
        <li className={css.met}>
          <Icon name="check" size={16} title="已满足" />
          <span>
            <b>境内研发费用占比不低于 60%</b>
            本企业 100%
          </span>
        </li>
        <li className={css.gap}>
          <Icon name="minus" size={16} title="未满足" />
          <span>
            <b>科技人员占职工总数不低于 10%</b>
            研发人员占比 8.7%，还差约 3 人
          </span>
        </li>
        <li className={css.unknown}>
          <Icon name="question" size={16} title="待补充" />
          <span>
            <b>创新能力评价得分高于 70 分</b>
            还需填写：创新能力评价得分
          </span>
        </li>
      </ul>
    </figure>
  );
}
