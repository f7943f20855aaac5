import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { gap, matchResult, met, nearlyMet } from '@/shared/test/match';
import { renderAt, SignedIn, signedInAs, someone } from '@/shared/test/render';
import { Checks } from './Checks';

it('the own sample names what lacks and the figures that are met, with what is asked for', async () => {
  const conditions = [
    { ...met, label: '主体类型', actual: '企业', required: '企业' },
    { ...met, label: '注册天数', actual: '5,278 天', required: '≥ 365 天' },
    gap,
    { ...met, label: '境内研发费用占比', actual: '100%', required: '≥ 60%' },
  ];
  answerWith({
    ...signedInAs(someone),
    'GET /api/match/my/match/latest': json(matchResult({ policies: [{ ...nearlyMet, conditions }] })),
  });
  renderAt(
    '/',
    <SignedIn>
      <Checks />
    </SignedIn>,
  );
  const sample = (await screen.findByText('本企业差一项')).closest('figure')!;
  const rows = within(sample).getAllByRole('listitem');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toHaveTextContent('还差约 1 人');
  expect(rows[1]).toHaveTextContent('境内研发费用占比本企业：100%（要求不低于 60%）');
  expect(screen.getByText(/按企业画像：/)).not.toHaveTextContent('登录后');
  expect(rows[2]).toHaveTextContent('注册天数本企业：5,278 天（要求不低于 365 天）');
});
