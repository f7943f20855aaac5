import { useState, type ReactNode } from 'react';
import css from '../declarations/declare.module.css';
import { accountFlaws, trimmed, type AccountDraft } from './claim';
import type { useFlaws } from './ClaimForm';
import { AccountFields } from './Fields';

/** Asks where the money is to go; what `flaws` heard from the service stands with what is missing here. */
export function AccountForm({
  initial,
  known,
  flaws,
  labelledBy,
  heading,
  actions,
  onSend,
}: {
  initial: AccountDraft;
  known?: AccountDraft;
  flaws: ReturnType<typeof useFlaws>;
  /** Id in the heading. */
  labelledBy: string;
  heading: ReactNode;
  /** With the button that sends it. */
  actions: ReactNode;
  onSend: (account: AccountDraft) => void;
}) {
  const [account, setAccount] = useState(initial);
  const send = () => {
    flaws.begin();
    const found = accountFlaws(account);
    if (found.length) flaws.refuse(found);
    else onSend(trimmed(account));
  };
  return (
    <form
      className={`${css.card} ${css.account}`}
      aria-labelledby={labelledBy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {heading}
      {flaws.summary}
      <AccountFields
        account={account}
        known={known}
        flaws={flaws.flaws}
        set={(next) => {
          setAccount(next);
          flaws.mend('account');
        }}
      />
      {flaws.alert}
      <p className={css.actions}>{actions}</p>
    </form>
  );
}
