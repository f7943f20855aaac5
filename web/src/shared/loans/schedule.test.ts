import { describe, expect, it } from 'vitest';
import {
  csvOf,
  fieldsFor,
  loanOfFields,
  SCHEDULED,
  scaled,
  scheduleOf,
  yuanText,
  type ScheduledWay,
} from './schedule';

const YUAN = 100n;

function reckoned(yuan: number, percent: string, months: number, way: ScheduledWay) {
  const schedule = scheduleOf({ principal: BigInt(yuan) * YUAN, rate: scaled(percent, 4)!, months, way });
  const paid = schedule.instalments.map((one) => yuanText(one.payment));
  return { schedule, paid, interest: yuanText(schedule.totalInterest) };
}

/** How far the sum of rounded months may be from a published sum that was rounded once, in cents. */
const near = (text: string, published: string, cents: number) => {
  const value = (one: string) => Math.round(Number(one.replaceAll(',', '')) * 100);
  expect(Math.abs(value(text) - value(published)), `${text} beside ${published}`).toBeLessThanOrEqual(cents);
};

describe('published tables', () => {
  // A million yuan over thirty years, as banks and the papers print it at each change of the rate.
  it.each([
    ['4.9', '5,307.27', '910,616.19'],
    ['4.2', '4,890.17', '760,461.83'],
    ['3.95', '4,745.37', '708,334.05'],
    ['3.1', '4,270.16', '537,259.04'],
  ])('equal instalments at %s percent: %s a month, %s of interest', (rate, payment, interest) => {
    const it = reckoned(1_000_000, rate, 360, 'EQUAL_INSTALLMENT');
    expect(it.paid[0]).toBe(payment);
    expect(new Set(it.paid.slice(0, -1))).toEqual(new Set([payment]));
    // The tables multiply an instalment that was not rounded; the last one makes up for each month's rounding, with interest on it.
    near(it.interest, interest, 400);
  });

  it('equal principal at 4.9 %: 6,861.11 at first and 11.34 less each month', () => {
    const it = reckoned(1_000_000, '4.9', 360, 'EQUAL_PRINCIPAL');
    expect(it.paid.slice(0, 3)).toEqual(['6,861.11', '6,849.77', '6,838.43']);
    near(it.interest, '737,041.67', 180);
  });

  it('a year at 6 %: the table of the textbook, month by month', () => {
    const { schedule, paid, interest } = reckoned(100_000, '6', 12, 'EQUAL_INSTALLMENT');
    expect(paid[0]).toBe('8,606.64');
    expect(
      schedule.instalments.slice(0, 3).map((one) => [one.interest, one.principal, one.left].map(yuanText)),
    ).toEqual([
      ['500.00', '8,106.64', '91,893.36'],
      ['459.47', '8,147.17', '83,746.19'],
      ['418.73', '8,187.91', '75,558.28'],
    ]);
    near(interest, '3,279.72', 6);
  });

  it('equal principal without a fraction is exact to the cent', () => {
    const it = reckoned(120_000, '6', 12, 'EQUAL_PRINCIPAL');
    expect(it.paid[0]).toBe('10,600.00');
    expect(it.paid.at(-1)).toBe('10,050.00');
    expect(it.interest).toBe('3,900.00');
  });

  it('interest first: the same each month, and the principal at the end', () => {
    const it = reckoned(1_000_000, '4.35', 12, 'INTEREST_FIRST');
    expect(new Set(it.paid.slice(0, -1))).toEqual(new Set(['3,625.00']));
    expect(it.paid.at(-1)).toBe('1,003,625.00');
    expect(it.interest).toBe('43,500.00');
  });
});

