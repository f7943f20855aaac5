import type {
  Declaration,
  DeclarationFile,
  DeclarationRow,
  FormColumn,
  FormDesign,
  FormField,
  Material,
} from '../api';
import { label } from '../i18n';
import { dateText, NONE, numberText, withUnit } from '../ui/format';

/** What was filled in, by the keys of the form. */
export type Answers = Record<string, unknown>;
/** Files by the keys of the materials. */
export type Papers = Record<string, string[]>;
export type Row = Record<string, unknown>;

/** Something that is wrong, by the key of its field, in a table by that of its cell. */
export interface Flaw {
  key: string;
  text: string;
  /** Whether it is about a figure that is none, which the service says as well. */
  figure?: true;
}

/** What a cell of a table is called, as the service calls it. */
export const cellKey = (table: string, row: number, column: string) => `${table}[${row}].${column}`;

const CELL = /^(\w+)\[(\d+)\]\.(\w+)$/;

function cellOf(key: string): { table: string; row: number; column: string } | undefined {
  const [, table, row, column] = CELL.exec(key) ?? [];
  return table && row && column ? { table, row: Number(row), column } : undefined;
}

const ofRow = (table: string, row: number) => `“${table}”第 ${row + 1} 行的`;

/** What is wrong in a cell, said at the cell itself. */
export const atCell = (text: string, table: string, row: number) => text.replace(ofRow(table, row), '');

function inRow(flaw: Flaw, row: number): Flaw {
  const cell = cellOf(flaw.key);
  return cell
    ? {
        ...flaw,
        key: cellKey(cell.table, row, cell.column),
        text: flaw.text.replace(`第 ${cell.row + 1} 行`, `第 ${row + 1} 行`),
      }
    : flaw;
}

/** Rows that were left empty are not handed in: what the service says of the others is said by the numbers that they have on the page. */
export const asNumbered = (said: Flaw[], answers: Answers): Flaw[] =>
  said.map((flaw) => {
    const cell = cellOf(flaw.key);
    if (!cell) return flaw;
    const filled = rowsOf(answers[cell.table]).flatMap((row, index) => (isFilled(row) ? [index] : []));
    return inRow(flaw, filled[cell.row] ?? cell.row);
  });

/** A field is wrong in one place, whatever is said against it: what was said first stands at it and above the form. */
export const oneOfEach = (flaws: Flaw[]): Flaw[] =>
  flaws.filter((flaw, at) => flaws.findIndex(({ key }) => key === flaw.key) === at);

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

/** What is still wrong after a field was changed: in a table what is about another cell, wherever its row stands now. */
export const stillWrong = (flaws: Flaw[], key: string, before: unknown, after: unknown): Flaw[] =>
  flaws.flatMap((flaw) => {
    const cell = cellOf(flaw.key);
    if (cell?.table !== key) return flaw.key === key ? [] : flaw;
    const [old, now] = [rowsOf(before), rowsOf(after)];
    const row = old[cell.row];
    const place = row ? now.indexOf(row) : -1;
    if (place >= 0) return inRow(flaw, place);
    const same = old.length === now.length && row?.[cell.column] === now[cell.row]?.[cell.column];
    return same ? flaw : [];
  });

/** The names of what can stand in a column of a table; what the designer offers, and what is drawn. */
export const CELL_TYPES = ['TEXT', 'NUMBER', 'MONEY', 'DATE', 'CHOICE', 'YES_NO'] as const;

export const fieldsOf = (form: FormDesign): FormField[] => form.groups.flatMap((group) => group.fields);

/** Whether a field is asked, by what is filled in so far; one that hangs on a hidden one is hidden too. */
export function isShown(field: FormField, answers: Answers, form: FormDesign): boolean {
  const when = field.shownWhen;
  if (!when) return true;
  const decider = fieldsOf(form).find((one) => one.key === when.field);
  if (!decider || !isShown(decider, answers, form)) return false;
  return when.values.includes(String(answers[when.field] ?? ''));
}

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && !value.trim()) ||
  (Array.isArray(value) && !value.length);

/** What was typed where a number is asked and is none: it stays as it was typed, to be mended. */
const isNoNumber = ({ type }: Pick<FormField | FormColumn, 'type'>, value: unknown) =>
  (type === 'NUMBER' || type === 'MONEY') && typeof value === 'string' && !isEmpty(value);

