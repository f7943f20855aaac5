/**
 * The schedule of a loan, to the cent. It is reckoned here and nowhere else: a visitor plays with figures and waits for no server, and a
 * phone without a network still reckons. Whole cents and fractions of whole numbers (BigInt) have no binary rounding; each interest is
 * rounded once, half up, and the last instalment takes what that left over.
 */

/** The ways of repayment that have a schedule known from the start. */
export const SCHEDULED = ['EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST'] as const;
export type ScheduledWay = (typeof SCHEDULED)[number];

export interface Loan {
  /** Cents. */
  principal: bigint;
  /** Ten-thousandths of a percent a year: 3.45 % is 34500. */
  rate: bigint;
  months: number;
  way: ScheduledWay;
}

/** Cents; what is left is owed after it. */
interface Instalment {
  month: number;
  payment: bigint;
  principal: bigint;
  interest: bigint;
  left: bigint;
}

export interface Schedule {
  instalments: Instalment[];
  totalInterest: bigint;
  totalPayment: bigint;
}

/** A rate of that unit by this is a month's share of the principal. */
const A_MONTH = 12n * 1_000_000n;

/** A fraction as the nearest whole number, half up; both above or at zero. */
const rounded = (over: bigint, under: bigint) => (2n * over + under) / (2n * under);

const least = (one: bigint, other: bigint) => (one < other ? one : other);

/** What is paid each month of equal instalments: P·i·(1+i)ⁿ / ((1+i)ⁿ−1), as one fraction. */
function equalPayment({ principal, rate, months }: Loan): bigint {
  const n = BigInt(months);
  const grown = (A_MONTH + rate) ** n;
  return rounded(principal * rate * grown, A_MONTH * (grown - A_MONTH ** n));
}

export function scheduleOf(loan: Loan): Schedule {
  const { principal, rate, months, way } = loan;
  const equal = way === 'EQUAL_INSTALLMENT' ? equalPayment(loan) : 0n;
  const part = rounded(principal, BigInt(months));
  const instalments: Instalment[] = [];
  let left = principal;
  for (let month = 1; month <= months; month++) {
    const interest = rounded(left * rate, A_MONTH);
    const wanted = { EQUAL_INSTALLMENT: equal - interest, EQUAL_PRINCIPAL: part, INTEREST_FIRST: 0n }[way];
    const repaid = month === months ? left : least(wanted, left);
    left -= repaid;
    instalments.push({ month, payment: repaid + interest, principal: repaid, interest, left });
  }
  const totalInterest = instalments.reduce((sum, one) => sum + one.interest, 0n);
  return { instalments, totalInterest, totalPayment: principal + totalInterest };
}

/** A figure as typed, in units of 10^-scale; nothing for what is no figure or has more decimals. */
export function scaled(typed: string, scale: number): bigint | undefined {
  const found = /^(\d{1,12})(?:\.(\d+))?$/.exec(typed.trim());
  if (!found) return undefined;
  const [, whole = '', fraction = ''] = found;
  return fraction.length > scale ? undefined : BigInt(whole + fraction.padEnd(scale, '0'));
}

/** Cents as yuan: "5,307.27". */
export function yuanText(cents: bigint): string {
  const [whole = '', fraction = ''] = plainYuan(cents).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}

/** The same for another program: "5307.27". */
export function plainYuan(cents: bigint): string {
  const text = String(cents).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** What the calculator's fields hold, as typed; as they stand in its address. */
export interface LoanFields {
  /** 万元. */
  amount: string;
  /** Percent a year. */
  rate: string;
  months: string;
  way: ScheduledWay;
}

type Mistakes = Partial<Record<'amount' | 'rate' | 'months', string>>;

const MOST_WAN = 100_000;
const MOST_RATE = 24;
const MOST_MONTHS = 360;

/** A number it is, and too small a one. */
const isNegative = (text: string) => /^-\d/.test(text.trim());

/** The loan that the fields speak of, or what is wrong with them. */
export function loanOfFields(fields: LoanFields): { loan?: Loan; mistakes: Mistakes } {
  const mistakes: Mistakes = {};
  const principal = scaled(fields.amount, 6);
  const rate = scaled(fields.rate, 4);
  const months = scaled(fields.months, 0);
  if (!fields.amount.trim()) mistakes.amount = '请填写贷款金额';
  else if (principal === undefined && !isNegative(fields.amount))
    mistakes.amount = '请填写数字，最多六位小数';
  else if (principal === undefined || principal <= 0n || principal > BigInt(MOST_WAN) * 1_000_000n)
    mistakes.amount = '贷款金额应大于零且不超过 10 亿元';
  if (!fields.rate.trim()) mistakes.rate = '请填写年利率';
  else if (rate === undefined && !isNegative(fields.rate)) mistakes.rate = '请填写数字，最多四位小数';
  else if (rate === undefined || rate <= 0n || rate > BigInt(MOST_RATE) * 10_000n)
    mistakes.rate = `年利率应大于零且不超过 ${MOST_RATE}%`;
  if (!fields.months.trim()) mistakes.months = '请填写贷款期限';
  else if (months === undefined && !isNegative(fields.months)) mistakes.months = '请填写整月数';
  else if (months === undefined || months < 1n || months > BigInt(MOST_MONTHS))
    mistakes.months = `贷款期限应在 1 到 ${MOST_MONTHS} 个月之间`;
  if (Object.keys(mistakes).length) return { mistakes };
  return { loan: { principal: principal!, rate: rate!, months: Number(months), way: fields.way }, mistakes };
}

/** With what the calculator of a product begins: its least rate, and an amount and a term that it has. */
export function fieldsFor(product: {
  minAmountWan?: number;
  maxAmountWan?: number;
  minRate?: number;
  minTermMonths?: number;
  termMonths?: number;
  repayments: readonly string[];
}): LoanFields {
  const within = (usual: number, from = 0, to = Infinity) => Math.max(from, Math.min(usual, to));
  return {
    amount: String(within(100, product.minAmountWan, product.maxAmountWan)),
    // A rate that is known in words alone is left to be typed: none is made up.
    rate: product.minRate === undefined ? '' : String(product.minRate),
    months: String(within(12, product.minTermMonths, product.termMonths)),
    way: SCHEDULED.find((one) => product.repayments.includes(one)) ?? 'EQUAL_INSTALLMENT',
  };
}

/** The schedule as a file that spreadsheets open: with the mark by which Excel knows UTF-8. */
export function csvOf(schedule: Schedule): string {
  const rows = [
    ['期数', '应还金额（元）', '应还本金（元）', '应还利息（元）', '剩余本金（元）'],
    ...schedule.instalments.map((one) => [
      String(one.month),
      ...[one.payment, one.principal, one.interest, one.left].map(plainYuan),
    ]),
    [
      '合计',
      plainYuan(schedule.totalPayment),
      plainYuan(schedule.totalPayment - schedule.totalInterest),
      plainYuan(schedule.totalInterest),
      '',
    ],
  ];
  return `\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}
