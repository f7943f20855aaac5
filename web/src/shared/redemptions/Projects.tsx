import { Link } from 'react-router';
import { useMe, type RedemptionProject, type RedemptionRow } from '../api';
import { DateRange } from '../declarations/DateRange';
import css from '../declarations/declare.module.css';
import { label } from '../i18n';
import { isOpenPromise, Promised } from '../promise';
import { dateTimeText, longDate, wanOf, yuanExact } from '../ui/format';
import { Empty, Loaded } from '../ui/States';
import { DemoTag, StatusTag, Tag } from '../ui/StatusTag';
import { urgency } from './claim';
import { shownStatus } from './mine';
import { useMyRedemptions, useRedemptionProjects } from './queries';

/** For what is paid now: the same list in the portal and on a phone. */
export function RedemptionProjectList() {
  const query = useRedemptionProjects({ size: 50 });
  return (
    <Loaded query={query} compact>
      {({ items }) =>
        items.length ? (
          <ul className={css.list}>
            {items.map((project) => (
              <ProjectItem key={project.id} project={project} />
            ))}
          </ul>
        ) : (
          <Empty compact title="现在没有开放的兑付项目" />
        )
      }
    </Loaded>
  );
}

function ProjectItem({ project }: { project: RedemptionProject }) {
  return (
    <li className={css.item}>
      <Link to={`/redemptions/projects/${project.id}`}>
        <b>{project.title}</b>
        <span className={css.tags}>
          {project.kind === 'EXEMPT' && <Tag tone="info">{label('redemptionKind', 'EXEMPT')}</Tag>}
          <StatusTag of="redemptionWindow" value={project.window} />
          {project.demo && <DemoTag short />}
        </span>
      </Link>
      <p>{project.ruleWords}</p>
      <p className={css.meta}>
        <span>{project.institutionName}</span>
        <DateRange name="兑付时间" from={project.opensOn} to={project.closesOn} />
        <span>{project.money.free > 0 ? `可用预算 ${wanOf(project.money.free)}` : '预算现已全部安排'}</span>
      </p>
      <p className={css.meta}>依据《{project.policyTitle}》</p>
    </li>
  );
}

/** What the enterprise applied for, what waits for itself first. */
export function MyRedemptions() {
  const { me } = useMe();
  const query = useMyRedemptions(!!me);
  return (
    <Loaded query={query} compact>
      {({ items }) =>
        items.length ? (
          <ul className={css.list}>
            {[...items]
              .sort((one, other) => urgency(one) - urgency(other))
              .map((redemption) => (
                <RedemptionItem key={redemption.id} redemption={redemption} />
              ))}
          </ul>
        ) : (
          <Empty compact title="还没有兑付申请" />
        )
      }
    </Loaded>
  );
}

const ASKED: Partial<Record<RedemptionRow['status'], string>> = {
  OFFERED: '贵企业可享这笔资金，确认收款账户即可',
  SENT_BACK: '部门已退回，请补正后再提交',
  PAY_FAILED: '支付没有成功，请核对并更正收款账户',
  RETURNED: '资金被退回，请核对并更正收款账户',
};

function RedemptionItem({ redemption }: { redemption: RedemptionRow }) {
  const { status, promise } = redemption;
  return (
    <li className={css.item}>
      <Link to={`/redemptions/${redemption.id}`}>
        <b>{redemption.projectTitle}</b>
        <span className={css.tags}>
          <StatusTag of="redemptionStatus" value={shownStatus(redemption)} />
          {redemption.demo && <DemoTag short />}
        </span>
      </Link>
      <p className={css.meta}>
        <span className="zq-whole">{redemption.number}</span>
        <span>{amountText(redemption)}</span>
        <span>{redemption.institutionName}</span>
        <span>提交于 {dateTimeText(redemption.submittedAt)}</span>
      </p>
      {ASKED[status] && (
        <p className={css.meta}>
          <Tag tone="wait">{ASKED[status]}</Tag>
        </p>
      )}
      {shownStatus(redemption) === 'IN_NOTICE' && redemption.noticeUntil && (
        <p className={css.meta}>公示至 {longDate(redemption.noticeUntil)}</p>
      )}
      {promise && isOpenPromise(promise) && (
        <p className={css.meta}>
          <Promised promise={promise} of="REDEMPTION" />
        </p>
      )}
    </li>
  );
}

/** Whether it is what the enterprise claims or what the department recognised is said with it. */
export const amountText = ({ amount, amountClaimed }: Pick<RedemptionRow, 'amount' | 'amountClaimed'>) =>
  amount === undefined ? `申请 ${yuanExact(amountClaimed)}` : `核定 ${yuanExact(amount)}`;
