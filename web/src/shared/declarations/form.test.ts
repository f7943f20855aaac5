import { expect, it } from 'vitest';
import type { FormDesign, Material } from '../api';
import {
  answerText,
  fileProblem,
  handedIn,
  isShown,
  flawsIn,
  inOrder,
  keyOfMistake,
  oneOfEach,
  stillWrong,
} from './form';

const form: FormDesign = {
  groups: [
    {
      title: '一组',
      fields: [
        { key: 'kind', label: '类型', type: 'CHOICE', required: true, options: ['首次', '复核'] },
        {
          key: 'again',
          label: '是否变更',
          type: 'YES_NO',
          required: true,
          shownWhen: { field: 'kind', values: ['复核'] },
        },
        {
          key: 'since',
          label: '年份',
          type: 'NUMBER',
          required: true,
          shownWhen: { field: 'again', values: ['true'] },
        },
        {
          key: 'patents',
          label: '专利',
          type: 'TABLE',
          required: false,
          columns: [{ key: 'name', label: '名称', type: 'TEXT', required: true }],
        },
      ],
    },
  ],
};
const materials: Material[] = [{ key: 'licence', name: '执照', required: true, formats: ['PDF'] }];
const since = form.groups[0]!.fields[2]!;

it('shows a field by what was chosen, and hides what hangs on a hidden one', () => {
  expect(isShown(since, { kind: '复核', again: true }, form)).toBe(true);
  expect(isShown(since, { kind: '首次', again: true }, form)).toBe(false);
});

it('hands in what is asked and filled in, and nothing else', () => {
  expect(handedIn({ kind: '首次', again: true, since: 2020, patents: [{}, { name: '甲' }] }, form)).toEqual({
    kind: '首次',
    patents: [{ name: '甲' }],
  });
});

it('says what is missing, in tables and among the papers too', () => {
  const texts = flawsIn(form, materials, { kind: '复核', patents: [{ name: ' ', more: 1 }] }, {}).map(
    (flaw) => flaw.text,
  );
  expect(texts).toEqual(['请选择“是否变更”', '请填写“专利”第 1 行的“名称”', '请上传“执照”']);
});

it('what is no number is said, and kept as it was typed', () => {
  const figures: FormDesign = {
    groups: [
      {
        title: '一组',
        fields: [
          { key: 'assets', label: '资产总额', type: 'MONEY', required: false },
          {
            key: 'people',
            label: '人员',
            type: 'TABLE',
            required: false,
            columns: [
              { key: 'name', label: '姓名', type: 'TEXT', required: true },
              { key: 'age', label: '年龄', type: 'NUMBER', required: false },
            ],
          },
        ],
      },
    ],
  };
  const answers = { assets: '1,200', people: [{ name: '甲', age: '三十' }] };

  expect(flawsIn(figures, [], answers, {}).map((flaw) => flaw.text)).toEqual([
    '“资产总额”应填写数字',
    '“人员”第 1 行的“年龄”应填写数字',
  ]);
  expect(handedIn(answers, figures)).toEqual(answers);
});

it('mistakes of a table stand in the order of its rows and columns', () => {
  const found = ['licence', 'patents[10].name', 'patents[2].name', 'patents'].map((key) => ({
    key,
    text: key,
  }));
  expect(inOrder(found, form, materials).map(({ key }) => key)).toEqual([
    'patents',
    'patents[2].name',
    'patents[10].name',
    'licence',
  ]);
});

it('what is wrong in a row goes with it where a row before it is taken away, and goes when it is changed', () => {
  const rows = [{ name: '甲' }, { name: '', since: 1 }, { name: '', since: 2 }];
  const flaws = flawsIn(form, [], { kind: '首次', patents: rows }, {});
  expect(flaws.map(({ key }) => key)).toEqual(['patents[1].name', 'patents[2].name']);

  expect(stillWrong(flaws, 'patents', rows, rows.slice(1))).toEqual([
    { key: 'patents[0].name', text: '请填写“专利”第 1 行的“名称”' },
    { key: 'patents[1].name', text: '请填写“专利”第 2 行的“名称”' },
  ]);
  expect(stillWrong(flaws, 'patents', rows, rows.slice(0, 2)).map(({ key }) => key)).toEqual([
    'patents[1].name',
  ]);
  const other = [rows[0], { ...rows[1], since: 3 }, { ...rows[2], name: '丙' }];
  expect(stillWrong(flaws, 'patents', rows, other).map(({ key }) => key)).toEqual(['patents[1].name']);
  expect(stillWrong(flaws, 'kind', '首次', '复核')).toEqual(flaws);
});

it('mistakes stand in the order of the form, whoever found them', () => {
  const found = ['licence', 'patents', 'kind'].map((key) => ({ key, text: key }));
  expect(inOrder(found, form, materials).map(({ key }) => key)).toEqual(['kind', 'patents', 'licence']);
});

it('finds the field of what the service refused, in a table the cell', () => {
  expect(keyOfMistake('answers.patents[0].name')).toBe('patents[0].name');
  expect(keyOfMistake('answers.areas[1]')).toBe('areas');
  expect(keyOfMistake('materials.licence')).toBe('licence');
});

it('reads answers as people do', () => {
  expect(answerText({ type: 'MONEY' }, 1234.5)).toBe('1,234.50 元');
  expect(answerText({ type: 'NUMBER', unit: '万元' }, 9860)).toBe('9,860 万元');
  expect(answerText({ type: 'NUMBER' }, 2025)).toBe('2025');
  expect(answerText({ type: 'NUMBER', unit: '%' }, 4.75)).toBe('4.75%');
  expect(answerText({ type: 'NUMBER', unit: '年' }, 2025)).toBe('2025 年');
  expect(answerText({ type: 'YES_NO' }, false)).toBe('否');
  expect(answerText({ type: 'TEXT' }, undefined)).toBe('—');
});

it('sends no file that would be refused', () => {
  expect(fileProblem(new File(['x'], 'a.docx'), ['PDF'])).toBe('只接受 PDF 文件');
  expect(fileProblem(new File([], 'a.pdf'), ['PDF'])).toBe('文件是空的，请重新选择');
  expect(fileProblem(new File(['x'], 'a.pdf'), ['PDF'])).toBeUndefined();
});

it('of what is said against one field the first stands, and cells of one table are fields of their own', () => {
  const flaws = [
    { key: 'staff', text: '“职工人数”应不小于 1' },
    { key: 'staff', text: '“职工人数”应为整数' },
    { key: 'patents[0].name', text: '请填写第 1 行“名称”' },
    { key: 'patents[1].name', text: '请填写第 2 行“名称”' },
  ];
  expect(oneOfEach(flaws).map(({ text }) => text)).toEqual([
    '“职工人数”应不小于 1',
    '请填写第 1 行“名称”',
    '请填写第 2 行“名称”',
  ]);
});
