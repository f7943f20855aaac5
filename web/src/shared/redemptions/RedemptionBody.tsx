import { useState } from 'react';
import { Link } from 'react-router';
import type { Redemption } from '../api';
import { Asked } from '../declarations/Asked';
import css from '../declarations/declare.module.css';
import { sizeText } from '../declarations/form';
import { endedText } from '../policies/ended';
import { Promised } from '../promise';
import { Definition } from '../ui/Definition';
import { longDate, numberText, withUnit, yuanExact } from '../ui/format';
import { Icon } from '../ui/Icon';
import { DemoTag, StatusTag } from '../ui/StatusTag';
import { AccountForm } from './AccountForm';
import { isUnderWay, mayApplyAgain, mayCorrectAccount, mayWithdraw, mustCorrectAccount } from './claim';
import { ClaimForm, useFlaws } from './ClaimForm';
import { shownStatus } from './mine';
import { Offered } from './Offered';
import { useCorrectAccount, useSupplement, useWithdraw } from './queries';
import { RedemptionProgress } from './RedemptionProgress';

/** An application as its enterprise has it: where it stands, how its amount comes about, and what it can do itself. */
export function RedemptionBody({ redemption }: { redemption: Redemption }) {
  const { status, policyEnd } = redemption;
  return (
    <div className={css.page}>
      {policyEnd && isUnderWay(status) && (
        <p className={css.notice}>
          <Icon name="warning" size={18} />
          {endedText(policyEnd, `${whatFollows(redemption)}，请以${redemption.institutionName}的说明为准`)}
        </p>
      )}
      <section className={css.card} aria-labelledby="state">
        <h2 id="state" className={css.tags}>
          兑付编号 {redemption.number} <StatusTag of="redemptionStatus" value={shownStatus(redemption)} />
          {redemption.demo && <DemoTag />}
        </h2>
        <Standing redemption={redemption} />
      </section>
      {status === 'OFFERED' && <Offered key={redemption.version} redemption={redemption} />}
      {status === 'SENT_BACK' && <Supplementing key={redemption.version} redemption={redemption} />}
      {mustCorrectAccount(status) && <Correcting key={redemption.version} redemption={redemption} />}
      <section className={css.card} aria-labelledby="progress">
        <h2 id="progress">办理进度</h2>
        <RedemptionProgress of={redemption} />
      </section>
      <Claimed redemption={redemption} />
      {!mustCorrectAccount(status) && mayCorrectAccount(status) && (
        <CorrectingOnDemand key={redemption.version} redemption={redemption} />
      )}
      {mayWithdraw(status) && <Withdraw redemption={redemption} />}
    </div>
  );
}

/** What is offered under a policy that is taken down cannot be taken any more, and under one that only ended it can. */
function whatFollows({ status, policyEnd }: Redemption): string {
  if (status !== 'OFFERED') return '已受理的事项继续办理';
  return policyEnd?.how === 'WITHDRAWN' ? '这笔资金不能再确认' : '已列入名单的仍可确认';
}

/** In a sentence, what it means for the enterprise now. */
function Standing({ redemption }: { redemption: Redemption }) {
  const { institutionName, amount, noticeUntil, promise, reason, policyBeginsOn } = redemption;
  const paidFrom = policyBeginsOn && `政策自 ${longDate(policyBeginsOn)} 起施行，施行后支付`;
  const then = paidFrom ? `后转为待支付；${paidFrom}` : '后支付';
  switch (shownStatus(redemption)) {
    case 'SUBMITTED':
      return (
        <p>
          已提交至{institutionName}，等待审核。
          <Promised promise={promise} of="REDEMPTION" />
        </p>
      );
    case 'OFFERED':
      return (
        <p>
          部门已将贵企业列入免申即享名单
          {redemption.policyEnd?.how === 'WITHDRAWN' ? '，尚未确认' : '，等待确认'}。
        </p>
      );
    case 'SENT_BACK':
      return <p className={css.notice}>部门已退回，请补正：{reason}。补正前审核时限暂停计算。</p>;
    case 'IN_NOTICE':
      return (
        <p>
          已核定 {yuanExact(amount)}，正在公示
          {noticeUntil ? `，至 ${longDate(noticeUntil)}` : ''}；期满且没有未答复的异议{then}。
          <Link to={`/notices/${redemption.id}`}>查看公示</Link>
        </p>
      );
    case 'NOTICE_OVER':
      return (
        <p>
          已核定 {yuanExact(amount)}，公示期已满；没有未答复的异议{then}。
          <Link to={`/notices/${redemption.id}`}>查看公示</Link>
        </p>
      );
    case 'APPROVED':
      return (
        <p>
          公示期满，{yuanExact(amount)} 待支付
          {paidFrom ? `；${paidFrom}` : ''}。
        </p>
      );
    case 'PAYING':
      return <p>{yuanExact(amount)} 已列入支付批次，支付办理中。</p>;
    case 'PAID':
      return (
        <p>
          {yuanExact(amount)} 已支付至 {redemption.account?.bank} {redemption.account?.number}。
        </p>
      );
    case 'PAY_FAILED':
      return <p className={css.bad}>支付没有成功：{reason}。请核对并更正收款账户，再次支付。</p>;
    case 'RETURNED':
      return (
        <p className={css.bad}>
          已支付的 {yuanExact(amount)} 被退回：{reason}。请核对并更正收款账户，再次支付。
        </p>
      );
    case 'REJECTED':
      return (
        <>
          <p className={css.bad}>驳回原因：{reason}</p>
          <Again redemption={redemption} />
        </>
      );
    case 'ENDED':
      return (
        <>
          <p className={css.bad}>
            {institutionName}已终止兑付，{yuanExact(amount)} 不再支付。原因：{reason}
          </p>
          <Again redemption={redemption} />
        </>
      );
    default:
      return <Again redemption={redemption} />;
  }
}

