import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConditionResult, LoanMatch, PolicyMatch } from '../api';
import { degreeText, detailsLabel, gapLines, loanFit } from '.';
import { Fit, Gist } from './Gist';

const met = { label: '成立满一年', outcome: 'MET', certain: true, missingFacts: [] } as ConditionResult;
const gap = (gapText?: string, children?: ConditionResult[]) =>
  ({ ...met, label: '研发人员占比', outcome: 'NOT_MET', gapText, children }) as ConditionResult;
const fact = (label: string) => ({ name: label, label });
const unpublished = {
  ...met,
  label: '待核实',
  outcome: 'UNKNOWN',
  gapText: '准入条件未公布，以银行核定为准',
} as ConditionResult;

const policy = (more: Partial<PolicyMatch>) =>
  ({
    policyId: 'p',
    outcome: 'ELIGIBLE',
    degree: 100,
    completeness: 100,
    conditions: [met],
    missing: [],
    ...more,
  }) as unknown as PolicyMatch;
const loan = (conditions: ConditionResult[], more: Partial<LoanMatch> = {}) =>
  ({
    bankName: '重庆银行',
    outcome: 'ELIGIBLE',
    degree: 100,
    completeness: 100,
    missing: [],
    conditions,
    ...more,
  }) as unknown as LoanMatch;

const show = (match: PolicyMatch | LoanMatch) =>
  render(<Gist match={match} fill={(one) => <a href={`/fill/${one.name}`}>{one.label}</a>} />);

describe('the closed card of a match', () => {
  it('says what is not met', () => {
    show(policy({ outcome: 'NEARLY', conditions: [met, gap('研发人员占比 9.83%，还差约 1 人')] }));
    expect(screen.getByRole('list', { name: '未满足的条件' })).toHaveTextContent('还差约 1 人');
  });

  it('says two gaps and how many more there are', () => {
    show(policy({ outcome: 'INELIGIBLE', conditions: ['甲', '乙', '丙', '丁'].map((one) => gap(one)) }));
    expect(screen.getAllByRole('listitem').map((one) => one.textContent?.trim())).toEqual([
      '甲',
      '乙',
      '另有 2 项条件未满足',
    ]);
  });

  it('says of a policy that has ended, and would fit, that it has ended', () => {
    show(policy({ outcome: 'INELIGIBLE', validTo: '2026-03-31' }));
    expect(screen.getByText('政策已于 2026-03-31 到期')).toBeInTheDocument();
  });

  it('leads to the first two missing facts', () => {
    show(
      policy({
        outcome: 'UNKNOWN',
        missing: ['纳税年限', '参保人数', '裁员率'].map(fact),
        conditions: [unpublished],
      }),
    );
    expect(screen.getAllByRole('link').map((one) => one.textContent)).toEqual(['纳税年限', '参保人数']);
    expect(screen.getByText('等 3 项')).toBeInTheDocument();
  });

  it('says that all conditions are met', () => {
    show(policy({ conditions: [met, met] }));
    expect(screen.getByText('2 项条件全部满足')).toBeInTheDocument();
  });

  it('says why nobody can judge a policy whose figures are not at hand', () => {
    show(policy({ outcome: 'UNKNOWN', conditions: [{ ...unpublished, gapText: '数值尚未取得原文' }] }));
    expect(screen.getByText('数值尚未取得原文')).toBeInTheDocument();
  });

  it('says of a loan only what is not met', () => {
    const { container } = show(loan([met, met, met]));
    expect(container).toBeEmptyDOMElement();
  });
});

it('a gap without words of its own is told by its parts, and one without those by its name', () => {
  expect(gapLines([met, gap(undefined, [met, gap('还差 2 项')]), gap()])).toEqual([
    '还差 2 项',
    '研发人员占比未满足',
  ]);
});

