import { label } from '@/shared/i18n';
import { ANSWER_STATUSES, CASE_STATUSES, CREDIT_KINDS, ORIGINS } from '@/shared/coordination/coordination';
import { CLAIM_STATUSES, DEMAND_STATUSES, GUARANTEES } from '@/shared/demands/demand';
import { dateTimeText, numberText } from '@/shared/ui';
import { FACT_NAMES } from './fact-names';

const NAMES: Record<string, string> = {
  id: '编号标识',
  number: '编号',
  status: '状态',
  statusReason: '状态原因',
  level: '级别',
  levelReason: '级别原因',
  reason: '原因',
  field: '字段',
  legalRep: '法定代表人',
  enterpriseId: '企业标识',
  enterpriseName: '企业名称',
  uscc: '统一社会信用代码',
  demo: '演示数据',
  applicantName: '申请人',
  submittedAt: '提交时间',
  decidedAt: '审核时间',
  withdrawnAt: '撤回时间',
  codeNumber: '企业码编号',
  codeIssuedAt: '领取时间',
  issuedAt: '发放时间',
  reissuedAt: '换发时间',
  staticIssuedAt: '静态码生成时间',
  consents: '数据授权',
  legalRepName: '法定代表人',
  agentName: '经办人',
  agentPhone: '经办人手机',
  'letterFile.id': '授权书标识',
  'letterFile.name': '授权书',
  'letterFile.contentType': '授权书格式',
  'letterFile.size': '授权书大小',
  channel: '来源',
  mandatory: '必须送达',
  resent: '重发次数',
  resendable: '可重发',
  category: '数据类别',
  granted: '是否授权',
  receiver: '接收方',
  application: '申请编号',
  personalised: '个性化推荐',
  wanted: '接收政策推送',
  tag: '标签',
  tagKind: '标签类型',
  tagCategory: '标签分类',
  tagRule: '判定条件',
  description: '说明',
  tagReason: '打标理由',
  pushedTo: '推送企业数',
  source: '扫码方式',
  place: '地点',
  categories: '展示内容',
  name: '名称',
  contentType: '格式',
  size: '大小（字节）',
  productId: '产品标识',
  productTitle: '贷款产品',
  bankId: '金融机构标识',
  bankName: '金融机构',
  amount: '申请金额（元）',
  termMonths: '期限（月）',
  purpose: '用途',
  kind: '贷款类型',
  contactName: '联系人',
  contactPhone: '联系电话',
  matchResultId: '匹配结果标识',
  grantedAmount: '授信额度（元）',
  grantedRate: '年利率（%）',
  grantedTermMonths: '授信期限（月）',
  validUntil: '有效期至',
  refusalReasonCode: '不通过原因类别',
  refusalReason: '不通过原因',
  disbursedAmount: '累计放款（元）',
  renewsApplicationId: '续贷的申请',
  pinned: '置顶',
  edition: '版本',
  publication: '发布状态',
  withdrawnReason: '撤下原因',
  userType: '用户类型',
  displayName: '显示名称',
  code: '代码',
  type: '类型',
  parentCode: '上级代码',
  retired: '已停用',
  phone: '手机号',
  throughSeq: '清理到第几条',
  entries: '条数',
  who: '操作人',
  action: '操作',
  service: '服务',
  subject: '对象',
  from: '开始日期',
  to: '结束日期',
  q: '关键词',
  sort: '排序',
  title: '标题',
  result: '结果',
  username: '登录名',
  accountId: '账号标识',
  townCode: '所属镇街',
  industry: '行业门类',
  certified: '是否领码',
  productType: '产品类型',
  guarantee: '担保方式',
  institutionId: '机构标识',
  role: '角色',
  enabled: '账号启用',
  webhookEnabled: '事件回调启用',
  preset: '预置角色',
  parent: '上级',
  parentId: '上级机构标识',
  address: '地址',
  website: '网址',
  contacts: '联系人',
  park: '所属园区',
  institutionName: '所属机构',
  roles: '角色',
  permissions: '权限',
  addresses: '调用地址',
  algorithm: '签名算法',
  environment: '环境',
  owner: '申请单位',
  ownerName: '申请单位',
  perDay: '每日次数上限',
  perMinute: '每分钟次数上限',
  scopes: '接口权限',
  system: '系统名称',
  secretSince: '密钥启用时间',
  expiresAt: '到期时间',
  certifiedAt: '认证时间',
  certifierId: '认证人标识',
  certifierName: '认证人',
  guarantees: '可提供的担保',
  wantedOn: '用款日期',
  townName: '镇街',
  postedAt: '发布时间',
  expiresOn: '截止日期',
  openClaims: '认领中的机构数',
  applicationId: '融资申请标识',
  officerName: '认领人',
  claimedAt: '认领时间',
  giveBackReason: '退回原因',
  agreed: '企业同意查看',
  'offer.productId': '报价产品标识',
  'offer.productTitle': '报价产品',
  'offer.amount': '报价金额',
  'offer.rate': '报价年利率',
  'offer.termMonths': '报价期限（月）',
  'offer.until': '报价有效期至',
  'offer.words': '报价说明',
  'offer.offeredAt': '报价时间',
  policyTitle: '政策',
  projectTitle: '兑付项目',
  ruleWords: '金额规则',
  budget: '预算（元）',
  'money.allocated': '预算下达（元）',
  'money.free': '可用预算（元）',
  'money.reserved': '公示预留（元）',
  'money.approved': '核定待付（元）',
  'money.paid': '已支付（元）',
  'money.returned': '已交回（元）',
  opensOn: '开始日期',
  closesOn: '截止日期',
  noticeDays: '公示期（工作日）',
  exclusiveGroup: '互斥组',
  exclusiveYear: '互斥年度',
  basisClaimed: '申报数额',
  basisRecognised: '核定数额',
  amountClaimed: '按申报计算的金额（元）',
  explanation: '计算过程',
  noticeFrom: '公示开始日期',
  noticeUntil: '公示截止日期',
  paidAt: '支付时间',
  state: '处理状态',
  payments: '笔数',
  total: '总金额（元）',
  preparer: '编制人',
  preparedAt: '编制时间',
  approver: '复核人',
  approvedAt: '复核时间',
  exporter: '送国库经办人',
  exportedAt: '送国库时间',
  settledAt: '登记结果时间',
};

