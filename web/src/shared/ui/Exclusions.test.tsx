import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ExcludedPolicy, PolicyMatch } from '../api/types';
import { Exclusions } from './Exclusions';
import { editionText } from './format';

const other: ExcludedPolicy = {
  policyId: 'p2',
  code: 'N12',
  title: '集成电路企业研发费用加计扣除',
  outcome: 'ELIGIBLE',
  clause: '同一项研发费用只按一种比例加计扣除',
  place: '第三条',
  certain: true,
};

const show = (choice?: PolicyMatch['choice'], excludes = [other]) =>
  render(
    <Exclusions
      match={{ code: 'N11', title: '研发费用加计扣除', excludes, choice }}
      link={(policy, text) => <a href={`/policies/${policy.code}`}>{text}</a>}
    />,
  );

it('what is proposed is told too where no document excludes anything: two reductions of one tax rate', () => {
  show({ proposed: false, insteadOf: [], inFavourOf: 'N13', reason: '只按较高的一项计，不相加' }, []);
  expect(screen.getByText('建议改选另一项').parentElement).toHaveTextContent('只按较高的一项计，不相加');
  expect(screen.queryByRole('list')).not.toBeInTheDocument();
});

describe('policies that exclude each other', () => {
  it('are named with the clause and its place', () => {
    show();
    expect(screen.getByText(/不得同时享受/)).toHaveTextContent('《集成电路企业研发费用加计扣除》');
    expect(screen.getByRole('link')).toHaveAttribute('href', '/policies/N12');
    expect(screen.getByText(/只按一种比例/)).toHaveTextContent('（第三条）');
    expect(screen.queryByText('待核实')).not.toBeInTheDocument();
  });

  it('are told as not begun where they begin later, and not as one step away', () => {
    show(undefined, [{ ...other, outcome: 'NEARLY', beginsOn: '2099-04-01' }]);
    expect(screen.getByText('尚未施行')).toBeInTheDocument();
    expect(screen.queryByText('差一项')).toBeNull();
  });

  it('are called as in the group in which they stand themselves', () => {
    show(undefined, [
      { ...other, outcome: 'INELIGIBLE', group: 'PERIOD_OVER' },
      { ...other, code: 'N14', outcome: 'NEARLY', beginsOn: '2099-04-01', group: 'UPCOMING' },
      { ...other, code: 'N15', outcome: 'ELIGIBLE', group: 'HELD' },
    ]);
    expect(screen.getByText('已过有效期')).toBeInTheDocument();
    expect(screen.getByText('尚未施行')).toBeInTheDocument();
    expect(screen.getByText('已获得')).toBeInTheDocument();
    expect(screen.queryByText('不符合')).toBeNull();
    expect(screen.queryByText('可享')).toBeNull();
  });

  it('are marked where the clause is not certain', () => {
    show(undefined, [{ ...other, certain: false }]);
    expect(screen.getByText('待核实')).toBeInTheDocument();
  });

  it('come with what is proposed and why, by titles and not by codes', () => {
    show({ proposed: true, insteadOf: ['N12'], reason: 'N11 的匹配度更高：90%，N12 为 80%' });
    expect(screen.getByText('建议选择本项').parentElement).toHaveTextContent(
      '建议选择本项：《研发费用加计扣除》 的匹配度更高：90%，《集成电路企业研发费用加计扣除》 为 80%',
    );
  });

  it('are left to the reader where nothing decides between them: none is advised at either', () => {
    const reason = '优惠无法直接比较，请按实际情况选择';
    const { unmount } = show({ proposed: true, insteadOf: ['N12'], reason, leftOpen: true });
    expect(screen.getByText('只能选其一').parentElement).toHaveTextContent(`只能选其一：${reason}`);
    expect(screen.queryByText(/建议/)).toBeNull();
    unmount();
    show({ proposed: false, insteadOf: [], inFavourOf: 'N12', reason, leftOpen: true });
    expect(screen.getByText('只能选其一').parentElement).toHaveTextContent(`只能选其一：${reason}`);
    expect(screen.queryByText(/建议/)).toBeNull();
  });

  it('lead to the one that is proposed instead', () => {
    show({ proposed: false, insteadOf: [], inFavourOf: 'N12', reason: 'N12 的数据更完整' });
    expect(screen.getByText(/建议改选/)).toHaveTextContent('建议改选《集成电路企业研发费用加计扣除》');
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });
});

it('an edition is a year or a number, and left out where it says nothing', () => {
  expect(editionText('渝经信发', '2016')).toBe('渝经信发 · 2016 年版');
  expect(editionText('重庆银行', '2')).toBe('重庆银行 · 第 2 版');
  expect(editionText('重庆银行', '1')).toBe('重庆银行');
  expect(editionText('公告2023年第7号', '2023')).toBe('公告2023年第7号');
});