/** Without what is empty or not asked any more: what is kept, and handed in. What was typed is kept as it was typed. */
export function handedIn(answers: Answers, form: FormDesign): Answers {
  const kept: Answers = {};
  for (const field of fieldsOf(form)) {
    const value = answers[field.key];
    if (!isEmpty(value) && isShown(field, answers, form))
      kept[field.key] = field.type === 'TABLE' ? (value as Row[]).filter(isFilled) : value;
  }
  return kept;
}

const isFilled = (row: Row) => Object.values(row).some((cell) => !isEmpty(cell));

const asking: Partial<Record<FormField['type'], string>> = {
  CHOICE: '请选择',
  MULTI_CHOICE: '请选择',
  YES_NO: '请选择',
  DATE: '请选择',
  FILE: '请上传',
};

/** What is missing before it can be handed in, and what is no number; whether the rest is right the service says. */
export function flawsIn(form: FormDesign, materials: Material[], answers: Answers, papers: Papers): Flaw[] {
  const flaws: Flaw[] = [];
  for (const field of fieldsOf(form)) {
    if (!isShown(field, answers, form)) continue;
    const value = answers[field.key];
    if (field.required && isEmpty(value))
      flaws.push({ key: field.key, text: `${asking[field.type] ?? '请填写'}“${field.label}”` });
    if (isNoNumber(field, value))
      flaws.push({ key: field.key, text: `“${field.label}”应填写数字`, figure: true });
    if (field.type === 'TABLE')
      rowsOf(value).forEach((row, index) => {
        if (!isFilled(row)) return;
        const of = ofRow(field.label, index);
        for (const column of field.columns ?? []) {
          const key = cellKey(field.key, index, column.key);
          if (column.required && isEmpty(row[column.key]))
            flaws.push({ key, text: `${asking[column.type] ?? '请填写'}${of}“${column.label}”` });
          if (isNoNumber(column, row[column.key]))
            flaws.push({ key, text: `${of}“${column.label}”应填写数字`, figure: true });
        }
      });
  }
  for (const material of materials)
    if (material.required && !papers[material.key]?.length)
      flaws.push({ key: material.key, text: `请上传“${material.name}”` });
  return flaws;
}

/** What the page found and what the service said, once each: of a figure that is none the service says it. */
export const together = (found: Flaw[], said: Flaw[]): Flaw[] => [
  ...found.filter((flaw) => !flaw.figure || said.every(({ key }) => key !== flaw.key)),
  ...said,
];

/** Whom the department calls. */
export interface Contact {
  name: string;
  phone: string;
}

export const CONTACT = [
  { part: 'name', label: '联系人', most: 50, mode: undefined },
  { part: 'phone', label: '联系电话', most: 20, mode: 'tel' },
] as const;

export const contactOf = ({
  contactName,
  contactPhone,
}: Pick<DeclarationRow, 'contactName' | 'contactPhone'>): Contact => ({
  name: contactName ?? '',
  phone: contactPhone ?? '',
});

/** What is missing of it; whether a number can be one the service says. */
/** What the service takes for a number to be called. */
const NUMBER = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;

export const flawsInContact = (contact: Contact): Flaw[] =>
  CONTACT.flatMap(({ part, label: name }) => {
    const typed = contact[part].trim();
    if (!typed) return { key: `contact.${part}`, text: `请填写“${name}”` };
    return part === 'phone' && !NUMBER.test(typed)
      ? { key: `contact.${part}`, text: `“${name}”应为手机号或带区号的座机号` }
      : [];
  });

/** In the order in which one meets their fields. */
export function inOrder(flaws: Flaw[], form: FormDesign, materials: Material[]): Flaw[] {
  const keys = [
    ...[...fieldsOf(form), ...materials].map(({ key }) => key),
    ...CONTACT.map(({ part }) => `contact.${part}`),
  ];
  const columns = (table: string) =>
    fieldsOf(form)
      .find(({ key }) => key === table)
      ?.columns?.map(({ key }) => key) ?? [];
  const placeOf = ({ key }: Flaw): number[] => {
    const cell = cellOf(key);
    return cell
      ? [keys.indexOf(cell.table), cell.row, columns(cell.table).indexOf(cell.column)]
      : [keys.indexOf(key), -1, -1];
  };
  const apart = (one: number[], other: number[]) =>
    one.map((at, index) => at - other[index]!).find((distance) => distance !== 0) ?? 0;
  return [...flaws].sort((one, other) => apart(placeOf(one), placeOf(other)));
}

