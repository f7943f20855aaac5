import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { gap, loanMatch, matchResult, unpublished } from '../test/match';
import { renderAt } from '../test/render';
import { ProductFit } from './ProductFit';

function show(
  conditions: Parameters<typeof loanMatch>[1],
  latest = json(matchResult({ loans: [loanMatch('L01', conditions, {})] })),
  changes = { profile: false, library: false, day: false },
) {
  answerWith({
    'GET /api/match/my/match/latest': latest,
    'GET /api/match/my/match/changes': json(changes),
  });
  renderAt(
    '/',
    <ProductFit
      code="L01"
      fill={({ label }) => label}
      toMatch={(text) => text}
      frame={(title, content) => (
        <section aria-label={title}>
          <h2>{title}</h2>
          {content}
        </section>
      )}
    />,
  );
}

it('of a bank that published no conditions it is said in one sentence, without a condition that nobody can meet', async () => {
  show([unpublished]);
  expect(await screen.findByText('银行未公布准入条件，以银行核定为准。')).toBeInTheDocument();
  expect(screen.queryByRole('listitem')).toBeNull();
  expect(screen.queryByText(/尚不清楚/)).toBeNull();
});

it('of a latest match that rested on tax data that has gone it says as of none', async () => {
  show([gap], problem(410, 'TAX_AUTHORIZATION_ENDED'));
  expect(await screen.findByRole('heading', { name: '还没有对照过本产品的条件' })).toBeInTheDocument();
});

it('a published condition that is not met is told by how much', async () => {
  show([gap, unpublished]);
  expect(await screen.findByRole('heading', { name: '有 1 项公布的条件未满足' })).toBeInTheDocument();
  expect(screen.getByText(gap.gapText!)).toBeInTheDocument();
});

it('what has changed since is said as it is: an answer of another day is not one of another profile', async () => {
  show([gap], undefined, { profile: false, library: false, day: true });
  expect(await screen.findByText(/匹配后判断所依据的日期有更新/)).toBeVisible();
});