function Again({ redemption }: { redemption: Redemption }) {
  if (redemption.kind !== 'APPLICATION' || !mayApplyAgain(redemption.status)) return null;
  return (
    <p>
      兑付时间至 {longDate(redemption.closesOn)}，
      <Link to={`/redemptions/projects/${redemption.projectId}`}>查看兑付项目</Link>。
    </p>
  );
}

/** What was claimed and what was recognised of it, and where the money goes. */
export function ClaimFacts({ redemption, columns }: { redemption: Redemption; columns?: 1 | 2 }) {
  const { basis, unit, basisClaimed, basisRecognised, account, amount, amountClaimed } = redemption;
  // Of what the department found by itself nobody applied for an amount.
  const exempt = redemption.kind === 'EXEMPT';
  const figure = (value: number | undefined) =>
    value === undefined ? undefined : unit === '元' ? yuanExact(value) : withUnit(numberText(value), unit);
  return (
    <Definition
      columns={columns}
      items={[
        ...(basis ? [{ label: `申报的${basis}`, value: figure(basisClaimed) }] : []),
        { label: exempt ? '兑付金额' : '申请金额', value: yuanExact(amountClaimed) },
        ...(basis && basisRecognised !== undefined
          ? [{ label: `核定的${basis}`, value: figure(basisRecognised) }]
          : []),
        ...(amount === undefined || (exempt && amount === amountClaimed)
          ? []
          : [{ label: '核定金额', value: yuanExact(amount) }]),
        { label: '计算规则', value: redemption.ruleWords },
        { label: '计算过程', value: redemption.explanation },
        ...(account
          ? [
              { label: '开户名', value: account.name },
              { label: '开户银行', value: account.bank },
              { label: '银行账号', value: account.number },
            ]
          : []),
        ...(redemption.statement ? [{ label: '企业说明', value: redemption.statement }] : []),
      ]}
    />
  );
}

function Claimed({ redemption }: { redemption: Redemption }) {
  return (
    <section className={css.card} aria-labelledby="claimed">
      <h2 id="claimed">{redemption.kind === 'EXEMPT' ? '兑付内容' : '申请内容'}</h2>
      <ClaimFacts redemption={redemption} />
      {redemption.files.length > 0 && (
        <>
          <h3>佐证材料</h3>
          <ul className={css.points}>
            {redemption.files.map((file) => (
              <li key={file.id}>
                <a href={`/api/policy/declaration-files/${file.id}`} target="_blank" rel="noreferrer">
                  {file.name}
                </a>{' '}
                <small>{sizeText(file.size)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        依据 <Link to={`/policies/${redemption.policyId}`}>《{redemption.policyTitle}》</Link>
      </p>
    </section>
  );
}

function Supplementing({ redemption }: { redemption: Redemption }) {
  const flaws = useFlaws();
  const supplement = useSupplement(redemption, { onError: flaws.failed });
  const { account, basisClaimed } = redemption;
  return (
    <ClaimForm
      project={redemption.projectId}
      basis={redemption}
      initial={{
        basis: basisClaimed === undefined ? '' : String(basisClaimed),
        statement: redemption.statement,
        files: redemption.files.map(({ id }) => id),
        account: { name: account?.name ?? redemption.enterpriseName, bank: account?.bank ?? '', number: '' },
      }}
      known={account}
      files={redemption.files}
      submitText="提交补正"
      busy={supplement.isPending}
      flaws={flaws}
      onSubmit={(claim) => supplement.mutate(claim)}
    />
  );
}

function Correcting({ redemption, onCancel }: { redemption: Redemption; onCancel?: () => void }) {
  const { account: known } = redemption;
  const flaws = useFlaws();
  const correct = useCorrectAccount(redemption, { onError: flaws.failed });
  return (
    <AccountForm
      initial={{
        name: known?.name ?? redemption.enterpriseName,
        bank: known?.bank ?? '',
        number: '',
      }}
      known={known}
      flaws={flaws}
      labelledBy="correct"
      heading={<h2 id="correct">更正收款账户</h2>}
      actions={
        <>
          <button type="submit" className={css.main} disabled={correct.isPending}>
            更正账户
          </button>
          {onCancel && (
            <button type="button" className={css.outline} onClick={onCancel}>
              取消
            </button>
          )}
        </>
      }
      onSend={correct.mutate}
    />
  );
}

function CorrectingOnDemand({ redemption }: { redemption: Redemption }) {
  const [open, setOpen] = useState(false);
  if (open) return <Correcting redemption={redemption} onCancel={() => setOpen(false)} />;
  return (
    <p className={css.actions}>
      <button type="button" className={css.outline} onClick={() => setOpen(true)}>
        更正收款账户
      </button>
    </p>
  );
}

function Withdraw({ redemption }: { redemption: Redemption }) {
  const [problem, setProblem] = useState<string>();
  const withdraw = useWithdraw(redemption, { onError: (error) => setProblem(error.message) });
  return (
    <p className={css.actions}>
      <Asked
        what="撤回申请"
        sure="确定撤回这份申请？撤回后不能恢复，兑付时间内可重新申请。"
        busy={withdraw.isPending}
        refused={problem}
        onSure={() => withdraw.mutate()}
      />
    </p>
  );
}
