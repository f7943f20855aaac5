import type { Evaluation, EvaluationFigure, Grade, MyCase, PublishedFigure } from '../api';
import { NONE } from '../ui/format';

/** The five grades, best first. */
export const GRADES: Record<Grade, string> = {
  VERY_SATISFIED: '非常满意',
  SATISFIED: '满意',
  FAIR: '基本满意',
  DISSATISFIED: '不满意',
  VERY_DISSATISFIED: '非常不满意',
};

export const grades = Object.keys(GRADES) as Grade[];

export const isSatisfied = (grade: Grade) => grade !== 'DISSATISFIED' && grade !== 'VERY_DISSATISFIED';

export const CASE_KINDS: Record<MyCase['caseKind'], string> = {
  LOAN: '融资申请',
  CLAIM: '领码申请',
  DECLARATION: '政策申报',
  REDEMPTION: '政策兑现',
  DEMAND: '融资需求',
  COORDINATION: '融资协调',
};

/** What ended it: a loan is evaluated when it is paid out for the first time, refused or run out, and goes on until it is settled. */
export const endOf = ({ caseKind }: { caseKind: MyCase['caseKind'] }) =>
  caseKind === 'LOAN' ? '放款或审批结束' : '办结';

export const EVALUATION_STATES: Record<Evaluation['state'], string> = {
  GIVEN: '已评价',
  TO_ANSWER: '待处理',
  TO_REVIEW: '待复核',
  TO_EVALUATE_AGAIN: '待再次评价',
  EVALUATED_AGAIN: '已再次评价',
  LAPSED: '再次评价期满',
};

/** As the enterprise reads it, which waits for an answer, whoever has it in hand. */
export const MY_STATES: Record<Evaluation['state'], string> = {
  ...EVALUATION_STATES,
  TO_ANSWER: '处理中',
  TO_REVIEW: '处理中',
};

export const ANSWERS: Record<NonNullable<Evaluation['answer']>, string> = {
  REDONE: '已整改',
  EXPLAINED: '情况说明',
};

export const PUBLICATIONS: Record<Evaluation['publication'], string> = {
  UNDECIDED: '待定',
  PUBLISHED: '已公开',
  WITHHELD: '不公开',
};

/** Category of the dictionary with what can be said along with a grade. */
export const tagsFor = (grade: Grade) => (isSatisfied(grade) ? 'EVALUATION_PRAISE' : 'EVALUATION_COMPLAINT');

/** Who handled it; of a claim no institution does alone. */
export const handlerOf = (one: { institutionName?: string; caseKind?: MyCase['caseKind'] }) =>
  one.institutionName ?? '企业码审核';

export const ANONYMOUS = '匿名企业';

/** Said where who handled it may not know whose it is: not to be named is chosen already. */
export const NAMELESS_HELP =
  '银行可能未获知企业名称，已选为匿名评价；取消匿名后，办理机构可以看到企业名称和事项编号，便于回访。';

export const ANONYMOUS_HELP = '办理机构看不到企业名称和事项编号；公开时显示为“匿名企业”。';

/** Said before a grade is given. */
export const ONCE = '一个事项只能评价一次，提交后不能修改。';

/** Rows of a table of figures: whose, how many, and shares in percent. */
export const figureCells = (row: EvaluationFigure) => [
  String(row.given),
  row.average === undefined ? NONE : row.average.toFixed(2),
  row.satisfiedShare === undefined ? NONE : `${row.satisfiedShare}%`,
  String(row.dissatisfied),
  row.remediedShare === undefined ? NONE : `${row.remediedShare}%`,
];

/** The same for visitors, who are told nothing of very few. */
export const publishedCells = (row: PublishedFigure) =>
  row.few
    ? [String(row.given), '暂不公布', '', '', '']
    : [
        String(row.given),
        row.average === undefined ? NONE : row.average.toFixed(2),
        row.satisfiedShare === undefined ? NONE : `${row.satisfiedShare}%`,
        row.dissatisfied === undefined ? NONE : String(row.dissatisfied),
        row.remediedShare === undefined ? NONE : `${row.remediedShare}%`,
      ];

export const FIGURE_HEADS = ['评价数', '平均分', '满意率', '差评数', '差评处理率'];
