import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { loanMatch, matchResult, met, nearlyMet } from '../test/match';
import { renderAt } from '../test/render';
import { DatedMatch } from './DatedMatch';

const answer = {
  asOf: '2026-03-31',
  factsOf: '2026-11-27',
  laterFacts: [],
  order: 'BY_PROFILE',
  policies: [{ ...nearlyMet, beginsOn: '2026-04-01', notice: '自2026年4月1日起施行，尚未开始。' }],
  loans: [],
  unmatched: [],
};

/** Nothing to compare with. */
const never = { 'GET /api/match/my/match/latest': json(null) };

const show = (path = '/match/on') =>
  renderAt(
    path,
    <DatedMatch
      paths={{
        policy: (code) => `/policies/${code}`,
        loan: (code) => `/loans/${code}`,
      }}
      row={(match) => <h3>{match.title}</h3>}
      notice={(text) => <p role="alert">{text}</p>}
      dayField={({ id, value, onChange }) => (
        <input id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value)} />
      )}
    />,
  );

it('a chosen day is asked for, and the page says the day of the rules and the day of the data', async () => {
  const requests = answerWith({ 'GET /api/match/my/match/on': json(answer), ...never });
  show();
  expect(requests).toHaveLength(0);
  fireEvent.change(screen.getByLabelText('日期'), { target: { value: '2026-03-31' } });

  expect(await screen.findByText(/^2026年3月31日/)).toBeInTheDocument();
  expect(screen.getByText(/的企业数据计算/)).toHaveTextContent(
    /2026年11月27日 的企业数据计算，只供参考，不保存/,
  );
  expect(requests[0]!.url.searchParams.get('day')).toBe('2026-03-31');
});

it('facts of which nothing was known that day are named where they are few, and else counted first', async () => {
  const laterFacts = ['行业', '职工总数', '总资产', '研发人员数', '成立日期', '所在区划'].map((label) => ({
    fact: label,
    label,
  }));
  answerWith({
    'GET /api/match/my/match/on': [
      json({ ...answer, laterFacts: laterFacts.slice(0, 2) }),
      json({ ...answer, laterFacts }),
    ],
    ...never,
  });
  show('/match/on?day=2026-03-31');
  expect(await screen.findByText('当时还没有行业、职工总数的记录，按之后最早的记录计算。')).toBeVisible();

  fireEvent.change(screen.getByLabelText('日期'), { target: { value: '2026-03-30' } });
  fireEvent.click(await screen.findByText(/当时还没有 6 项企业数据的记录/));
  expect(screen.getByText(laterFacts.map(({ label }) => label).join('、'))).toBeVisible();
});

it('a day on which no product was offered yet says so', async () => {
  answerWith({ 'GET /api/match/my/match/on': json(answer), ...never });
  show('/match/on?day=2026-03-31&kind=LOAN');
  expect(await screen.findByText('这一天平台上还没有贷款产品')).toBeVisible();
  expect(screen.getByText('贷款产品从在本平台发布之日起列入，这一天还没有。')).toBeVisible();
});

it('before a day is chosen the page says what to expect, and days that are often asked for are a tap away', async () => {
  const requests = answerWith({ 'GET /api/match/my/match/on': json(answer), ...never });
  show();
  expect(screen.getByText(/选定日期后/)).toBeInTheDocument();
  expect(screen.getByText(/今后的日期/)).toHaveTextContent('已审核、到日才生效的新版不在其中');
  fireEvent.click(screen.getByRole('button', { name: '明年第一天' }));

  await screen.findByText(/^2026年3月31日/);
  expect(requests[0]!.url.searchParams.get('day')).toMatch(/^\d{4}-01-01$/);
  expect(screen.queryByText(/选定日期后/)).toBeNull();
});

it('a day that cannot be reckoned for is refused with the reason', async () => {
  answerWith({
    'GET /api/match/my/match/on': problem(400, 'VALIDATION_FAILED', {
      detail: '填写的内容有误，请检查后重试',
      errors: [{ field: 'day', code: 'RANGE', message: '日期应在前 10 年到后 2 年之间' }],
    }),
  });
  show('/match/on?day=1990-01-01');
  expect(await screen.findByRole('alert')).toHaveTextContent('日期应在前 10 年到后 2 年之间');
});

it('what comes out stands in its group, each as the app shows it', async () => {
  answerWith({ 'GET /api/match/my/match/on': json(answer), ...never });
  show('/match/on?day=2026-03-31');
  expect(
    await screen.findByRole('heading', { name: '2026年3月31日：可享 0 条，差一项 0 条，尚未施行 1 条' }),
  ).toBeVisible();
  const group = within(screen.getByText('高新技术企业认定管理办法').closest('details')!);
  expect(group.getByRole('heading', { name: '尚未施行' }).parentElement).toHaveTextContent('1 条政策');
  expect(screen.queryByText(/最近一次匹配/)).toBeNull();
});

