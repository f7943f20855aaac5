import type { Grade, MyCase, MyEvaluation } from '../api';
import { dateTimeText } from '../ui';
import { ANSWERS, CASE_KINDS, endOf, handlerOf, isSatisfied } from './evaluation';
import { GradeTag } from './states';

/** A form for an evaluation as it is filled in. */
export interface EvaluationValues {
  grade: Grade;
  tags?: string[];
  words?: string;
  anonymous?: boolean;
}

/** What is handed in of it. */
export const evaluationOf = (
  { grade, tags = [], words, anonymous }: EvaluationValues,
  channel: 'PC' | 'WECHAT',
) => ({ grade, tags, words: words?.trim() || undefined, anonymous, channel });

/** The same of a second one, which answers a version of the first. */
export const againOf = ({ grade, words }: EvaluationValues, { version }: MyEvaluation) => ({
  version,
  grade,
  words: words?.trim() || undefined,
});

/** Rules of the words of a first evaluation, in either form library: of what was bad something is said, by a tag or in words. */
export const reasonRules = [
  ({ getFieldsValue }: { getFieldsValue: () => Partial<EvaluationValues> }) => ({
    validator: (_: unknown, words?: string) => {
      const { grade, tags = [] } = getFieldsValue();
      return !grade || isSatisfied(grade) || tags.length > 0 || words?.trim()
        ? Promise.resolve()
        : Promise.reject(new Error('不满意的，请至少选择一个标签或写明原因'));
    },
  }),
];

/** What can be said along with one grade is not for the other. */
export const forgetTags = (
  changed: Partial<EvaluationValues>,
  form: { setFieldValue: (name: 'tags', value: string[]) => void },
) => {
  if (changed.grade) form.setFieldValue('tags', []);
};

export const FINISHED_CASE = '所办的事项';
export const EVALUATION_THANKS = '感谢您的评价';
export const AGAIN_THANKS = '感谢您再次评价';
export const WORDS_HELP = '评价可能公开，公开时企业名称隐去部分；请勿填写个人信息。';

/** The case that is evaluated, for a `Definition`. */
export const caseItems = (one: MyCase) => [
  { label: '事项', value: `${CASE_KINDS[one.caseKind]}　${one.title}` },
  { label: '编号', value: one.caseNumber },
  { label: '办理机构', value: handlerOf(one) },
  { label: `${endOf(one)}时间`, value: dateTimeText(one.finishedAt) },
];

/** The evaluation that was given, and what came of it. */
export const givenItems = (of: MyEvaluation) => [
  { label: '满意程度', value: <GradeTag of={of.grade} /> },
  { label: '评价时间', value: dateTimeText(of.givenAt) },
  { label: '标签', value: of.tags.join('、') || undefined },
  { label: '匿名', value: of.anonymous ? '是' : '否' },
  { label: '评价内容', value: of.words, wide: true },
  ...outcome(of),
  ...(of.againGrade
    ? [
        { label: '再次评价', value: <GradeTag of={of.againGrade} /> },
        { label: '再次评价内容', value: of.againWords, wide: true },
      ]
    : []),
];

function outcome(of: MyEvaluation) {
  if (of.answer) return [{ label: ANSWERS[of.answer], value: of.answerWords, wide: true }];
  if (isSatisfied(of.grade)) return [];
  return [
    {
      label: '处理结果',
      value: `办理机构会${of.anonymous ? '核查' : '回访'}并处理，处理结果经复核后发消息告诉您`,
      wide: true,
    },
  ];
}