/**
 * The field of a mistake that the service told, or the cell: `answers.patents[0].name` is `patents[0].name`, `answers.areas[1]` is
 * `areas`. Of whom to call no form says: no key of a form has a dot.
 */
export function keyOfMistake(field: string): string {
  if (field.startsWith('contact.')) return field;
  const key = field.replace(/^(answers|materials)\./, '');
  return cellOf(key) ? key : key.replace(/[.[].*$/, '');
}

const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** An answer as it is read. */
export function answerText(
  field: Pick<FormField | FormColumn, 'type' | 'unit'>,
  value: unknown,
  files: DeclarationFile[] = [],
): string {
  if (isEmpty(value)) return NONE;
  switch (field.type) {
    case 'MONEY':
      return `${yuan.format(Number(value))} ${field.unit ?? '元'}`;
    case 'NUMBER':
      // Without a unit it may be a year, which has no thousands.
      return field.unit && field.unit !== '年'
        ? withUnit(numberText(Number(value), 6), field.unit)
        : [String(value), field.unit].filter(Boolean).join(' ');
    case 'DATE':
      return dateText(String(value));
    case 'MULTI_CHOICE':
      return (value as string[]).join('、');
    case 'YES_NO':
      return value ? '是' : '否';
    case 'FILE':
      return files.find((file) => file.id === value)?.name ?? '文件';
    default:
      return String(value);
  }
}

/** A day that is not broken at its hyphens where a line ends. */
const wholeDay = (day: string) => dateText(day).replaceAll('-', '-\u2060');

/** Where a prefilled answer comes from. */
export function originText(origin: { label: string; source?: string; asOf?: string }): string {
  const source = origin.source ? label('declarationOrigin', origin.source) : '企业画像';
  return `取自企业画像“${origin.label}”（${source}${origin.asOf ? `，${wholeDay(origin.asOf)}` : ''}）`;
}

export const sizeText = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const MAX_BYTES = 10 * 1024 * 1024;

const ENDINGS: Record<Material['formats'][number], string[]> = {
  PDF: ['.pdf'],
  JPEG: ['.jpg', '.jpeg'],
  PNG: ['.png'],
};

export const endingsOf = (formats: Material['formats']) => formats.flatMap((format) => ENDINGS[format]);

/** Why a file is not worth sending. */
export function fileProblem(file: File, formats: Material['formats']): string | undefined {
  if (!file.size) return '文件是空的，请重新选择';
  if (file.size > MAX_BYTES) return '文件过大，请上传不超过 10 MB 的文件';
  const name = file.name.toLowerCase();
  if (!endingsOf(formats).some((ending) => name.endsWith(ending)))
    return `只接受 ${formats.map((format) => (format === 'JPEG' ? 'JPG' : format)).join('、')} 文件`;
  return undefined;
}

/** Its last step has an answer; what was promised for the step is past. */
export const isDecided = ({ status, decidedAt }: Pick<DeclarationRow, 'status' | 'decidedAt'>): boolean =>
  !!decidedAt && (status === 'APPROVED' || status === 'REJECTED');

/** Why a project takes nothing now, where it is not simply over. */
export const WHY_NOT: Partial<Record<Declaration['window'], string>> = {
  NOT_YET: '申报还没有开始',
  POLICY_OVER: '该项目依据的政策已到期',
  POLICY_SUPERSEDED: '该项目依据的政策已被替代',
  POLICY_WITHDRAWN: '该项目依据的政策已撤下',
};

/**
 * Whether its reader has to know that its policy ended: of what was refused or withdrawn it changes nothing, nor of what was approved in the time of a policy
 * that only came to its end.
 */
export const isTouchedByEnd = ({ status, policyEnd }: Pick<Declaration, 'status' | 'policyEnd'>): boolean =>
  !!policyEnd &&
  status !== 'REJECTED' &&
  status !== 'WITHDRAWN' &&
  (status !== 'APPROVED' || policyEnd.how === 'WITHDRAWN');

/** Whether it was decided, and the enterprise can say how. */
export const isEvaluated = ({ status }: Pick<DeclarationRow, 'status'>) =>
  status === 'APPROVED' || status === 'REJECTED';
