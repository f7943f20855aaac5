import { useId, useRef, useState, type ReactNode } from 'react';
import { saveFile } from '../api/client';
import { label } from '../i18n';
import { NONE } from '../ui/format';
import { Fold } from '../ui/Fold';
import { Icon } from '../ui/Icon';
import css from './Calculator.module.css';
import {
  csvOf,
  loanOfFields,
  SCHEDULED,
  scheduleOf,
  yuanText,
  type LoanFields,
  type Schedule,
  type ScheduledWay,
} from './schedule';

/** More instalments than these scroll in a frame of their own. */
const LONG = 24;
/** Of each instalment, in yuan. */
const COLUMNS = ['应还金额', '应还本金', '应还利息', '剩余本金'] as const;

/** The repayment calculator: figures, what comes of them, and the schedule month by month. */
export function Calculator({
  fields,
  onChange,
  ways = SCHEDULED,
  note,
}: {
  fields: LoanFields;
  onChange: (fields: LoanFields) => void;
  /** What can be chosen; a product may offer fewer. */
  ways?: readonly ScheduledWay[];
  /** What has to be known of the figures. */
  note?: ReactNode;
}) {
  const { loan, mistakes } = loanOfFields(fields);
  // What is not filled in yet is asked for, and no mistake.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const field = (name: 'amount' | 'rate' | 'months', title: string, decimal = true, example?: string) => (
    <Field
      title={title}
      value={fields[name]}
      decimal={decimal}
      example={example}
      mistake={fields[name].trim() || touched.has(name) ? mistakes[name] : undefined}
      onChange={(value) => onChange({ ...fields, [name]: value })}
      onLeave={() => setTouched(new Set([...touched, name]))}
    />
  );
  return (
    <div className={css.calculator}>
      <div className={css.fields}>
        {field('amount', '贷款金额（万元）')}
        {field('rate', '年利率（%）', true, '如 3.5')}
        {field('months', '贷款期限（月）', false)}
        <fieldset className={css.ways}>
          <legend>还款方式</legend>
          {ways.map((way) => (
            <label key={way}>
              <input
                type="radio"
                name="way"
                value={way}
                checked={fields.way === way}
                onChange={() => onChange({ ...fields, way })}
              />
              {label('repaymentWay', way)}
            </label>
          ))}
        </fieldset>
      </div>
      {loan ? (
        <Result schedule={scheduleOf(loan)} fields={fields} />
      ) : (
        <div role="status">
          <Figures figures={namesOf(fields.way).map((name) => [name, undefined])} />
          <p className={css.hint}>填写金额、年利率和期限后，显示每月还款和利息。</p>
        </div>
      )}
      <p className={css.note}>{note ?? '按所填数据计算，供参考；实际还款以借款合同和银行计息方式为准。'}</p>
    </div>
  );
}

function Field({
  title,
  value,
  decimal,
  example,
  mistake,
  onChange,
  onLeave,
}: {
  title: string;
  value: string;
  decimal: boolean;
  example: string | undefined;
  mistake: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
}) {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        value={value}
        inputMode={decimal ? 'decimal' : 'numeric'}
        autoComplete="off"
        placeholder={example}
        maxLength={16}
        aria-invalid={!!mistake}
        aria-describedby={mistake && `${id}-mistake`}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
      {mistake && (
        <p id={`${id}-mistake`} className={css.mistake}>
          <Icon name="warning" size={16} /> {mistake}
        </p>
      )}
    </div>
  );
}

const namesOf = (way: ScheduledWay) => [
  way === 'EQUAL_INSTALLMENT' ? '每月还款' : '首月还款',
  '末月还款',
  '利息合计',
  '还款合计',
];

/** What comes of it; before anything can be reckoned where it will stand. */
const Figures = ({ figures }: { figures: [string, bigint | undefined][] }) => (
  <dl className={css.figures}>
    {figures.map(([name, cents]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          {cents === undefined ? (
            NONE
          ) : (
            <>
              <b className="zq-num">{yuanText(cents)}</b> 元
            </>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

function Result({ schedule, fields }: { schedule: Schedule; fields: LoanFields }) {
  const { instalments, totalInterest, totalPayment } = schedule;
  const first = instalments[0]!;
  const last = instalments.at(-1)!;
  const details = useRef<HTMLDetailsElement>(null);
  const sums = [first.payment, last.payment, totalInterest, totalPayment];
  const print = () => {
    // A folded table would not be on the paper.
    if (details.current) details.current.open = true;
    globalThis.print();
  };
  return (
    <>
      <div role="status">
        <Figures figures={namesOf(fields.way).map((name, at) => [name, sums[at]])} />
      </div>
      <Fold ref={details} title={`还款计划表（${instalments.length} 期）`} className={css.schedule}>
        <div
          className={instalments.length > LONG ? `${css.scroll} ${css.framed}` : css.scroll}
          tabIndex={0}
          role="region"
          aria-label="还款计划表"
        >
          <table>
            <thead>
              <tr>
                <th scope="col">期数</th>
                {COLUMNS.map((title) => (
                  <th key={title} scope="col">
                    {title}（元）
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {instalments.map((one) => (
                <tr key={one.month}>
                  <th scope="row">{one.month}</th>
                  {[one.payment, one.principal, one.interest, one.left].map((cents, at) => (
                    <td key={at} data-head={COLUMNS[at]}>
                      {yuanText(cents)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">合计</th>
                {[totalPayment, totalPayment - totalInterest, totalInterest].map((cents, at) => (
                  <td key={at} data-head={COLUMNS[at]}>
                    {yuanText(cents)}
                  </td>
                ))}
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      </Fold>
      <p className={`${css.actions} zq-no-print`}>
        <button
          type="button"
          onClick={() =>
            saveFile(
              new Blob([csvOf(schedule)], { type: 'text/csv;charset=utf-8' }),
              `还款计划-${label('repaymentWay', fields.way)}-${fields.amount}万元-${fields.months}期.csv`,
            )
          }
        >
          导出表格
        </button>
        <button type="button" className="zq-no-phone" onClick={print}>
          打印
        </button>
      </p>
    </>
  );
}
