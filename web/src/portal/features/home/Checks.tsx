import { Link } from 'react-router';
import { Icon, type IconName } from '@/shared/ui';
import css from './Checks.module.css';

const checks: { to: string; icon: IconName; title: string; intro: string }[] = [
  {
    to: '/match',
    icon: 'qicha',
    title: '匹配惠企政策',
    intro: '逐条比对在库政策的条件，分出可享、差一项、待补充',
  },
  {
    to: '/match?kind=LOAN',
    icon: 'qirong',
    title: '匹配贷款产品',
    intro: '对照银行公布的准入条件，看符合哪些产品的条件',
  },
  {
    to: '/match/report',
    icon: 'report',
    title: '规划报告',
    intro: '现在能报什么、差在哪里、先补哪项数据最划算',
  },
];

export function Checks() {
  return (
    <div className={css.checks}>
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
      <Sample />
    </div>
  );
}

/** How an answer reads: conditions of a real policy, each in one of the three states. */
function Sample() {
  return (
    <figure className={css.sample}>
      <figcaption>
        <span>结果示例</span>
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
