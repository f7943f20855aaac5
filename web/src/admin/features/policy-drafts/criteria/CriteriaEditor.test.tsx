import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { CriteriaFault } from '@/shared/api';
import { AntdRoot } from '@/shared/ui/antd';
import type { KnownFact } from './codes';
import { CriteriaEditor } from './CriteriaEditor';
import { summary, type Criterion } from './model';

const facts: KnownFact[] = [
  {
    name: 'employees',
    label: '职工总数',
    group: '人员',
    kind: 'INTEGER',
    unit: '人',
    choices: [],
    aliases: [],
    derived: false,
    operators: ['>=', '<='],
  },
  {
    name: 'regionCode',
    label: '所在区划',
    group: '基本信息',
    kind: 'TEXT',
    choices: [],
    aliases: [],
    derived: false,
    operators: ['in', '=='],
    codes: [
      { code: '500113', name: '巴南区', group: '重庆市' },
      { code: '510000', name: '四川省' },
    ],
  },
];
const staff: Criterion = { type: 'comparison', fact: 'employees', op: '>=', value: 20, unit: '人' };
const open: Criterion = { type: 'unverified', reason: '细则待核实' };

let tree: Criterion | undefined;
function Editor({ of, faults, readOnly }: { of?: Criterion; faults: CriteriaFault[]; readOnly: boolean }) {
  const [value, setValue] = useState(of);
  const change = (next: Criterion | undefined) => {
    tree = next;
    setValue(next);
  };
  return <CriteriaEditor value={value} onChange={change} facts={facts} faults={faults} readOnly={readOnly} />;
}
const edit = (of?: Criterion, faults: CriteriaFault[] = [], readOnly = false) => {
  tree = of;
  render(
    <AntdRoot>
      <Editor of={of} faults={faults} readOnly={readOnly} />
    </AntdRoot>,
  );
};
const choose = async (button: string, item: string) => {
  await userEvent.click(screen.getByLabelText(button));
  // Menus that were closed stay in the page for a moment.
  await userEvent.click((await screen.findAllByText(item)).at(-1)!);
};

it('a value is changed in its place, and its unit stays', async () => {
  edit({ type: 'allOf', criteria: [staff, open] });
  await userEvent.click(screen.getByText('职工总数 不低于 20 人'));
  const value = screen.getByLabelText('值（人）');
  await userEvent.clear(value);
  await userEvent.type(value, '30');
  expect(tree).toEqual({ type: 'allOf', criteria: [{ ...staff, value: 30 }, open] });
});

it('fields that a fault opened stay open when what is typed into them mends it', async () => {
  const faulty: Criterion = { ...staff, value: 0 };
  const path = '/criteria/0';
  const fault: CriteriaFault = {
    path,
    member: 'value',
    code: 'OUT_OF_RANGE',
    message: '职工总数不低于 1 人',
  };
  const editor = (faults: CriteriaFault[]) => (
    <AntdRoot>
      <Editor of={{ type: 'allOf', criteria: [faulty, open] }} faults={faults} readOnly={false} />
    </AntdRoot>
  );
  const { rerender } = render(editor([fault]));
  const value = screen.getByLabelText('值（人）');
  rerender(editor([]));
  expect(screen.queryByText('职工总数不低于 1 人')).toBeNull();
  expect(value).toBeVisible();
});

it('conditions are added at their group', async () => {
  edit({ type: 'allOf', criteria: [staff] });
  await choose('添加条件到 全部满足', '至少满足几项');
  expect(tree).toEqual({ type: 'allOf', criteria: [staff, { type: 'atLeast', count: 1, criteria: [] }] });
});

it('a condition is moved up', async () => {
  edit({ type: 'allOf', criteria: [staff, open] });
  await choose('细则待核实 的更多操作', '上移');
  expect(tree).toEqual({ type: 'allOf', criteria: [open, staff] });
});

it('a condition is deleted, the others stay', async () => {
  edit({ type: 'allOf', criteria: [staff, open] });
  await choose('职工总数 不低于 20 人 的更多操作', '删除');
  expect(tree).toEqual({ type: 'allOf', criteria: [open] });
});

it('a group is dissolved into the one around it', async () => {
  edit({ type: 'allOf', criteria: [{ type: 'anyOf', exhaustive: false, criteria: [staff, open] }] });
  await choose('任一满足 的更多操作', '取消这一组，条件移到上一层');
  expect(tree).toEqual({ type: 'allOf', criteria: [staff, open] });
});

it('what is wrong stands at the condition that it is about, and the way to it is marked', () => {
  edit({ type: 'allOf', criteria: [staff, open] }, [
    { path: '/criteria/1', member: 'reason', code: 'TEXT_REQUIRED', message: '请说明哪些内容待核实' },
  ]);
  const row = screen.getByLabelText('细则待核实');
  expect(row).toHaveAttribute('data-faulty', 'true');
  expect(within(row.closest('li')!).getByText('请说明哪些内容待核实')).toBeInTheDocument();
  expect(screen.getByLabelText('全部满足')).toHaveAttribute('data-faulty', 'true');
  expect(screen.getByLabelText('职工总数 不低于 20 人')).toHaveAttribute('data-faulty', 'false');
});

