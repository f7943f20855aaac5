import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConditionResult } from '../api/types';
import { MatchConditions } from './MatchConditions';

const met: ConditionResult = {
  label: '成立满一年',
  clause: '申请认定时须注册成立一年以上',
  place: '第十一条（一）',
  outcome: 'MET',
  actual: '13.4 年',
  required: '≥ 365 天',
  certain: true,
  missingFacts: [],
};
const gap: ConditionResult = {
  ...met,
  label: '研发人员占比',
  outcome: 'NOT_MET',
  actual: '8.7%',
  required: '≥ 10%',
  gapText: '研发人员占比 8.7%，还差约 3 人',
  certain: false,
};
const unknown: ConditionResult = {
  ...met,
  label: '创新能力评价得分',
  outcome: 'UNKNOWN',
  actual: undefined,
  missingFacts: [{ name: 'innovationScore', label: '创新能力评价得分' }],
};

const show = (conditions: ConditionResult[]) =>
  render(
    <MatchConditions
      conditions={conditions}
      fill={(fact) => <a href={`/fill?fact=${fact.name}`}>{fact.label}</a>}
    />,
  );

describe('the conditions of a match', () => {
  it('come with what is wrong first', () => {
    show([met, unknown, gap]);
    const order = screen
      .getAllByRole('listitem')
      .map((item) => within(item).getAllByRole('img')[0]!.getAttribute('aria-label'));
    expect(order).toEqual(['未满足', '待补充', '已满足']);
  });

  it('are counted in words', () => {
    show([met, met, gap]);
    expect(screen.getByText(/已满足 2 项/)).toBeInTheDocument();
    expect(screen.getByText(/未满足 1 项/)).toBeInTheDocument();
    expect(screen.queryByText(/待补充 /)).not.toBeInTheDocument();
  });

  it('fold what is met in full under what is not', () => {
    show([met, met, met, gap]);
    const fold = screen.getByText(/已满足 3 项/).closest('details')!;
    expect(fold.open).toBe(false);
    expect(within(fold).getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByText('研发人员占比').closest('details')).toBeNull();
  });

  it('stand open where all are met', () => {
    show([met, met, met]);
    expect(screen.getByText('已满足 3 项').closest('details')).toBeNull();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('say requirement, own value, gap, clause and place', () => {
    show([gap]);
    expect(screen.getByText('要求：不低于 10%')).toBeInTheDocument();
    expect(screen.getByText('本企业：8.7%')).toBeInTheDocument();
    expect(screen.getByText('研发人员占比 8.7%，还差约 3 人')).toBeInTheDocument();
    expect(screen.getByText(/申请认定时须注册成立一年以上/)).toHaveTextContent('第十一条（一）');
  });

  it('do not say twice what is asked and had in the same words', () => {
    show([{ ...met, required: '有 高新技术企业', actual: '高新技术企业' }]);
    expect(screen.getByText('要求：有高新技术企业 · 已满足')).toBeInTheDocument();
    expect(screen.queryByText(/^本企业/)).not.toBeInTheDocument();
  });

  it('say so where a figure is not certain', () => {
    const { rerender } = show([gap]);
    expect(screen.getByText('待核实')).toBeInTheDocument();
    rerender(<MatchConditions conditions={[met]} fill={() => null} />);
    expect(screen.queryByText('待核实')).not.toBeInTheDocument();
  });

  it('lead to where the missing fact is filled in', () => {
    show([unknown]);
    expect(screen.getByRole('link', { name: '创新能力评价得分' })).toHaveAttribute(
      'href',
      '/fill?fact=innovationScore',
    );
  });

  it('show the parts of a choice under it', () => {
    show([
      {
        ...gap,
        label: '研发费用占比',
        choice: 'BAND',
        chosen: '最近一年销售收入 5000 万元至 2 亿元',
        children: [gap],
      },
    ]);
    expect(screen.getByText(/按所属档次判断：最近一年销售收入/)).toBeInTheDocument();
  });

  it('say once how many parts of a group are needed', () => {
    const { container } = show([
      {
        ...met,
        label: '满足其一即可',
        required: '满足其一即可',
        actual: undefined,
        choice: 'ANY',
        chosen: '参保人数 ≥ 5 人',
        children: [{ ...met, label: '参保人数', required: '≥ 5 人', actual: '11 人' }, gap],
      },
      { ...gap, label: '经营规模', required: '至少满足 2 项', choice: 'AT_LEAST', children: [gap] },
    ]);
    expect(container.textContent!.match(/满足其[一中]/g)).toHaveLength(1);
    expect(screen.getByText(/已满足：参保人数不低于 5\s人/)).toBeInTheDocument();
    expect(screen.getByText(/要求：至少满足 2\s?项/)).toBeInTheDocument();
    expect(screen.queryByText('满足其中若干项')).not.toBeInTheDocument();
  });

  it('show a score as an interval while items are unknown', () => {
    show([{ ...unknown, choice: 'SCORE', score: { low: 52, high: 74, pass: 60 } }]);
    expect(screen.getByText(/得分 52—74 分（待补充数据后确定），合格线 60 分/)).toBeInTheDocument();
  });

  it('tell the points of one line of a scoring table and how many it gives, which is no limit', () => {
    const line = { ...gap, required: '满分 30 分', actual: '6 分', score: { low: 6, high: 6, pass: 30 } };
    show([{ ...gap, choice: 'SCORE', score: { low: 6, high: 6, pass: 60 }, children: [line] }]);
    expect(screen.getByText('得分 6 分，合格线 60 分')).toBeInTheDocument();
    expect(screen.getByText('得分 6 分，满分 30 分')).toBeInTheDocument();
    expect(screen.queryByText(/要求：满分/)).not.toBeInTheDocument();
  });

  it('tell for what one line of a scoring table gives its points', () => {
    const required = '满分 30 分：职工总数 ≥ 30 人得 30 分；职工总数 ≥ 10 人得 6 分';
    const line = { ...gap, required, actual: '6 分', score: { low: 6, high: 6, pass: 30 } };
    show([{ ...gap, choice: 'SCORE', score: { low: 6, high: 6, pass: 60 }, children: [line] }]);
    expect(
      screen.getByText(/职工总数不低于 30\s人得 30\s分；职工总数不低于 10\s人得 6\s分/),
    ).toBeInTheDocument();
  });
});
