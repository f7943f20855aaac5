import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import {
  createQueryClient,
  type ComparableFact,
  type DraftReading,
  type Proposal,
  type ReadingItem,
} from '@/shared/api';
import { answerWith, json, problem, type Sent } from '@/shared/test/http';
import { AntdRoot } from '@/shared/ui/antd';
import type { Criterion } from '../criteria/model';
import { FromText } from './FromText';
import { stretches } from './sentences';

const TEXT = '第一条 职工总数20人以上。第二条 应当建立管理制度。';
const clause = { text: '职工总数20人以上', place: '第一条', certain: true };
const staff = { type: 'comparison', fact: 'employees', op: '>=', value: 20, unit: '人', clause };
const proposals: Proposal[] = [
  {
    number: 1,
    from: 4,
    to: 13,
    place: '第一条',
    criterion: staff as unknown as NonNullable<Proposal['criterion']>,
    why: ['按原文用词对应指标“职工总数”'],
    certainty: 'CLEAR',
  },
  {
    number: 2,
    from: 18,
    to: 26,
    place: '第二条',
    why: ['像是条件，但没有识别出对应的指标'],
    certainty: 'MANUAL',
  },
];
const facts: ComparableFact[] = [
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
];
let reading: DraftReading | undefined;
let tree: Criterion | undefined;
let excluded: { text: string; place?: string } | undefined;

function Held({ first, readOnly }: { first: DraftReading | undefined; readOnly: boolean }) {
  const [now, setNow] = useState({ reading: first, tree: undefined as Criterion | undefined });
  return (
    <FromText
      reading={now.reading}
      title="测试"
      tree={now.tree}
      facts={facts}
      readOnly={readOnly}
      onExclude={(next, words) => {
        reading = next;
        excluded = words;
        setNow({ ...now, reading: next });
      }}
      onChange={(next, criteria) => {
        reading = next;
        tree = criteria;
        setNow({ reading: next, tree: criteria });
      }}
    />
  );
}
const marked: DraftReading = { text: TEXT, items: proposals.map((proposal) => ({ proposal })) };

function open(first?: DraftReading, answers: Record<string, Response> = {}, readOnly = false): Sent[] {
  const sent = answerWith(answers);
  reading = first;
  tree = undefined;
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AntdRoot>
        <Held first={first} readOnly={readOnly} />
      </AntdRoot>
    </QueryClientProvider>,
  );
  return sent;
}
const card = (index: number) =>
  within(screen.getByRole('region', { name: '条件建议' })).getAllByRole('listitem', { name: /./ })[index]!;
const press = (name: string | RegExp, index: number) =>
  userEvent.click(within(card(index)).getByRole('button', { name }));

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
});

it('a text that was pasted is marked, and each proposal says by which words', async () => {
  const sent = open(undefined, {
    'POST /api/policy/manage/criteria/proposals': json({ items: proposals, found: 2 }),
  });
  await userEvent.click(screen.getByLabelText(/政策原文/));
  await userEvent.paste(TEXT);
  expect(reading, 'kept as it is typed').toEqual({ text: TEXT, items: [] });
  await userEvent.click(screen.getByRole('button', { name: '标出条件' }));
  expect(await screen.findByText('已处理 0/2')).toBeInTheDocument();
  expect(sent[0]!.body).toEqual({ title: '测试', text: TEXT });
  expect(card(0)).toHaveTextContent('职工总数 不低于 20 人');
  expect(card(0)).toHaveTextContent('按原文用词对应指标“职工总数”');
  expect(card(1)).toHaveTextContent('需人工');
  expect(within(card(1)).queryByRole('button', { name: /^采\s*纳$/ })).not.toBeInTheDocument();
});

it('what is taken stands in the tree with its sentence and place, and can be taken out again', async () => {
  open(marked);
  await press(/^采\s*纳$/, 0);
  expect(screen.getByText('已处理 1/2')).toBeInTheDocument();
  expect(tree).toEqual({ type: 'allOf', criteria: [staff] });
  expect(reading!.items[0]).toMatchObject({ decision: 'ACCEPTED', adopted: staff });
  await waitFor(() => expect(card(1)).toHaveFocus());
  await press(/^撤\s*销$/, 0);
  expect(tree).toBeUndefined();
  expect(screen.getByText('已处理 0/2')).toBeInTheDocument();
});

it('what is corrected goes into the tree as it was corrected', async () => {
  open(marked);
  await press(/^修\s*改$/, 0);
  const value = screen.getByLabelText('值（人）');
  await userEvent.clear(value);
  await userEvent.type(value, '30');
  await press('按修改采纳', 0);
  expect(tree).toEqual({
    type: 'allOf',
    criteria: [{ ...staff, value: 30, clause: { ...clause, certain: false } }],
  });
  expect(reading!.items[0]!.decision).toBe('CORRECTED');
});

it('another value was not compared with the document: the tick goes, and comes back with the value that was read', async () => {
  open(marked);
  await press(/^修\s*改$/, 0);
  const value = screen.getByLabelText('值（人）');
  await userEvent.clear(value);
  await userEvent.type(value, '30');
  expect(card(0)).toHaveTextContent('数值已改动：采纳后显示“待核实”');
  await userEvent.clear(value);
  await userEvent.type(value, '20');
  expect(card(0)).not.toHaveTextContent('数值已改动');
  await press('按修改采纳', 0);
  expect(tree).toEqual({ type: 'allOf', criteria: [staff] });
});

