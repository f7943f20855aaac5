import { useState } from 'react';
import type { Redemption } from '../api';
import { Asked } from '../declarations/Asked';
import css from '../declarations/declare.module.css';
import { longDate, yuanExact } from '../ui/format';
import { MatchConditions } from '../ui/MatchConditions';
import { accountFlaws, trimmed } from './claim';
import { useFlaws } from './ClaimForm';
import { AccountFields } from './Fields';
import { useConfirm, useDecline } from './queries';

/** 免申即享: what the department found for the enterprise, taken with one tap and its account. */
export function Offered({ redemption }: { redemption: Redemption }) {
  const [account, setAccount] = useState({ name: redemption.enterpriseName, bank: '', number: '' });
  const flaws = useFlaws();
  const confirm = useConfirm(redemption, { onError: flaws.failed });
  const decline = useDecline(redemption, { onError: flaws.failed });
  const send = () => {
    flaws.begin();
    const found = accountFlaws(account);
    if (found.length) flaws.refuse(found);
    else confirm.mutate(trimmed(account));
  };
  return (
    <>
      <form
        className={css.card}
        aria-labelledby="offered"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <h2 id="offered">确认免申即享</h2>
        <p>
          {redemption.institutionName}核对政策条件后，确认贵企业可享 <b>{yuanExact(redemption.amount)}</b>
          ，无需申请。填写收款账户并确认即可，请在 {longDate(redemption.closesOn)}前确认。
        </p>
        {flaws.summary}
        <AccountFields
          account={account}
          flaws={flaws.flaws}
          set={(next) => {
            setAccount(next);
            flaws.mend('account');
          }}
        />
        {flaws.alert}
        <p className={css.actions}>
          <button type="submit" className={css.main} disabled={confirm.isPending}>
            确认领取
          </button>
          <Asked
            what="放弃"
            sure="确定放弃这笔资金？放弃后不能恢复。"
            busy={decline.isPending}
            onSure={() => decline.mutate()}
          />
        </p>
      </form>
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
