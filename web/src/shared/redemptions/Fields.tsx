import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import form from '../declarations/form.module.css';
import { fieldId } from '../declarations/filling';
import type { AccountDraft, Flaw } from './claim';

/** A field of one line with its name, its unit, and what is wrong with it. */
export function TextField({
  field,
  name,
  unit,
  hint,
  optional = false,
  wide = false,
  flaws,
  onText,
  ...input
}: {
  field: string;
  name: string;
  unit?: string;
  hint?: ReactNode;
  optional?: boolean;
  wide?: boolean;
  flaws: Flaw[];
  onText: (text: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'name'>) {
  const flaw = flaws.find(({ key }) => key === field)?.text;
  const notes = useId();
  return (
    <div className={`${form.field} ${wide ? form.wide : ''} ${flaw ? form.flawed : ''}`}>
      <label className={form.label} htmlFor={fieldId(field)}>
        {name}
        {unit && `（${unit}）`}
        {optional && <span className={form.optional}>（选填）</span>}
      </label>
      <input
        {...input}
        id={fieldId(field)}
        className={form.control}
        aria-invalid={!!flaw}
        aria-describedby={notes}
        onChange={(event) => onText(event.target.value)}
      />
      <div id={notes}>
        {hint && <p className={form.hint}>{hint}</p>}
        {flaw && <p className={form.flaw}>{flaw}</p>}
      </div>
    </div>
  );
}

/** Where the money is to go. `known` is the account as it was named before, its number covered. */
export function AccountFields({
  account,
  flaws,
  known,
  set,
}: {
  account: AccountDraft;
  flaws: Flaw[];
  known?: AccountDraft;
  set: (account: AccountDraft) => void;
}) {
  return (
    <div className={form.fields}>
      <TextField
        field="account.name"
        name="开户名"
        hint="须与企业名称一致"
        maxLength={100}
        autoComplete="off"
        value={account.name}
        flaws={flaws}
        onText={(name) => set({ ...account, name })}
      />
      <TextField
        field="account.bank"
        name="开户银行"
        hint="填写到支行"
        maxLength={100}
        autoComplete="off"
        value={account.bank}
        flaws={flaws}
        onText={(bank) => set({ ...account, bank })}
      />
      <TextField
        field="account.number"
        name="银行账号"
        hint={known ? `原账号 ${known.number}，请重新填写` : '加密保存，办理中只显示首尾数字'}
        inputMode="numeric"
        maxLength={60}
        autoComplete="off"
        value={account.number}
        flaws={flaws}
        onText={(number) => set({ ...account, number })}
      />
    </div>
  );
}