describe('how well a match fits', () => {
  it('is a degree, and how much is known only where not all is', () => {
    const { rerender } = render(<Fit match={policy({ degree: 77.6, conditions: [met, unpublished] })} />);
    expect(screen.getByText('匹配度')).toHaveTextContent('78%');
    expect(screen.getByText('本条数据 1/2 项已知')).toBeInTheDocument();
    rerender(<Fit match={policy({ degree: 77.6 })} />);
    expect(screen.queryByText(/本条数据/)).not.toBeInTheDocument();
  });

  it('tells how much is met and to which degree, with a bar only where that is not all', () => {
    const { rerender, container } = render(<Fit match={policy({ degree: 100, conditions: [met, met] })} />);
    const bar = () => container.querySelector('[aria-hidden]');
    expect(screen.getByText('满足 2/2 项')).toBeInTheDocument();
    expect(screen.getByText('匹配度')).toHaveTextContent('100%');
    expect(bar()).toBeNull();
    rerender(<Fit match={policy({ degree: 50, conditions: [met, gap('还差 1 人')] })} />);
    expect(screen.getByText('满足 1/2 项')).toBeInTheDocument();
    expect(screen.getByText('匹配度')).toHaveTextContent('50%');
    expect(bar()).not.toBeNull();
  });

  const whole = (outcome: 'MET' | 'NOT_MET', ...children: ConditionResult[]) =>
    ({ ...met, outcome, choice: 'ALL', children }) as ConditionResult;

  it('says what a degree counts that stands beside none of one condition', () => {
    const parts = whole('NOT_MET', met, whole('NOT_MET', met, gap()), gap(), gap());
    const { rerender } = render(<Fit match={policy({ degree: 40, conditions: [parts] })} />);
    expect(screen.getByText('匹配度')).toHaveTextContent('40%');
    expect(screen.getByText('满足 0/1 项')).toBeInTheDocument();
    expect(screen.getByText('匹配度按条件的分项计：已满足 2/5 个分项')).toBeInTheDocument();
    rerender(<Fit match={policy({ degree: 50, conditions: [met, gap()] })} />);
    expect(screen.queryByText(/分项/)).not.toBeInTheDocument();
  });

  it('counts other combinations by their best parts, and what is not known as not met, without figures that would not add up', () => {
    const any = { ...whole('NOT_MET', met, gap()), choice: 'ANY' } as ConditionResult;
    const words = '匹配度按条件的分项计，尚不清楚的按未满足计';
    expect(degreeText(policy({ degree: 60, conditions: [any, met, gap()] }))).toBe(words);
    expect(degreeText(policy({ degree: 50, conditions: [met, unpublished] }))).toBe(words);
    expect(degreeText(policy({ degree: 67, conditions: [met, met, gap()] }))).toBeUndefined();
    expect(degreeText(policy({ degree: 99, conditions: [met, met] }))).toBeUndefined();
    expect(degreeText(loan([gap()], { degree: 40 }))).toBeUndefined();
  });

  it('is no share where a bank has published fewer than three conditions', () => {
    expect(loanFit(loan([met]))).toEqual({
      text: '满足 1/1 项',
    });
    expect(loanFit(loan([met, met, gap('x')], { degree: 67 }))).toEqual({
      degree: 67,
      text: '满足 2/3 项',
    });
  });

  it('says of a loan what was published, with a degree where that is enough for one', () => {
    const { rerender } = render(<Fit match={loan([met])} />);
    expect(screen.getByText('满足 1/1 项')).toBeInTheDocument();
    expect(screen.queryByText('匹配度')).not.toBeInTheDocument();
    rerender(<Fit match={loan([met, met, gap('x')], { degree: 67 })} />);
    expect(screen.getByText('匹配度')).toHaveTextContent('67%');
    expect(screen.getByText('满足 2/3 项')).toBeInTheDocument();
  });

  it('is not told where a bank has published nothing', () => {
    const nothing = loan([unpublished], { outcome: 'UNKNOWN', degree: 0 });
    render(<Fit match={nothing} />);
    expect(screen.getByText('未公布条件')).toBeInTheDocument();
    expect(screen.queryByText(/%/)).not.toBeInTheDocument();
    expect(detailsLabel(nothing)).toBe('查看说明');
    expect(detailsLabel(loan([met, met]))).toBe('查看 2 项条件');
  });
});
