import type { IconName } from '../ui';

export type CheckKind = 'policies' | 'loans' | 'srdi';

/** 三个自查, in the order in which they are offered; every app has them under the same addresses. */
export const checks: { kind: CheckKind; to: string; icon: IconName; title: string; intro: string }[] = [
  {
    kind: 'policies',
    to: '/checks/policies',
    icon: 'qicha',
    title: '政策申报规划自查',
    intro: '填几项数据，看现在能报什么、差在哪里、先补哪项',
  },
  {
    kind: 'loans',
    to: '/checks/loans',
    icon: 'qirong',
    title: '贷款产品匹配自查',
    intro: '对照银行公布的准入条件，看符合哪些产品的条件',
  },
  {
    kind: 'srdi',
    to: '/checks/srdi',
    icon: 'star',
    title: '专精特新申报自查',
    intro: '按公布的评分表逐项算分，看还差几分、下一步提高哪项',
  },
];

const NO_RULING = '结果供自查参考，不代替主管部门认定和银行审批。';

export const CHECK_NOTE = `无需登录，填写的数据只用于本次计算，不保存。${NO_RULING}`;

/** The same for who is signed in for an enterprise: the pages bring its data along. */
export const CHECK_NOTE_SIGNED_IN = `已登录，自查时从企业画像带入数据；在自查中改动只用于本次计算，点“保存到企业画像”才会保存。${NO_RULING}`;
