import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { isProblem, type DeclarationFile, type RedemptionClaim } from '../api';
import css from '../declarations/declare.module.css';
import { Files } from '../declarations/Files';
import { fieldId } from '../declarations/filling';
import form from '../declarations/form.module.css';
import { keptUntil, uploadFile, useEarlierFiles, useFilesThatAre } from '../declarations/queries';
import { ErrorSummary } from '../ui/ErrorSummary';
import { dateTimeText, yuanExact } from '../ui/format';
import {
  claimOf,
  figureOf,
  flawsIn,
  keyOfMistake,
  type AccountDraft,
  type Basis,
  type ClaimDraft,
  type Flaw,
} from './claim';
import { AccountFields, TextField } from './Fields';
import { useAmount } from './queries';

/** Brings a field into view and puts the cursor into it. */
function go(key: string) {
  const field = document.getElementById(fieldId(key));
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

/** The mistakes of a form: those that the page finds before it sends, and those that the service answers. */
export function useFlaws() {
  const [flaws, setFlaws] = useState<Flaw[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const refuse = (found: Flaw[]) => {
    setFlaws(found);
    setAttempt((now) => now + 1);
  };
  return {
    flaws,
    refuse,
    mend: (key: string) => {
      setFlaws((now) => now.filter((flaw) => !flaw.key.startsWith(key)));
      // It was said of what stood there before.
      setProblem(undefined);
    },
    begin: () => setProblem(undefined),
    /** What is about no field stands by itself; whose account it is belongs to the holder's name. */
    failed: (error: Error) => {
      const found = isProblem(error)
        ? error.fields.map(({ field, message }) => ({ key: keyOfMistake(field), text: message }))
        : [];
      if (isProblem(error, 'ACCOUNT_OF_ANOTHER')) found.push({ key: 'account.name', text: error.message });
      setProblem(found.length ? undefined : error.message);
      if (found.length) refuse(found);
    },
    summary: (
      <ErrorSummary
        attempt={attempt}
        mistakes={flaws.map((flaw, index) => ({
          key: `${flaw.key}-${index}`,
          text: flaw.text,
          go: () => go(flaw.key),
        }))}
      />
    ),
    alert: problem && (
      <p className={css.bad} role="alert">
        {problem}
      </p>
    ),
  };
}

/** What is claimed, typed the first time or supplemented; beside the figure stands what would be paid for it. */
export function ClaimForm({
  project,
  basis,
  initial,
  known,
  files,
  submitText,
  busy,
  flaws,
  onDraft,
  onSubmit,
  children,
}: {
  /** Whose rule tells the amount. */
  project: string;
  basis: Basis;
  initial: ClaimDraft;
  known?: AccountDraft;
  files: DeclarationFile[];
  submitText: string;
  busy: boolean;
  flaws: ReturnType<typeof useFlaws>;
  onDraft?: (draft: ClaimDraft) => void;
  onSubmit: (claim: RedemptionClaim) => void;
  children?: ReactNode;
}) {
  const [draft, setDraft] = useState(initial);
  const queries = useQueryClient();
  const earlier = useEarlierFiles(true);
  const listed = [...files, ...(earlier.data ?? [])];
  const unknown = earlier.data ? draft.files.filter((id) => listed.every((file) => file.id !== id)) : [];
  const older = useFilesThatAre(unknown);
  const gone = older.data ? unknown.filter((id) => older.data.every((file) => file.id !== id)) : [];
  const until = draft.files
    .map((id) => keptUntil(listed.find((file) => file.id === id)))
    .filter((day) => day !== undefined)
    .sort()[0];
  const change = (part: Partial<ClaimDraft>, key: string) => {
    const next = { ...draft, ...part };
    setDraft(next);
    flaws.mend(key);
    onDraft?.(next);
  };
  const send = () => {
    flaws.begin();
    const found = flawsIn(basis, draft);
    if (found.length) flaws.refuse(found);
    else onSubmit(claimOf(basis, draft));
  };
  return (
    <form
      className={css.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {flaws.summary}
      <fieldset className={form.group}>
        <legend>申请金额</legend>
        {basis.basis && (
          <TextField
            field="basis"
            name={basis.basis}
            unit={basis.unit}
            inputMode="decimal"
            maxLength={20}
            autoComplete="off"
            value={draft.basis}
            flaws={flaws.flaws}
            onText={(text) => change({ basis: text }, 'basis')}
          />
        )}
        <Computed project={project} basis={basis} text={draft.basis} />
      </fieldset>
      <fieldset className={form.group}>
        <legend>
          佐证材料<span className={form.optional}>（选填）</span>
        </legend>
        <p className={form.hint}>PDF、JPG 或 PNG，每个文件不超过 10 MB；以前上传过的文件可以直接选用。</p>
        {gone.length > 0 && (
          <p className={form.flaw} role="status">
            有 {gone.length} 个文件上传后 7 天内没有提交，已被清除，请重新上传；其他填写的内容都在。
            <button
              type="button"
              className={form.small}
              onClick={() => change({ files: draft.files.filter((id) => !gone.includes(id)) }, 'files')}
            >
              移除这些文件
            </button>
          </p>
        )}
        {until && (
          <p className={form.hint}>新上传的文件在提交前保留 7 天，请在 {dateTimeText(until)} 前提交申请。</p>
        )}
        <Files
          id={fieldId('files')}
          name="佐证材料"
          formats={['PDF', 'JPEG', 'PNG']}
          most={20}
          ids={draft.files}
          disabled={false}
          filling={{
            files: [...files, ...(older.data ?? [])],
            earlier: earlier.data ?? [],
            onUpload: async (file) => {
              const stored = await uploadFile(file);
              await queries.invalidateQueries({ queryKey: ['declaration-files'] });
              return stored;
            },
          }}
          set={(ids) => change({ files: ids }, 'files')}
        />
        <div className={form.field}>
          <label className={form.label} htmlFor={fieldId('statement')}>
            说明<span className={form.optional}>（选填）</span>
          </label>
          <textarea
            id={fieldId('statement')}
            className={form.control}
            rows={3}
            maxLength={1000}
            value={draft.statement}
            onChange={(event) => change({ statement: event.target.value }, 'statement')}
          />
        </div>
      </fieldset>
      <fieldset className={form.group}>
        <legend>收款账户</legend>
        <AccountFields
          account={draft.account}
          known={known}
          flaws={flaws.flaws}
          set={(account) => change({ account }, 'account')}
        />
      </fieldset>
      {flaws.alert}
      <p className={`${css.actions} ${css.bar}`}>
        <button type="submit" className={css.main} disabled={busy}>
          {submitText}
        </button>
        {children}
      </p>
    </form>
  );
}

/** What the rule pays for the figure, in words; said by the service, which alone computes money. */
function Computed({ project, basis, text }: { project: string; basis: Basis; text: string }) {
  const figure = basis.basis ? figureOf(text) : undefined;
  const asked = !basis.basis || figure !== undefined;
  const { data, error } = useAmount(project, figure, asked);
  return (
    <div role="status">
      {!asked && <p className={form.hint}>填写“{basis.basis}”后，按规则计算可兑付的金额。</p>}
      {asked && error && <p className={form.flaw}>{error.message}</p>}
      {asked && !error && data && (
        <>
          <p>
            预计兑付 <b>{yuanExact(data.yuan)}</b>
          </p>
          <p className={form.hint}>{data.explanation}。最终金额以部门核定为准。</p>
        </>
      )}
    </div>
  );
}
