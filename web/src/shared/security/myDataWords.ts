import type { AnswerOf } from '../api/paths';
import { label } from '../i18n';

/** All names that stand in an answer; those of a form that a department made are its own. */
type NamesIn<T> = T extends readonly (infer One)[]
  ? NamesIn<One>
  : T extends object
    ? string extends keyof T
      ? never
      : { [K in keyof T]-?: K | NamesIn<NonNullable<T[K]>> }[keyof T]
    : never;

type Parts =
  | AnswerOf<'get', '/api/user/my/data'>
  | AnswerOf<'get', '/api/code/my/data'>
  | AnswerOf<'get', '/api/finance/my/data'>
  | AnswerOf<'get', '/api/policy/my/data'>
  | AnswerOf<'get', '/api/match/my/data'>
  | AnswerOf<'get', '/api/ops/my/data'>
  | AnswerOf<'get', '/api/message/my/data'>;

/** What the parts of 我的数据 are called by who reads them. What a service tells more of than before does not compile without its word. */
const WORDS: Record<NamesIn<Parts>, string> = {
  at: '时间',
  memberships: '成员身份',
  name: '名称',
  role: '角色',
  joinedAt: '加入时间',
  formerMemberships: '已结束的成员身份',
  endedAt: '结束时间',
  why: '结束原因',
  invitations: '接受的邀请',
  enterpriseName: '企业名称',
  acceptedAt: '接受时间',
  applications: '申请',
  uscc: '统一社会信用代码',
  contactName: '联系人',
  contactPhone: '联系电话',
  status: '状态',
  reason: '原因',
  submittedAt: '提交时间',
  decidedAt: '办结时间',
  claims: '领码申请',
  number: '编号',
  legalRepName: '法定代表人',
  legalRepIdNumber: '法定代表人证件号',
  agentName: '经办人',
  agentPhone: '经办人电话',
  consents: '同意出示的信息',
  scans: '扫码核验',
  place: '地点',
  bankName: '银行',
  productTitle: '产品',
  amount: '金额（元）',
  purpose: '用途',
  drafts: '申请草稿',
  amountWan: '金额（万元）',
  purposeNote: '用途说明',
  savedAt: '保存时间',
  demands: '融资需求',
  postedAt: '发布时间',
  signUps: '活动报名',
  activityTitle: '活动',
  people: '人数',
  signedUpAt: '报名时间',
  declaredAt: '申报时间',
  files: '上传的文件',
  size: '大小（字节）',
  applicationNumber: '申请编号',
  uploadedAt: '上传时间',
  declarations: '政策申报',
  redemptions: '政策兑付',
  basis: '申报数额',
  statement: '情况说明',
  accountName: '户名',
  accountBank: '开户银行',
  accountNumber: '银行账号',
  projectTitle: '申报项目',
  answers: '填报内容',
  evaluations: '评价',
  caseNumber: '办理编号',
  caseTitle: '办理事项',
  grade: '满意程度',
  tags: '评价标签',
  words: '评价内容',
  evaluatedAt: '评价时间',
  againGrade: '再次评价的满意程度',
  againWords: '再次评价内容',
  againAt: '再次评价时间',
  facts: '填写的企业数据',
  fact: '项目',
  value: '值',
  asOf: '数据日期',
  messages: '站内消息',
  title: '标题',
  body: '内容',
  readAt: '阅读时间',
};

/** What the account says of itself beside that; its answer is not described in the API's documents. */
export const ACCOUNT_WORDS: Record<string, string> = {
  phone: '手机号',
  displayName: '姓名',
  username: '用户名',
  userType: '用户类型',
  registeredAt: '注册时间',
  secondFactor: '两步验证',
  passkeys: '通行密钥',
  weChat: '微信',
  nickname: '昵称',
  boundAt: '绑定时间',
  devices: '设备',
  address: '网络地址',
  userAgent: '浏览器',
  startedAt: '开始时间',
  seenAt: '最近使用',
  signIns: '登录记录',
  result: '结果',
  allowedApps: '已授权的应用',
  owner: '主管单位',
  knows: '可获取的信息',
  givenAt: '授权时间',
  id: '标识',
  label: '名称',
  createdAt: '添加时间',
  lastUsedAt: '最近使用',
  backedUp: '已备份',
};

/** Whose keys are of a form that a department made: they stay as they are. */
const AS_FILLED = '填报内容';

/** The same with names that a person reads. `own` are words of this part that are others elsewhere. */
export function inWords(value: unknown, own: Record<string, string> = {}): unknown {
  if (Array.isArray(value)) return value.map((one) => inWords(one, own));
  if (typeof value !== 'object' || value === null) return value;
  const words: Record<string, string> = { ...WORDS, ...own };
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const word = words[key] ?? key;
      if (word === AS_FILLED) return [word, one];
      return [
        word,
        key === 'result' && typeof one === 'string' ? label('signInResult', one) : inWords(one, own),
      ];
    }),
  );
}
