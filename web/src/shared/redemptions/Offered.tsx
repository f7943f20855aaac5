import { useState } from 'react';
import type { Redemption } from '../api';
import { Asked } from '../declarations/Asked';
import css from '../declarations/declare.module.css';
import { byDay, yuanExact } from '../ui/format';
import { MatchConditions } from '../ui/MatchConditions';
import { AccountForm } from './AccountForm';
import { useFlaws } from './ClaimForm';
import { useConfirm, useDecline } from './queries';

/** 免申即享: what the department found for the enterprise, taken with one tap and its account; declined also where its policy was taken down since. */
export function Offered({ redemption }: { redemption: Redemption }) {
  return (
    <>
      {redemption.policyEnd?.how === 'WITHDRAWN' ? (
        <section className={css.card} aria-labelledby="offered">
          <h2 id="offered">免申即享</h2>
          <p>不需要这笔资金的，可以放弃，部门不再为贵企业预留。</p>
          <p className={css.actions}>
            <Decline redemption={redemption} />
          </p>
        </section>
      ) : (
        <Taking redemption={redemption} />
      )}
      {redemption.standing && (
        <section className={css.card} aria-labelledby="why">
          <h2 id="why">为什么可享</h2>
          <MatchConditions conditions={redemption.standing.conditions} fill={(fact) => fact.label} />
          {redemption.audience && (
            <>
              <h3>本项目的兑付对象</h3>
              <MatchConditions conditions={redemption.audience.conditions} fill={(fact) => fact.label} />
            </>
          )}
        </section>
      )}
    </>
  );
}

function Taking({ redemption }: { redemption: Redemption }) {
  const flaws = useFlaws();
  const confirm = useConfirm(redemption, { onError: flaws.failed });
  return (
    <AccountForm
      initial={{ name: redemption.enterpriseName, bank: '', number: '' }}
      flaws={flaws}
      labelledBy="offered"
      heading={
        <>
          <h2 id="offered">确认免申即享</h2>
          <p>
            {redemption.institutionName}核对政策条件后，确认贵企业可享 <b>{yuanExact(redemption.amount)}</b>
            ，无需申请。填写收款账户并确认即可，请在 {byDay(redemption.closesOn)}确认。
          </p>
        </>
      }
      actions={
        <>
          <button type="submit" className={css.main} disabled={confirm.isPending}>
            确认领取
          </button>
          <Decline redemption={redemption} />
        </>
      }
      onSend={confirm.mutate}
    />
  );
}

function Decline({ redemption }: { redemption: Redemption }) {
  const [problem, setProblem] = useState<string>();
  const decline = useDecline(redemption, { onError: (error) => setProblem(error.message) });
  return (
    <Asked
      what="放弃"
      sure="确定放弃这笔资金？放弃后不能恢复。"
      busy={decline.isPending}
      refused={problem}
      onSure={() => decline.mutate()}
    />
  );
}