it('what falls into another group than at the latest match is told first', async () => {
  answerWith({
    'GET /api/match/my/match/on': json(answer),
    'GET /api/match/my/match/latest': json({
      ...matchResult({ policies: [{ ...nearlyMet, outcome: 'ELIGIBLE' }] }),
      order: 'BY_PROFILE',
    }),
  });
  show('/match/on?day=2026-03-31');
  const compared = within(await screen.findByRole('region', { name: '与最近一次匹配相比' }));
  expect(compared.getByText(/2026年11月26日/)).toHaveTextContent('1 条结论有变化：不再可享 1 条。');
  const changed = compared.getByRole('listitem');
  expect(changed).toHaveTextContent('高新技术企业认定管理办法可享尚未施行自2026年4月1日起施行');
  expect(compared.getByRole('link')).toHaveAttribute('href', '/policies/N01');
});

it('what has ended by the day stands apart from what is not met, and is told as ended where it is compared', async () => {
  const ended = {
    ...nearlyMet,
    outcome: 'INELIGIBLE' as const,
    periodOver: true,
    notice: '已于2026年3月31日到期。',
  };
  answerWith({
    'GET /api/match/my/match/on': json({ ...answer, asOf: '2099-01-01', policies: [ended] }),
    'GET /api/match/my/match/latest': json({
      ...matchResult({ policies: [{ ...nearlyMet, outcome: 'ELIGIBLE' }] }),
      order: 'BY_PROFILE',
    }),
  });
  show('/match/on?day=2099-01-01');
  const compared = within(await screen.findByRole('region', { name: '与最近一次匹配相比' }));
  expect(compared.getByRole('listitem')).toHaveTextContent(
    '高新技术企业认定管理办法可享已过有效期已于2026年3月31日到期',
  );
  expect(screen.getByRole('heading', { name: '2099年1月1日：可享 0 条，差一项 0 条' })).toBeVisible();
  expect(screen.getByRole('heading', { name: '已过有效期' })).toBeInTheDocument();
  expect(screen.queryByText('不符合')).toBeNull();
});

it('a day on which everything comes out alike says so', async () => {
  answerWith({
    'GET /api/match/my/match/on': json({ ...answer, policies: [nearlyMet] }),
    'GET /api/match/my/match/latest': json(matchResult({ policies: [nearlyMet] })),
  });
  show('/match/on?day=2026-03-31');
  expect(await screen.findByText('与 2026年11月26日 的匹配结论相同。')).toBeInTheDocument();
});

it('the loan products stand on a tab of their own', async () => {
  answerWith({
    'GET /api/match/my/match/on': json({
      ...answer,
      loans: [loanMatch('L01', [met], { outcome: 'ELIGIBLE' })],
    }),
    ...never,
  });
  show('/match/on?day=2026-03-31');
  fireEvent.click(await screen.findByRole('link', { name: '贷款产品 1' }));
  expect(await screen.findByText('产品L01')).toBeInTheDocument();
  expect(screen.queryByText('高新技术企业认定管理办法')).toBeNull();
});

it('a day that is too far away is told', async () => {
  answerWith({
    'GET /api/match/my/match/on': problem(400, 'VALIDATION_FAILED', {
      errors: [{ field: 'day', code: 'RANGE', message: '日期应在前 10 年到后 2 年之间' }],
      detail: '日期应在前 10 年到后 2 年之间',
    }),
  });
  show('/match/on?day=1999-01-01');
  expect(await screen.findByRole('alert')).toHaveTextContent('日期应在前 10 年到后 2 年之间');
});

it('of a day to come it is said that the terms are those published now, and of one that is over that they are those of the day', async () => {
  answerWith({
    'GET /api/match/my/match/on': json({ ...answer, asOf: '2099-01-01' }),
    ...never,
  });
  const { unmount } = show('/match/on?day=2099-01-01');
  expect(await screen.findByText(/按现在已发布的条款和/)).toBeInTheDocument();
  expect(screen.queryByText(/按当天施行的条款/)).not.toBeInTheDocument();
  unmount();

  answerWith({ 'GET /api/match/my/match/on': json(answer), ...never });
  show('/match/on?day=2026-03-31');
  expect(await screen.findByText(/按当天施行的条款和/)).toBeInTheDocument();
});

it.each(['abc', '2026-02-30', '2026-3-1'])('%s is told to be no day, and is not asked for', async (day) => {
  const requests = answerWith(never);
  show(`/match/on?day=${day}`);
  expect(await screen.findByRole('alert')).toHaveTextContent(`“${day}”不是日期`);
  expect(requests.filter((one) => one.url.pathname.endsWith('/match/on'))).toHaveLength(0);
});
