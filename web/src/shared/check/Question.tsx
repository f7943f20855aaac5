import { useState, type ComponentProps } from 'react';
import type { CodeChoice, Fact } from '../api';
import { label } from '../i18n';
import { yearsOf } from '../match';
import { dateText, thisYear, unitText } from '../ui';
import { isSame, NONE_OF_THESE, spoken } from './answers';
import css from './SelfCheck.module.css';

export const fieldOf = (fact: string) => `ask-${fact}`;

/** One fact to type, by its kind. Plain elements, so that both apps have the same in their own type and space. */
export function Question({
  fact,
  choices,
  typed,
  overruled,
  error,
  onType,
}: {
  fact: Fact;
  /** Of a fact that is a code. */
  choices: CodeChoice[] | undefined;
  typed: string[];
  /** What was typed before the sign-in, where the register says otherwise. */
  overruled: string[] | undefined;
  error: string | undefined;
  onType: (typed: string[]) => void;
}) {
  const id = fieldOf(fact.name);
  const name = fact.label + (fact.unit && fact.kind !== 'YEARS' ? `（${unitText(fact.unit)}）` : '');
  const noteId = `${id}-told`;
  const from =
    fact.source && `${label('factSource', fact.source)}${fact.asOf ? ` ${dateText(fact.asOf)}` : ''}`;
  // A source answers for its own figure alone.
  const source = from && (isSame(fact, typed) ? from : `您填的与企业画像（${from}）不同`);
  const note = (
    <span className={css.told} id={noteId}>
      {error ? (
        <span className={css.error} role="alert">
          {error}
        </span>
      ) : (
        [
          overruled && told(fact, overruled, choices),
          source,
          // How a code is written says nothing to who chooses it by its name.
          !choices && fact.hint,
        ]
          .filter(Boolean)
          .join('。')
      )}
    </span>
  );
  const field = { 'aria-invalid': !!error || undefined, 'aria-describedby': noteId };
  const set = (at: number, text: string) => onType(typed.map((one, index) => (index === at ? text : one)));

  if (fact.kind === 'YEARS') {
    return (
      <fieldset className={css.wide} id={id} tabIndex={-1}>
        <legend>
          {fact.label}
          {fact.unit && `（${unitText(fact.unit)}）`}
        </legend>
        <div className={css.years}>
          {yearsOf(fact).map((year) => (
            <label key={year}>
              {thisYear() - 1 - year} 年
              <Figure
                grouped={isGrouped(fact)}
                inputMode="decimal"
                placeholder="不清楚可留空"
                value={typed[year] ?? ''}
                onChange={(event) => set(year, event.target.value)}
                {...field}
              />
            </label>
          ))}
        </div>
        {note}
      </fieldset>
    );
  }
  if (fact.kind === 'MULTI_CHOICE') {
    const offered = [...(fact.choices ?? []), NONE_OF_THESE];
    return (
      <fieldset className={css.wide} id={id} tabIndex={-1}>
        <legend>{fact.label}</legend>
        <div className={css.choices}>
          {offered.map((choice) => (
            <label key={choice}>
              <input
                type="checkbox"
                checked={typed.includes(choice)}
                onChange={(event) =>
                  onType(
                    !event.target.checked
                      ? typed.filter((one) => one !== choice)
                      : choice === NONE_OF_THESE
                        ? [choice]
                        : [...typed.filter((one) => one !== NONE_OF_THESE), choice],
                  )
                }
              />
              {choice}
            </label>
          ))}
        </div>
        {note}
      </fieldset>
    );
  }
  if (fact.kind === 'BOOLEAN') {
    return (
      <div className={css.field} id={id} tabIndex={-1} role="radiogroup" aria-labelledby={`${id}-name`}>
        <span className={css.name} id={`${id}-name`}>
          {name}
        </span>
        <div className={css.flags}>
          {(
            [
              ['true', '是'],
              ['false', '否'],
              ['', '不清楚'],
            ] as const
          ).map(([value, text]) => (
            <label key={value}>
              <input
                type="radio"
                name={id}
                checked={(typed[0] ?? '') === value}
                onChange={() => set(0, value)}
              />
              {text}
            </label>
          ))}
        </div>
        {note}
      </div>
    );
  }
  return (
    <div className={css.field}>
      <label htmlFor={id}>{name}</label>
      {choices ? (
        <select id={id} value={typed[0] ?? ''} onChange={(event) => set(0, event.target.value)} {...field}>
          <option value="">不清楚</option>
          {/* A code of the register may be finer than those on offer. */}
          {typed[0] && !choices.some((one) => one.code === typed[0]) && (
            <option value={typed[0]}>{fact.valueName ?? typed[0]}</option>
          )}
          {grouped(choices).map(([group, some]) =>
            group ? (
              <optgroup key={group} label={group}>
                {some.map(option)}
              </optgroup>
            ) : (
              some.map(option)
            ),
          )}
        </select>
      ) : fact.kind === 'CHOICE' ? (
        <select id={id} value={typed[0] ?? ''} onChange={(event) => set(0, event.target.value)} {...field}>
          <option value="">不清楚</option>
          {(fact.choices ?? []).map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <Figure
          grouped={isGrouped(fact)}
          id={id}
          type={fact.kind === 'DATE' ? 'date' : 'text'}
          inputMode={fact.kind === 'INTEGER' ? 'numeric' : fact.kind === 'NUMBER' ? 'decimal' : undefined}
          placeholder="不清楚可留空"
          maxLength={100}
          value={typed[0] ?? ''}
          onChange={(event) => set(0, event.target.value)}
          {...field}
        />
      )}
      {note}
    </div>
  );
}

/** What has a unit is a figure; a number without one may be a code or a year. */
const isGrouped = ({ kind, unit }: Fact) =>
  !!unit && unit !== '年' && (kind === 'INTEGER' || kind === 'NUMBER' || kind === 'YEARS');

/** With all decimals that were typed. */
function thousands(value: string): string {
  const [whole = '', ...decimals] = value.split('.');
  return [whole.replace(/\d(?=(\d{3})+$)/g, '$&,'), ...decimals].join('.');
}

/** A field that shows its figure as the results do, 9,860, but while somebody types in it. */
function Figure({
  grouped: figures,
  value,
  ...rest
}: ComponentProps<'input'> & { grouped: boolean; value: string }) {
  const [typing, setTyping] = useState(false);
  const read = figures && !typing && /^\d{4,}(\.\d+)?$/.test(value);
  return (
    <input
      value={read ? thousands(value) : value}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      {...rest}
    />
  );
}

function told(fact: Fact, overruled: string[], choices: CodeChoice[] | undefined): string {
  const origin = label('factSource', fact.source ?? 'REGISTER');
  const unit = fact.unit ? ` ${unitText(fact.unit)}` : '';
  return `您填的 ${spoken(fact, overruled, choices)}${unit} 与${origin}不同，已按${origin}带入`;
}

const option = (choice: CodeChoice) => (
  <option key={choice.code} value={choice.code}>
    {choice.name}
  </option>
);

/** In the order in which they come. */
function grouped(choices: CodeChoice[]): [string | undefined, CodeChoice[]][] {
  const groups = new Map<string | undefined, CodeChoice[]>();
  for (const one of choices) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups];
}
