import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '../test/http';
import { renderAt } from '../test/render';
import { NextFactsCard } from './NextFacts';

const next = {
  undecided: 5,
  steps: [
    {
      facts: [
        { name: 'revenue', label: '营业收入（近三年）' },
        { name: 'employees', label: '职工总数' },
      ],
      decides: [
        { code: 'A', title: '政策A' },
        { code: 'B', title: '政策B' },
      ],
    },
  ],
};

const show = () => renderAt('/match', <NextFactsCard path={(fact) => `/edit?fact=${fact}`} />);

it('says how few facts decide how many policies, and leads to each fact', async () => {
  answerWith({ 'GET /api/match/my/next-facts': json(next) });
  show();
  // Where it needs two lines, the first ends before the second half.
  const decides = await screen.findByText('可再判定 2 条政策');
  expect(decides).toHaveClass('zq-whole');
  expect(decides.closest('summary')).toHaveTextContent(
    '再填 2 项（营业收入（近三年）、职工总数），可再判定 2 条政策',
  );
  expect(screen.getByText('职工总数').closest('a')).toHaveAttribute('href', '/edit?fact=employees');
  expect(screen.getByText('《政策A》《政策B》')).toBeInTheDocument();
});

it('says nothing where nothing is to be filled in', async () => {
  const requests = answerWith({ 'GET /api/match/my/next-facts': json({ undecided: 0, steps: [] }) });
  const { container } = show();
  await expect.poll(() => requests.length).toBe(1);
  expect(container).toBeEmptyDOMElement();
});