it('of what was corrected the reasons are said to be those of what was proposed', () => {
  const adopted = { ...staff, value: 30 } as unknown as NonNullable<ReadingItem['adopted']>;
  open({ text: TEXT, items: [{ proposal: proposals[0]!, decision: 'CORRECTED', adopted }] });
  expect(card(0)).toHaveTextContent('职工总数 不低于 30 人');
  expect(card(0)).toHaveTextContent('原建议：职工总数 不低于 20 人');
  expect(card(0)).toHaveTextContent('原提示：按原文用词对应指标“职工总数”');
});

it('what is dropped is marked so and leaves the tree alone; what cannot be read can be kept as unverified', async () => {
  open(marked);
  await press(/^舍\s*弃$/, 0);
  expect(tree).toBeUndefined();
  await press('记为待核实', 1);
  expect(tree).toEqual({
    type: 'allOf',
    criteria: [
      {
        type: 'unverified',
        reason: '应当建立管理制度',
        clause: { text: '应当建立管理制度', place: '第二条', certain: true },
      },
    ],
  });
  expect(screen.getByText('已处理 2/2')).toBeInTheDocument();
});

it('what cannot be had together is entered with the document and never becomes a condition', async () => {
  const text = '第五条 同一企业不得同时享受本措施与小微企业减税政策的奖补。';
  const proposal: Proposal = {
    number: 1,
    from: 4,
    to: 30,
    place: '第五条',
    why: [],
    certainty: 'MANUAL',
    exclusion: { named: '小微企业减税政策' },
  };
  open({ text, items: [{ proposal }] });
  expect(card(0)).toHaveTextContent('不能同享的政策：小微企业减税政策');
  expect(within(card(0)).queryByRole('button', { name: /记为待核实|填写条件|采\s*纳/ })).toBeNull();
  await press('填入“不能同享的政策”', 0);
  expect(excluded).toEqual({ text: text.slice(4, 30), place: '第五条' });
  expect(tree).toBeUndefined();
  expect(reading!.items).toEqual([{ proposal, decision: 'ACCEPTED' }]);
});

it('an item of those who get nothing is kept as unverified with the words that say so', async () => {
  const text = '第三条 有下列情形之一的，不予支持：（一）被列入严重失信主体名单的。';
  const from = text.indexOf('被列入');
  const proposal: Proposal = {
    number: 1,
    from,
    to: text.length - 1,
    place: '第三条（一）',
    why: [],
    certainty: 'MANUAL',
    under: '有下列情形之一的，不予支持',
  };
  open({ text, items: [{ proposal }] });
  await press('记为待核实', 0);
  expect(tree).toMatchObject({
    criteria: [
      {
        type: 'unverified',
        reason: '有下列情形之一的，不予支持：被列入严重失信主体名单的',
        clause: { text: '被列入严重失信主体名单的' },
      },
    ],
  });
});

it('a sentence leads to its proposal and the proposal to its sentence', async () => {
  open(marked);
  const source = screen.getByRole('region', { name: '政策原文' });
  const sentence = within(source).getByRole('link', { name: /^职工总数20人以上/ });
  await userEvent.click(sentence);
  await waitFor(() => expect(card(0)).toHaveFocus());
  expect(sentence).toHaveAttribute('aria-current', 'true');
  await userEvent.click(within(card(0)).getByRole('button', { name: /职工总数20人以上/ }));
  await waitFor(() => expect(sentence).toHaveFocus());
});

it('a file that has no text is refused in words, and what was there stays', async () => {
  open(
    { text: '先前粘贴的', items: [] },
    {
      'POST /api/policy/manage/document-texts': problem(422, 'DOCUMENT_WITHOUT_TEXT', {
        detail: '文件里没有可读的文字，可能是扫描件',
      }),
    },
  );
  await userEvent.upload(
    document.querySelector<HTMLInputElement>('input[type=file]')!,
    new File(['x'], '扫描.pdf', { type: 'application/pdf' }),
  );
  expect(await screen.findByText('文件里没有可读的文字，可能是扫描件')).toBeInTheDocument();
  expect(reading!.text).toBe('先前粘贴的');
});

it('who reviews sees what became of each sentence and can change nothing', () => {
  open({ text: TEXT, items: [{ proposal: proposals[0]!, decision: 'DROPPED' }] }, {}, true);
  const source = screen.getByRole('region', { name: '政策原文' });
  expect(within(source).getByRole('link', { name: /已舍弃/ })).toBeInTheDocument();
  expect(within(card(0)).queryByRole('button', { name: /^(采|舍|修|撤)/ })).not.toBeInTheDocument();
});

it('no letter of the text is lost between the marks', () => {
  const parts = stretches(TEXT, marked.items);
  expect(parts.map((part) => part.text).join('')).toBe(TEXT);
  expect(parts.filter((part) => part.items.length).map((part) => part.text)).toEqual([
    '职工总数20人以上',
    '应当建立管理制度',
  ]);
});
