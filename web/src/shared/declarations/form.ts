import type { DeclarationFile, DeclarationRow, FormColumn, FormDesign, FormField, Material } from '../api';
import { label } from '../i18n';
import { dateText, NONE, numberText, withUnit } from '../ui/format';

/** What was filled in, by the keys of the form. */
export type Answers = Record<string, unknown>;
/** Files by the keys of the materials. */
export type Papers = Record<string, string[]>;
export type Row = Record<string, unknown>;

/** Something that is wrong, by the key of its field. */
export interface Flaw {
  key: string;
  text: string;
  /** Whether it is about a figure that is none, which the service says as well. */
  figure?: true;
}

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
      ((value as Row[] | undefined) ?? []).filter(isFilled).forEach((row, index) => {
        const of = `“${field.label}”第 ${index + 1} 行的`;
        for (const column of field.columns ?? []) {
          if (column.required && isEmpty(row[column.key]))
            flaws.push({ key: field.key, text: `${asking[column.type] ?? '请填写'}${of}“${column.label}”` });
          if (isNoNumber(column, row[column.key]))
            flaws.push({ key: field.key, text: `${of}“${column.label}”应填写数字`, figure: true });
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
  return [...flaws].sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key));
}

/** The field of a mistake that the service told: `answers.patents[0].name` is one of `patents`. Of whom to call no form says: no key of a form has a dot. */
export const keyOfMistake = (field: string): string =>
  field.startsWith('contact.') ? field : field.replace(/^(answers|materials)\./, '').replace(/[.[].*$/, '');

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

/** Whether it was decided, and the enterprise can say how. */
export const isEvaluated = ({ status }: Pick<DeclarationRow, 'status'>) =>
  status === 'APPROVED' || status === 'REJECTED';
