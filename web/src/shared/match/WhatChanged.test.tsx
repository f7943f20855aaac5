import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { loanMatch, matchResult, met, nearlyMet } from '../test/match';
import { renderAt } from '../test/render';
import { WhatChanged } from './WhatChanged';

const paths = { policy: (code: string) => `/policies/${code}`, loan: (code: string) => `/loans/${code}` };
const policy = (code: string, outcome: 'ELIGIBLE' | 'NEARLY' | 'INELIGIBLE') => ({
  ...nearlyMet,
  code,
  title: `政策${code}`,
  outcome,
});
const before = { ...matchResult({ policies: [policy('A', 'NEARLY'), policy('B', 'ELIGIBLE')] }), id: 'r1' };
const show = (after: typeof before, of: typeof before | undefined = before) =>
  renderAt('/match', <WhatChanged before={of} after={{ ...after, id: 'r2' }} paths={paths} />);

it('what changed, came and went is told by name, and how many can be had now', () => {
  show({
    ...matchResult({
      policies: [policy('A', 'ELIGIBLE'), policy('C', 'ELIGIBLE')],
      loans: [loanMatch('L16', [met], { outcome: 'ELIGIBLE' })],
    }),
    id: 'r2',
  });
  const told = within(screen.getByRole('region', { name: '与上次匹配相比' }));
  expect(told.getByText(/可享的政策/)).toHaveTextContent('可享的政策 1 条 → 2 条，4 条结论有变化。');
  expect(told.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    '政策A差一项可享',
    '政策C新收录可享',
    '产品L16新收录符合公布条件',
    '政策B可享不再参与匹配',
  ]);
  expect(told.getByRole('link', { name: '产品L16' })).toHaveAttribute('href', '/loans/L16');
});

it('many are folded', () => {
  const all = (outcome: 'NEARLY' | 'INELIGIBLE') =>
    ['A', 'B', 'C', 'D', 'E', 'F'].map((code) => policy(code, outcome));
  show({ ...before, policies: all('NEARLY') }, { ...before, policies: all('INELIGIBLE') });
  expect(screen.getByText(/可享的政策/)).toHaveTextContent('可享的政策仍是 0 条，6 条结论有变化。');
  expect(screen.getByText('政策A').closest('details')).not.toHaveAttribute('open');
});

it('a result of before has what had not begun under 差一项: that it stands apart now is no change of it', () => {
  const notice = '自2099年4月1日起施行，尚未开始';
  const waits = { ...policy('A', 'NEARLY'), notice };
  show({ ...before, policies: [{ ...waits, beginsOn: '2099-04-01' }] }, { ...before, policies: [waits] });
  expect(screen.getByText('结论相同。')).toBeVisible();
});

it('a result of before has what had ended under 不符合: that it stands apart now is no change of it', () => {
  const ended = { ...policy('A', 'INELIGIBLE'), notice: '已于2026年3月31日到期。' };
  show({ ...before, policies: [{ ...ended, periodOver: true }] }, { ...before, policies: [ended] });
  expect(screen.getByText('结论相同。')).toBeVisible();
});

it('where nothing came out otherwise that is said', () => {
  show(before);
  expect(screen.getByText('结论相同。')).toBeVisible();
});

it('nothing is said where nothing was matched anew', () => {
  renderAt('/match', <WhatChanged before={undefined} after={before} paths={paths} />);
  expect(screen.queryByRole('region')).toBeNull();
});