/** Name of a changed field; one that is not known here (a newer service) is shown as it came. */
export function fieldName(field: string): string {
  if (field.startsWith('fields.')) return `字段 ${nameOf(field.slice('fields.'.length))}`;
  if (field.startsWith('scopes.')) return `数据范围：${field.slice('scopes.'.length)}`;
  if (field.startsWith('facts.'))
    return FACT_NAMES[field.slice('facts.'.length)] ?? nameOf(field.slice('facts.'.length));
  return nameOf(field);
}

const nameOf = (field: string) => NAMES[field] ?? FACT_NAMES[field] ?? field;

/** 2026-11-27T12:56:25.690807376+08:00, also with a Z. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:\d{2})$/;

/** Sums in yuan, as the services keep them. */
const AMOUNTS = new Set(['amount', 'offer.amount', 'grantedAmount', 'disbursedAmount']);

/** Words of demands and their claims, which load with their pages alone. */
const OF_DEMANDS: Record<string, Record<string, string>> = {
  status: { ...DEMAND_STATUSES, ...CLAIM_STATUSES },
  guarantees: GUARANTEES,
};

/** Words of 小微融资协调, likewise. */
const OF_COORDINATION: Record<string, Record<string, string>> = {
  status: { ...CASE_STATUSES, ...ANSWER_STATUSES },
  creditKind: CREDIT_KINDS,
  origin: ORIGINS,
};

type Words = Parameters<typeof label>[0];

const VALUES: Record<string, Words> = {
  level: 'codeLevel',
  channel: 'channel',
  category: 'consent',
  categories: 'consent',
  consents: 'consent',
  source: 'scanSource',
  kind: 'loanKind',
  publication: 'publication',
  userType: 'userType',
  refusalReasonCode: 'refusalReason',
};

/** What a key of another system may do; the codes have dots, which the vocabulary's keys cannot. */
const SCOPES: Record<string, string> = {
  'code.verify': '核验动态企业码',
  'card.read': '读取企业名片',
  'policies.read': '读取已发布的政策',
  'loans.read': '读取在售的贷款产品',
  'match.read': '读取企业匹配的政策和贷款产品',
  'applications.handle': '办理本机构的融资申请',
};

/** A value in words where it is one of a list, as it came otherwise. */
export function fieldValue(field: string, subjectKind: string, value: string | undefined): string {
  if (value === undefined) return '（无）';
  if (value === 'true') return '是';
  if (value === 'false') return '否';
  if (INSTANT.test(value)) return dateTimeText(value, true);
  if (field === 'scopes')
    return value
      .split(' ')
      .map((scope) => SCOPES[scope] ?? scope)
      .join('、');
  if (AMOUNTS.has(field) && /^\d+(\.\d+)?$/.test(value)) return numberText(Number(value));
  const ofDemand =
    subjectKind === '融资需求'
      ? OF_DEMANDS[field]
      : subjectKind === '小微融资协调'
        ? OF_COORDINATION[field]
        : undefined;
  if (ofDemand)
    return value
      .split('、')
      .map((part) => ofDemand[part] ?? part)
      .join('、');
  const words = OF_KIND[`${subjectKind}.${field}`] ?? VALUES[field];
  if (!words) return value;
  return value
    .split('、')
    .map((part) => label(words, part))
    .join('、');
}

/** Where one field has other words for each kind of thing. */
const OF_KIND: Record<string, Words> = {
  '领码申请.status': 'claimStatus',
  '企业码.status': 'codeStatus',
  '融资申请.status': 'loanStatus',
  '金融产品.status': 'productStatus',
  '企业信息.status': 'enterpriseStatus',
  '政策.status': 'policyStatus',
  '政策.level': 'policyLevel',
  '政策.category': 'policyCategory',
  '登录日志.result': 'signInResult',
  '信息推送日志.result': 'pushResult',
  '信息推送日志.kind': 'messageKind',
  '信息推送日志.channel': 'pushChannel',
  '未送达通知.kind': 'messageKind',
  '未送达通知.channel': 'pushChannel',
  '基础数据.kind': 'referenceKind',
  '机构.type': 'institutionType',
  '入驻申请.status': 'admissionStatus',
  '兑付项目.status': 'projectStatus',
  '兑付项目.window': 'redemptionWindow',
  '兑付项目.kind': 'redemptionKind',
  '政策兑现.status': 'redemptionStatus',
  '政策兑现.kind': 'redemptionKind',
  '支付批次.state': 'batchState',
  '公示异议.state': 'objectionState',
};