describe('whatever is borrowed', () => {
  // The same figures in each run.
  let seed = 20_261_127;
  const dice = (sides: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % sides;
  };
  const loans = Array.from({ length: 200 }, () => ({
    principal: BigInt(1 + dice(dice(3) ? 100_000_000 : 400)),
    rate: BigInt(1 + dice(240_000)),
    months: 1 + dice(360),
    way: SCHEDULED[dice(3)]!,
  }));

  it('the parts of the principal are the principal, and nobody ever owes less than nothing', () => {
    for (const loan of loans) {
      const { instalments, totalInterest, totalPayment } = scheduleOf(loan);
      const told = JSON.stringify(loan, (_, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      );
      const sum = (of: (one: (typeof instalments)[number]) => bigint) =>
        instalments.reduce((all, one) => all + of(one), 0n);
      expect(instalments, told).toHaveLength(loan.months);
      expect(
        sum((one) => one.principal),
        told,
      ).toBe(loan.principal);
      expect(
        sum((one) => one.interest),
        told,
      ).toBe(totalInterest);
      expect(
        sum((one) => one.payment),
        told,
      ).toBe(totalPayment);
      expect(instalments.at(-1)!.left, told).toBe(0n);
      let before = loan.principal;
      const wrong = instalments.filter((one) => {
        const was = before;
        before = one.left;
        // Half a cent at most was rounded.
        const off = one.interest * 24_000_000n - was * loan.rate * 2n;
        return (
          one.principal < 0n ||
          one.interest < 0n ||
          one.left < 0n ||
          one.payment !== one.principal + one.interest ||
          one.left !== was - one.principal ||
          off > 12_000_000n ||
          off < -12_000_000n
        );
      });
      expect(wrong, told).toEqual([]);
    }
  });

  it('equal instalments are equal but for the last, which takes the rounding', () => {
    for (const loan of loans.filter(
      ({ way, principal }) => way === 'EQUAL_INSTALLMENT' && principal > 100_000n,
    )) {
      const { instalments } = scheduleOf(loan);
      const first = instalments[0]!.payment;
      expect(instalments.slice(0, -1).every((one) => one.payment === first)).toBe(true);
      // Each month rounds half a cent, and later ones bear interest on it: far less than an instalment.
      const off = instalments.at(-1)!.payment - first;
      expect(off < 0n ? -off : off).toBeLessThan(loan.months === 1 ? 1 : 40_000);
    }
  });

  it('who repays sooner pays less interest', () => {
    for (const loan of loans.filter(({ principal, months }) => principal > 100_000n && months > 1)) {
      const interest = (way: ScheduledWay) => scheduleOf({ ...loan, way }).totalInterest;
      expect(interest('EQUAL_PRINCIPAL') <= interest('EQUAL_INSTALLMENT')).toBe(true);
      expect(interest('EQUAL_INSTALLMENT') <= interest('INTEREST_FIRST')).toBe(true);
    }
  });
});

describe('what is typed', () => {
  const typed = { amount: '100', rate: '4.9', months: '360', way: 'EQUAL_INSTALLMENT' as const };

  it('becomes cents and parts of a percent without a binary fraction', () => {
    expect(loanOfFields(typed).loan).toMatchObject({ principal: 100_000_000n, rate: 49_000n, months: 360 });
    expect(loanOfFields({ ...typed, amount: '0.000001' }).loan?.principal).toBe(1n);
    expect(scaled('1.005', 2)).toBeUndefined();
    expect(scaled('１０', 2)).toBeUndefined();
  });

  it.each([
    ['amount', '', '请填写贷款金额'],
    ['amount', '0', '贷款金额应大于零且不超过 10 亿元'],
    ['amount', '100001', '贷款金额应大于零且不超过 10 亿元'],
    ['amount', '-5', '贷款金额应大于零且不超过 10 亿元'],
    ['amount', '五', '请填写数字，最多六位小数'],
    ['months', '-1', '贷款期限应在 1 到 360 个月之间'],
    ['rate', '0', '年利率应大于零且不超过 24%'],
    ['rate', '24.0001', '年利率应大于零且不超过 24%'],
    ['rate', '1e1', '请填写数字，最多四位小数'],
    ['months', '0', '贷款期限应在 1 到 360 个月之间'],
    ['months', '361', '贷款期限应在 1 到 360 个月之间'],
    ['months', '12.5', '请填写整月数'],
  ] as const)('%s of "%s" is refused: %s', (field, value, words) => {
    const { loan, mistakes } = loanOfFields({ ...typed, [field]: value });
    expect(loan).toBeUndefined();
    expect(mistakes).toEqual({ [field]: words });
  });

  it('a product begins with what it has, and with no rate where none is known', () => {
    expect(
      fieldsFor({
        minAmountWan: 5,
        maxAmountWan: 50,
        minRate: 3.45,
        termMonths: 6,
        repayments: ['ON_DEMAND', 'INTEREST_FIRST'],
      }),
    ).toEqual({ amount: '50', rate: '3.45', months: '6', way: 'INTEREST_FIRST' });
    expect(fieldsFor({ repayments: [] })).toEqual({
      amount: '100',
      rate: '',
      months: '12',
      way: 'EQUAL_INSTALLMENT',
    });
  });
});

it('the file has a row a month, the sums, and the mark of UTF-8', () => {
  const csv = csvOf(reckoned(120_000, '6', 2, 'EQUAL_PRINCIPAL').schedule);
  expect(csv.split('\r\n')).toEqual([
    '\ufeff期数,应还金额（元）,应还本金（元）,应还利息（元）,剩余本金（元）',
    '1,60600.00,60000.00,600.00,60000.00',
    '2,60300.00,60000.00,300.00,0.00',
    '合计,120900.00,120000.00,900.00,',
    '',
  ]);
});