it('more parts than there are is said once, by who knows how many there are', () => {
  const impossible = '只有 1 项条件，不可能满足 3 项';
  edit({ type: 'atLeast', count: 3, criteria: [staff] }, [
    { path: '', code: 'COUNT_IMPOSSIBLE', member: 'count', message: impossible },
  ]);
  expect(screen.getByText(impossible)).toBeInTheDocument();
  expect(screen.queryByText(/应为 1 到 1 的整数/)).toBeNull();
  expect(screen.getByLabelText(/至少满足几项/)).toHaveValue('3');
  expect(screen.getByLabelText(/至少满足几项/)).toBeInvalid();
});

it('a figure that is not the quoted one is told at its condition, for who only reads it too', () => {
  const message = '数值 20 人 与引用原文中的 30 人 不一致';
  const differences = [{ path: '/criteria/0', label: '职工总数', message, certain: true }];
  for (const readOnly of [false, true]) {
    const { unmount } = render(
      <AntdRoot>
        <CriteriaEditor
          value={{ type: 'allOf', criteria: [staff, open] }}
          onChange={() => undefined}
          facts={facts}
          faults={[]}
          differences={differences}
          readOnly={readOnly}
        />
      </AntdRoot>,
    );
    const row = screen.getByLabelText('职工总数 不低于 20 人');
    expect(within(row.closest('li')!).getByText(message)).toBeInTheDocument();
    expect(screen.getAllByText(message)).toHaveLength(1);
    unmount();
  }
});

it('bands and scoring tables open to their fields', async () => {
  edit({
    type: 'score',
    label: '评价',
    pass: 60,
    strict: false,
    groups: [
      { name: '成长性', items: [{ name: '人数', otherwise: 0, tiers: [{ points: 20, when: staff }] }] },
    ],
  });
  await userEvent.click(screen.getByText('评价'));
  const points = screen.getByLabelText('满足时得分');
  await userEvent.clear(points);
  await userEvent.type(points, '25');
  expect(tree).toMatchObject({ groups: [{ items: [{ tiers: [{ points: 25, when: staff }] }] }] });
});

it('who is in none of the bands is named before somebody forgets them', async () => {
  const size: KnownFact = {
    name: 'enterpriseSize',
    label: '企业规模',
    group: '基本信息',
    kind: 'CHOICE',
    choices: ['大型', '中型', '小型', '微型'],
    aliases: [],
    derived: true,
    operators: ['in', '=='],
  };
  const band = { label: '小微', fromIncluded: true, toIncluded: false, in: ['小型', '微型'], then: staff };
  const bands = (...more: (typeof band)[]): Criterion => ({
    type: 'banded',
    by: size.name,
    bands: [band, ...more],
  });
  const of = (value: Criterion) => (
    <AntdRoot>
      <CriteriaEditor
        value={value}
        onChange={() => {}}
        facts={[...facts, size]}
        faults={[]}
        readOnly={false}
      />
    </AntdRoot>
  );
  const { rerender } = render(of(bands()));
  await userEvent.click(screen.getByText(/按企业规模分档/));
  expect(screen.getByText('未列入任何一档：大型、中型。这些企业判为不符合。')).toBeInTheDocument();
  rerender(of(bands({ ...band, label: '大中', in: ['大型', '中型'] })));
  expect(screen.getByText('每一种都有所属的档。')).toBeInTheDocument();
});

it('who only reads it finds nothing to press that would change it', async () => {
  const clause = { text: '职工二十人以上', place: '第三条', certain: false };
  edit({ type: 'allOf', criteria: [{ ...staff, clause }] }, [], true);
  expect(screen.queryByText('添加条件')).not.toBeInTheDocument();
  await userEvent.click(screen.getByText('职工总数 不低于 20 人'));
  expect(screen.queryByLabelText('值（人）')).not.toBeInTheDocument();
  expect(screen.getByText('原文').closest('div')).toHaveTextContent('职工二十人以上');
  expect(screen.getByText('核对').closest('div')).toHaveTextContent('待核实');
});

it('a code is told by its name and chosen by it', async () => {
  edit({ type: 'comparison', fact: 'regionCode', op: 'in', value: ['50'], label: '设在西部' });
  await userEvent.click(screen.getByText('设在西部：所在区划 为 重庆市'));
  await userEvent.type(screen.getByLabelText('值'), '四川');
  await userEvent.click((await screen.findAllByText('四川省')).at(-1)!);
  expect(tree).toMatchObject({ value: ['50', '51'] });
  expect(screen.getByText('设在西部：所在区划 属于 重庆市、四川省')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('值'), '510100');
  await userEvent.click((await screen.findAllByText('四川省（510100）')).at(-1)!);
  expect(tree).toMatchObject({ value: ['50', '51', '510100'] });
  // What is no code is not taken for one.
  await userEvent.type(screen.getByLabelText('值'), '东京{Enter}');
  expect(tree).toMatchObject({ value: ['50', '51', '510100'] });
});

it('what is asked with yes or no is told so', () => {
  expect(
    summary({ type: 'comparison', fact: 'own', op: '==', value: true }, [
      { ...facts[0]!, name: 'own', label: '自建研发机构', kind: 'BOOLEAN' },
    ]),
  ).toBe('自建研发机构：是');
});

it('how the parts of a group combine is said once', () => {
  edit({
    type: 'allOf',
    criteria: [staff, { type: 'anyOf', label: '规模', exhaustive: false, criteria: [] }],
  });
  expect(screen.getAllByText('全部满足')).toHaveLength(1);
  expect(screen.getByText('规模')).toBeInTheDocument();
  expect(screen.getByText('任一满足')).toBeInTheDocument();
});
