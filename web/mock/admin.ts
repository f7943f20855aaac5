import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ago, day, enterprises, id, industries, institutions, policies, products, towns } from './data.ts';

/* eslint-disable @typescript-eslint/no-explicit-any */

// The console's half of the mock platform: staff accounts and the desks they work at.

const demo = new URL('../../deploy/data/src/main/resources/demo/', import.meta.url);
const anchor = Date.parse(readFileSync(new URL('anchor.txt', demo), 'utf8').trim().slice(0, 10));
const shift = Math.floor(Date.now() / 86_400_000) * 86_400_000 - anchor;
const moved = (instant: string) => new Date(Date.parse(instant) + shift).toISOString();
const days = (instant: string) => Math.floor((Date.now() - Date.parse(instant)) / 86_400_000);

interface Call {
  query: URLSearchParams;
  body: any;
  params: string[];
  account: any;
  response: ServerResponse;
}
class Refused {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors?: { field: string; code: string; message: string }[],
  ) {}
}
const DONE = Symbol('answered');
type Route = [
  method: string,
  pattern: RegExp,
  permission: string | string[],
  handler: (call: Call) => unknown,
];

// The same figures at each start, so that screenshots can be compared.
let seed = 42;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const page = (items: any[], query: URLSearchParams) => {
  const number = Number(query.get('page') ?? 1);
  const size = Number(query.get('size') ?? 20);
  const [field, way] = (query.get('sort') ?? '').split(',');
  const sorted = field
    ? [...items].sort((a, b) => {
        const [x, y] = [a[field] ?? '', b[field] ?? ''];
        const order = typeof x === 'number' ? x - y : String(x).localeCompare(String(y), 'zh');
        return way === 'desc' ? -order : order;
      })
    : items;
  return { items: sorted.slice((number - 1) * size, number * size), total: items.length, page: number, size };
};
const find = (list: any[], key: string) => {
  const found = list.find((one) => one.id === key || one.code === key);
  if (!found) throw new Refused(404, 'NOT_FOUND', '您访问的内容不存在或已被移除');
  return found;
};
const seen = (row: any, version: number) => {
  if (row.version !== version) throw new Refused(409, 'VERSION_CONFLICT', '内容已被他人修改，请刷新后再操作');
  row.version += 1;
};
const within = (at: string, query: URLSearchParams) =>
  (!query.get('from') || at.slice(0, 10) >= query.get('from')!) &&
  (!query.get('to') || at.slice(0, 10) <= query.get('to')!);
const is = (query: URLSearchParams, name: string, value: unknown) =>
  !query.getAll(name).length || query.getAll(name).includes(String(value));
const contains = (query: URLSearchParams, ...texts: (string | null)[]) =>
  texts.join(' ').includes(query.get('q')?.trim() ?? '');

// ------------------------------------------------------------------ people

const roles: Record<string, string[]> = {
  OFFICER: ['self', 'code.scan', 'stats.dashboard.read', 'policy.manage', 'user.enterprise.read'],
  CODE_REVIEWER: ['self', 'code.claim.review', 'code.manage', 'code.scan', 'user.enterprise.read'],
  FINANCE_OFFICE: [
    'self',
    'finance.product.review',
    'finance.application.read-all',
    'stats.dashboard.read',
    'user.enterprise.read',
    'code.scan',
  ],
  BANK_OFFICER: ['self', 'finance.application.handle', 'finance.product.own', 'code.scan'],
  OPERATOR: [
    'self',
    'code.claim.review',
    'code.manage',
    'finance.product.review',
    'finance.application.read-all',
    'policy.manage',
    'stats.dashboard.read',
    'auth.signin-log.read',
    'user.account.read',
    'user.enterprise.read',
  ],
};
const people = readFileSync(new URL('accounts.tsv', demo), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [key, userType, username, phone, name, role, uscc, institution, channel, createdAt] =
      line.split('\t');
    return {
      id: key!,
      userType,
      username: username!,
      phone,
      name: name!,
      role: role!,
      uscc,
      institution,
      channel,
      createdAt,
    };
  });
const staff = new Map(people.filter((one) => roles[one.role]).map((one) => [one.username, one]));
const institutionOf = (code: string | undefined) => institutions.find((one) => one.code === code);

const accountRows = people.map((one) => ({
  accountId: one.id,
  displayName: one.name,
  userType: one.userType,
  enterpriseName: enterprises.find((row) => row.uscc === one.uscc)?.name ?? null,
  institutionName: institutionOf(one.institution)?.name ?? null,
  roles: [one.role],
  channel: one.channel,
  registeredAt: moved(one.createdAt!),
}));
const signIns = Array.from({ length: 260 }, (_, n) => {
  const one = pick(people);
  const result = n % 17 === 3 ? 'BAD_CREDENTIALS' : n % 61 === 7 ? 'LOCKED' : 'SUCCESS';
  return {
    id: id(11, n + 1),
    at: ago(n * 47 + 3),
    username: one.username,
    accountId: one.id,
    address: `10.${20 + (n % 7)}.${n % 5}.${(n * 13) % 250}`,
    userAgent:
      n % 3
        ? 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36'
        : 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) MicroMessenger/8.0.53',
    result,
  };
});

// ------------------------------------------------------------------ enterprises, claims, codes, scans

const detail = (row: any) => ({
  ...row,
  townName: towns.find((one) => one.code === row.townCode)?.name ?? null,
  industryName: industries.get(row.industryCode) ?? industries.get(row.industryCode.slice(1)) ?? null,
  registeredAt: moved(row.registeredAt),
  certified: !!row.code,
  demo: true,
  facts: undefined,
  code: undefined,
  openClaim: undefined,
});
const letters = [
  { id: id(5, 11), name: '企业授权委托书.pdf', contentType: 'application/pdf', size: 248_000 },
  { id: id(5, 12), name: '授权书扫描件.png', contentType: 'image/png', size: 1_310_000 },
];
const claim = (row: any, n: number, status: string, submittedAt: string, decidedAt: string | null) => ({
  id: id(4, n + 1),
  number: `LM${submittedAt.slice(0, 10).replaceAll('-', '')}${String(n + 1).padStart(5, '0')}`,
  enterpriseId: row.id,
  enterpriseName: row.name,
  uscc: row.uscc,
  demo: true,
  applicantName: row.openClaim?.applicantName ?? row.code?.applicantName ?? row.legalRep,
  status,
  submittedAt,
  decidedAt,
  reason: null as string | null,
  consents: ['BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX'].filter((_, at) => at === 0 || (n + at) % 3),
  legalRepName: n === 3 ? `${row.legalRep[0]}建国` : row.legalRep,
  agentName: row.openClaim?.applicantName ?? row.code?.applicantName ?? row.legalRep,
  agentPhone: '199****0029',
  channel: n % 3 ? 'WECHAT' : 'PC',
  letterFile: letters[n % 2],
  version: decidedAt ? 1 : 0,
  dueOn: null,
  history: [
    {
      at: submittedAt,
      action: 'SUBMITTED',
      label: '提交申请',
      actorName: row.openClaim?.applicantName ?? row.legalRep,
      note: null,
    },
    ...(decidedAt
      ? [{ at: decidedAt, action: status, label: '审核通过', actorName: '领码审核员', note: null }]
      : []),
  ] as any[],
});
const open = enterprises.filter((row) => row.openClaim);
const holders = enterprises.filter((row) => row.code);
const claims = [
  ...open.map((row, n) => claim(row, n, 'SUBMITTED', moved(row.openClaim.submittedAt), null)),
  ...holders.map((row, n) =>
    claim(row, n + open.length, 'APPROVED', moved(row.code.claimedAt), moved(row.code.issuedAt)),
  ),
].sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
const decide = (one: any, status: string, word: string, reason: string | null, actor: string) => {
  if (one.status !== 'SUBMITTED')
    throw new Refused(409, 'STATE_CONFLICT', '该申请当前不是“待审核”，不能再次审核');
  Object.assign(one, { status, reason, decidedAt: ago(0) });
  one.history.push({ at: ago(0), action: status, label: word, actorName: actor, note: reason });
  if (status === 'APPROVED') codes.unshift(code(find(enterprises, one.enterpriseId), codes.length, ago(0)));
};
const code = (row: any, n: number, issuedAt: string) => ({
  id: id(8, n + 1),
  number: `QYM500113${String(n + 1).padStart(6, '0')}`,
  enterpriseId: row.id,
  enterpriseName: row.name,
  uscc: row.uscc,
  demo: true,
  statusReason: n === 4 ? '正在核查授权真实性' : null,
  status: n === 4 ? 'FROZEN' : n === 9 ? 'REVOKED' : 'ACTIVE',
  level: n % 11 === 1 ? 'KEY' : n === 4 ? 'WARNED' : 'NORMAL',
  levelReason: n % 11 === 1 ? '区级重点企业名录' : n === 4 ? '登记住所无法联系' : null,
  issuedAt,
  staticContent: null,
  staticRevokedAt: null,
  version: 0,
});
const codes: any[] = holders.map((row, n) => code(row, n, moved(row.code.issuedAt)));

const card = (row: any, granted: string[]) => ({
  enterpriseId: row.id,
  name: row.name,
  uscc: row.uscc,
  demo: true,
  levelReason: null,
  notice: null,
  codeStatus: 'ACTIVE',
  codeLevel: 'KEY',
  sections: [
    [
      'BASIC',
      '基本信息',
      [
        ['法定代表人', row.legalRep],
        ['登记状态', '存续'],
        ['注册资本', `${row.registeredCapital} 万元`],
        ['成立日期', row.establishedOn],
        ['所属行业', detail(row).industryName],
        ['住所', row.address],
      ],
    ],
    ['INVESTMENT', '投资信息', row.investments.map((one: any) => [one.name, `${one.ratio}%`])],
    ['ASSET', '资产信息', row.assets.map((one: any) => [one.kind, one.description])],
    ['LEGAL', '法务信息', row.judicial.map((one: any) => [one.kind, `${one.title}（${one.date}）`])],
  ].map(([category, label, items]: any) => ({
    category,
    label,
    granted: granted.includes(category),
    items: granted.includes(category)
      ? items.map(([name, value]: [string, string]) => ({ label: name, value }))
      : [],
  })),
});
const scans: any[] = [];
const scan = (row: any, account: any, source: string, place: string | null, at: string) => {
  const made = {
    id: id(10, scans.length + 1),
    at,
    scannerName: account?.name ?? '客户经理',
    scannerInstitution: institutionOf(account?.institution)?.name ?? null,
    enterpriseName: row.name,
    source,
    place,
    shownCategories: ['BASIC', 'INVESTMENT', 'ASSET'],
  };
  scans.unshift(made);
  return made;
};
[40, 95, 1500, 4300, 9000, 12_000].forEach((minutes, n) =>
  scan(
    holders[n * 3],
    null,
    pick(['CAMERA', 'TYPED', 'PICTURE']),
    n % 2 ? null : '巴南区行政服务中心',
    ago(minutes),
  ),
);
const bad: Record<string, Refused> = {
  EXPIRED: new Refused(410, 'CODE_EXPIRED', '该企业码已过期，请企业刷新后重新出示'),
  USED: new Refused(409, 'CODE_USED', '该企业码已使用过，请企业刷新后重新出示'),
  FROZEN: new Refused(403, 'CODE_FROZEN', '该企业码已被冻结'),
  FOREIGN: new Refused(400, 'CODE_FOREIGN', '该码不是本区签发的企业码'),
  NONE: new Refused(403, 'CONSENT_REQUIRED', '该企业未授权出示任何信息'),
};

// ------------------------------------------------------------------ loan products and applications

const bankOf = (name: string) =>
  institutions.find((one) => one.type === 'BANK' && (one.name === name || one.aliases.includes(name)));
const productRows: any[] = products.map((p, n) => ({
  id: id(2, n + 1),
  code: p.id,
  title: p.title,
  bankId: bankOf(p.bank)?.id ?? '',
  bankName: bankOf(p.bank)?.name ?? p.bank,
  productType: p.productType,
  guarantee: p.guarantee,
  maxAmountWan: p.maxAmountWan,
  termMonths: p.termMonths,
  rateText: p.rateText,
  summary: p.summary,
  pinned: [0, 8].includes(n),
  status: n === 6 ? 'SUSPENDED' : 'PUBLISHED',
  verified: p.confidence === 'high',
  confidence: p.confidence.slice(0, 6),
  version: 0,
}));
const reasons = [
  ['INDUSTRY', '行业或用途不符合产品准入要求'],
  ['OPERATING_YEARS', '经营或纳税年限不足'],
  ['TAX', '纳税信用或纳税额未达要求'],
  ['CREDIT', '企业或实际控制人征信不符合要求'],
  ['DEBT', '负债水平过高'],
  ['COLLATERAL', '抵押物或担保不足'],
  ['MATERIAL', '申请资料不完整或无法核实'],
  ['OTHER', '其他'],
].map(([key, label]) => ({ code: key!, label: label! }));
const wan = (yuan: number) => yuan.toLocaleString('zh-CN', { minimumFractionDigits: 2 });
const step = (at: string, kind: string, label: string, actor: string, note: string | null = null) => ({
  at,
  kind,
  label,
  actor,
  note,
});
const applications: any[] = Array.from({ length: 400 }, (_, n) => {
  const product = pick(productRows);
  const row = pick(holders);
  const minutes = Math.floor(random() ** 1.6 * 60 * 24 * 330) + (n % 9);
  const max = (product.maxAmountWan ?? 300) * 10_000;
  const amount = Math.max(100_000, Math.round((max * (0.1 + random() * 0.7)) / 50_000) * 50_000);
  const status =
    minutes < 60 * 24 * 2
      ? 'SUBMITTED'
      : minutes < 60 * 24 * 8
        ? 'IN_REVIEW'
        : pick([
            'APPROVED',
            'APPROVED',
            'APPROVED',
            'REFUSED',
            'REFUSED',
            'SETTLED',
            'WITHDRAWN',
            'IN_REVIEW',
          ]);
  const granted = ['APPROVED', 'SETTLED'].includes(status);
  const at = (share: number) => ago(minutes * (1 - share));
  const grantedAmount = granted ? Math.round((amount * (0.6 + random() * 0.4)) / 10_000) * 10_000 : null;
  const disbursed = granted && (status === 'SETTLED' || n % 3) ? Math.round(grantedAmount! * 0.5) : 0;
  const term = Math.min(product.termMonths ?? 12, 36);
  const officer = `${product.bankName.replace('重庆市分行', '').replace('中国', '')} 客户经理`;
  const reason = pick(reasons);
  return {
    id: id(3, n + 1),
    number: `RZ${ago(minutes).slice(0, 10).replaceAll('-', '')}${String(400 - n).padStart(5, '0')}`,
    productId: product.id,
    productTitle: product.title,
    bankId: product.bankId,
    bankName: product.bankName,
    enterpriseId: row.id,
    enterpriseName: row.name,
    amount,
    termMonths: term,
    purpose: pick(['采购原材料、支付货款', '补充流动资金', '购置数控设备', '支付工资与房租', '扩建厂房配套']),
    kind: random() < 0.6 ? 'FIRST' : 'RENEWAL',
    channel: random() < 0.55 ? 'PC' : 'WECHAT',
    contactName: row.legalRep,
    contactPhone: row.code.agentPhone,
    status,
    submittedAt: at(0),
    grantedAmount,
    grantedRate: granted ? Math.round((3 + random() * 1.6) * 20) / 20 : null,
    grantedTermMonths: granted ? term : null,
    validUntil: granted ? day(365 - days(at(0))) : null,
    refusalReasonCode: status === 'REFUSED' ? reason.code : null,
    refusalReason: status === 'REFUSED' ? '近12个月纳税额未达到产品要求，建议补充抵押后再次申请。' : null,
    disbursedAmount: disbursed,
    renewsApplicationId: null,
    matchResultId: n % 2 ? id(9, n) : null,
    version: 0,
    timeline: [
      step(at(0), 'SUBMITTED', '提交申请', row.legalRep, `申请 ${wan(amount)} 元，期限 ${term} 个月`),
      ...(status !== 'SUBMITTED' && status !== 'WITHDRAWN'
        ? [step(at(0.1), 'ACCEPTED', '银行受理，进入审批', officer)]
        : []),
      ...(granted
        ? [step(at(0.2), 'APPROVED', '审批通过', officer, `授信额度 ${wan(grantedAmount!)} 元`)]
        : []),
      ...(status === 'REFUSED'
        ? [step(at(0.3), 'REFUSED', '审批不通过', officer, `${reason.label}：近12个月纳税额未达到产品要求`)]
        : []),
      ...(status === 'WITHDRAWN' ? [step(at(0.2), 'WITHDRAWN', '企业撤回申请', row.legalRep)] : []),
      ...(disbursed ? [step(at(0.4), 'DISBURSED', '放款', officer, `放款 ${wan(disbursed)} 元`)] : []),
      ...(status === 'SETTLED' ? [step(at(0.9), 'SETTLED', '贷款结清', officer)] : []),
    ],
  };
}).sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
const mine = (account: any) => {
  const all = roles[account.role]!.includes('finance.application.read-all');
  const bank = institutionOf(account.institution)?.id;
  return applications.filter((one) => all || one.bankId === bank);
};
const act = (
  from: string,
  to: string | null,
  label: string,
  change: (one: any, call: Call) => string | null,
) => {
  return (call: Call) => {
    const one = find(mine(call.account), call.params[0]!);
    if (one.status !== from)
      throw new Refused(409, 'STATE_CONFLICT', `该申请当前状态不能${label}，请刷新后查看`);
    seen(one, call.body.version);
    const note = change(one, call);
    if (to) one.status = to;
    one.timeline.push(step(ago(0), to ?? 'DISBURSED', label, call.account.name, note));
    return one;
  };
};

const policyRows: any[] = policies.map((p, n) => ({
  id: id(1, n + 1),
  code: p.id,
  edition: 1,
  title: p.title,
  docNumber: p.docNumber,
  issuer: p.issuer,
  level: ({ 国家: 'NATIONAL', 市: 'MUNICIPAL', 区县: 'DISTRICT' } as Record<string, string>)[p.level],
  category: pick(['TAX', 'INDUSTRY', 'INNOVATION', 'FUNDING']),
  department: p.dept ?? '区经济信息委',
  publishDate: p.publishDate,
  effectiveFrom: p.effectiveFrom ?? null,
  validTo: p.validTo ?? null,
  verified: p.confidence === 'high',
  confidence: p.confidence,
  publication: n % 19 === 7 ? 'WITHDRAWN' : n % 23 === 5 ? 'DRAFT' : 'PUBLISHED',
  status: p.supersededBy ? 'SUPERSEDED' : p.validTo && p.validTo < day(0) ? 'EXPIRED' : 'EFFECTIVE',
  publishedAt: ago(60 * 24 * 30),
  withdrawnAt: n % 19 === 7 ? ago(60 * 24 * 3) : null,
  withdrawnReason: n % 19 === 7 ? '市级文件已修订，待新版核对后发布' : null,
  version: 0,
}));

// ------------------------------------------------------------------ messages and figures

const messages = new Map<string, any[]>();
const messagesOf = (account: any): any[] => {
  if (!messages.has(account.username)) {
    const list =
      account.role === 'BANK_OFFICER'
        ? mine(account)
            .slice(0, 26)
            .map((one, n) => [
              'FINANCE',
              '新的融资申请',
              `${one.enterpriseName} 申请办理“${one.productTitle}”，申请金额 ${one.amount / 10_000} 万元，请及时受理。`,
              `/applications/${one.id}`,
              n,
            ])
        : claims
            .slice(0, 14)
            .map((one, n) => [
              'CODE',
              '新的领码申请',
              `${one.enterpriseName} 提交了领码申请（${one.number}），请审核。`,
              `/claims/${one.id}`,
              n,
            ]);
    messages.set(
      account.username,
      list.map(([kind, title, body, link, n]: any) => ({
        id: id(6, n + 1),
        kind,
        title,
        body,
        link,
        createdAt: ago(4 + n * n * 23),
        readAt: n > 2 ? ago(n) : null,
      })),
    );
  }
  return messages.get(account.username)!;
};
const listeners = new Set<() => void>();
const dateOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const count = (rows: any[], of: (row: any) => string, labels: Record<string, string>) =>
  Object.entries(labels).map(([key, label]) => ({
    key,
    label,
    count: rows.filter((row) => of(row) === key).length,
  }));
const dashboard = () => {
  const today = dateOf(ago(0));
  const sum = (rows: any[]) => rows.reduce((total, one) => total + one.amount, 0);
  const ordersOn = (date: string) => applications.filter((one) => dateOf(one.submittedAt) === date);
  const usersOn = (date: string) => accountRows.filter((one) => dateOf(one.registeredAt) === date);
  const last30 = Array.from({ length: 30 }, (_, n) => dateOf(ago((29 - n) * 1440)));
  return {
    updatedAt: ago(0),
    totals: {
      registeredUsers: accountRows.length,
      registeredUsersToday: usersOn(today).length,
      orders: applications.length,
      ordersToday: ordersOn(today).length,
      orderAmount: sum(applications),
      orderAmountToday: sum(ordersOn(today)),
    },
    usersPerDay: last30.map((date) => ({ date, count: usersOn(date).length })),
    ordersPerDay: last30.map((date) => ({ date, count: ordersOn(date).length, amount: sum(ordersOn(date)) })),
    userSources: count(accountRows, (one) => one.channel, { PC: 'PC端', WECHAT: '公众号' }),
    orderSources: count(applications, (one) => one.channel, { PC: 'PC端', WECHAT: '公众号' }),
    orderStatuses: count(
      applications,
      (one) =>
        (({ SUBMITTED: 'IN_REVIEW', SETTLED: 'APPROVED' }) as Record<string, string>)[one.status] ??
        one.status,
      { IN_REVIEW: '银行审批中', APPROVED: '审批通过', REFUSED: '审批不通过' },
    ),
  };
};

const pdf = (text: string) => {
  const content = `BT /F1 26 Tf 90 700 Td (${text}) Tj 0 -60 Td /F1 13 Tf (We authorise the agent named above to claim the enterprise code.) Tj ET 90 420 300 1 re f`;
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n`,
  );
};
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAADiCAIAAABGPVsdAAACHklEQVR42u3cwY3CQAxA0VRCB5xpjRLpCkpIpDD22H5fe1vBSDwNw3pJjq9ad3gJAAuwAAuwAAuwAAMWYAEWYAEWYAEGLMACLMACrAHAj2oBBgwYMGDAgAH7FO1TtAALsAALsAALMGABFmABFmABFmDdBn5rfXawAAMWYAEWYAEWYBl0GHQABixnsAALsAALsAADFmCDDpMsmWTJGSzAAgxYgAVYgGWSJZMswN6iBRiwAAuwAAuwAMugw6ADMGA5gwVYgAVYgAELsEyyZJIlkyw5gwVYgAELsAALsEyyDDoAA/YW7S1agAVYgAVYgAVYBh0GHYBNsuQMFmABFmABBizAMsmSSZZMsuQMFmDAAizAAizAAizAAgxYgAVYgAVYgAUYsAALsAALsAALMGABFuBpfV7PKz+A+7ie/hZwJdqljwKcqRv/cMBBups8D+DtaBOZASdIRBoDPmGo+OSAtwCIMQacub0CFgKceUAGrAU4bfvGLAc4+U/V1SsCzty+AYsCBky38tKAAQMGDBgwYMCAAa9+lfutDtgOBgwYMGDAgAEDBgy4nrH/JgEG/NfX2jc6bOIyywHO3MS+Vdl8E/tedGdjVzZ0NnZtUufD2NWFnY1dH9yW2RX+BYzdo2OEsbvsTGF2n6yJ0u50J8ACLMACDFiABViABViABRiwAAuwAAuwAAswYAEWYAEWYAEWYAEGLMACLMACLMACPK4fT3TUpezNrh8AAAAASUVORK5CYII=',
  'base64',
);
const file = (call: Call, type: string, body: Buffer, name: string) => {
  call.response.setHeader('Content-Type', type);
  call.response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  call.response.end(body);
  return DONE;
};

const REVIEW = 'code.claim.review';
const HANDLE = 'finance.application.handle';
const SEE = [HANDLE, 'finance.application.read-all'];
const PRODUCTS = ['finance.product.own', 'finance.product.review'];

const routes: Route[] = [
  [
    'GET',
    /^\/api\/auth\/me$/,
    'self',
    ({ account }) => {
      const at = institutionOf(account.institution);
      return {
        accountId: account.id,
        name: account.name,
        phone: '199****0001',
        userType: account.userType,
        enterprise: null,
        institution: at ? { id: at.id, name: at.name, type: at.type } : null,
        roles: [account.role],
        permissions: roles[account.role],
        tokenStale: false,
      };
    },
  ],
  [
    'GET',
    /^\/api\/auth\/sign-in-log$/,
    'auth.signin-log.read',
    ({ query }) =>
      page(
        signIns.filter(
          (one) =>
            one.username.includes(query.get('username') ?? '') &&
            is(query, 'result', one.result) &&
            within(one.at, query),
        ),
        query,
      ),
  ],
  [
    'GET',
    /^\/api\/user\/accounts$/,
    'user.account.read',
    ({ query }) =>
      page(
        accountRows.filter(
          (one) =>
            contains(query, one.displayName, one.enterpriseName, one.institutionName) &&
            is(query, 'userType', one.userType),
        ),
        query,
      ),
  ],
  [
    'GET',
    /^\/api\/user\/enterprises\/export$/,
    'user.enterprise.read',
    (call) =>
      file(
        call,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        Buffer.from('xlsx'),
        '企业信息.xlsx',
      ),
  ],
  [
    'GET',
    /^\/api\/user\/enterprises$/,
    'user.enterprise.read',
    ({ query }) =>
      page(
        enterprises
          .map(detail)
          .filter(
            (one) =>
              contains(query, one.name, one.uscc) &&
              is(query, 'townCode', one.townCode) &&
              is(query, 'status', one.status) &&
              is(query, 'certified', one.certified) &&
              is(query, 'industry', one.industryCode[0]),
          ),
        query,
      ),
  ],
  [
    'GET',
    /^\/api\/user\/enterprises\/(?!search$)([^/]+)$/,
    'user.enterprise.read',
    ({ params }) => detail(find(enterprises, params[0]!)),
  ],

  [
    'GET',
    /^\/api\/code\/claims$/,
    REVIEW,
    ({ query }) =>
      page(
        claims.filter(
          (one) =>
            contains(query, one.enterpriseName, one.uscc, one.number) &&
            is(query, 'status', one.status) &&
            within(one.submittedAt, query),
        ),
        query,
      ),
  ],
  [
    'GET',
    /^\/api\/code\/claims\/([^/]+)$/,
    REVIEW,
    ({ params }) => {
      const one = find(claims, params[0]!);
      return {
        claim: one,
        legalRepIdNumber: '5002**********1234',
        register: detail(find(enterprises, one.enterpriseId)),
        enterpriseHoldsCode:
          one.status !== 'APPROVED' && codes.some((row) => row.enterpriseId === one.enterpriseId),
        history: one.history,
      };
    },
  ],
  [
    'POST',
    /^\/api\/code\/claims\/batch-approve$/,
    REVIEW,
    ({ body, account }) =>
      body.items.map((item: any, n: number) => {
        const one = find(claims, item.id);
        try {
          if (n === 1) throw new Refused(409, 'VERSION_CONFLICT', '该申请刚刚已由他人处理，请刷新');
          seen(one, item.version);
          decide(one, 'APPROVED', '审核通过', null, account.name);
          return { id: one.id, approved: true };
        } catch (problem) {
          return {
            id: one.id,
            approved: false,
            code: (problem as Refused).code,
            detail: (problem as Refused).detail,
          };
        }
      }),
  ],
  [
    'POST',
    /^\/api\/code\/claims\/([^/]+)\/(approve|reject|return)$/,
    REVIEW,
    ({ params, body, account }) => {
      const one = find(claims, params[0]!);
      const [status, word] = {
        approve: ['APPROVED', '审核通过'],
        reject: ['REJECTED', '审核不通过'],
        return: ['RETURNED', '退回补正'],
      }[params[1] as 'approve']!;
      seen(one, body.version);
      decide(one, status!, word!, body.reason ?? null, account.name);
      return one;
    },
  ],
  [
    'GET',
    /^\/api\/code\/files\/([^/]+)$/,
    REVIEW,
    (call) => {
      const letter = find(letters, call.params[0]!);
      return letter.contentType === 'image/png'
        ? file(call, 'image/png', picture, letter.name)
        : file(call, 'application/pdf', pdf('Letter of authorisation'), letter.name);
    },
  ],
  [
    'GET',
    /^\/api\/code\/codes$/,
    'code.manage',
    ({ query }) =>
      page(
        codes.filter(
          (one) =>
            contains(query, one.enterpriseName, one.uscc, one.number) &&
            is(query, 'status', one.status) &&
            is(query, 'level', one.level),
        ),
        query,
      ),
  ],
  [
    'GET',
    /^\/api\/code\/codes\/([^/]+)$/,
    'code.manage',
    ({ params }) => {
      const one = find(codes, params[0]!);
      return {
        code: one,
        history: [
          { at: one.issuedAt, action: 'ISSUED', label: '发放', actorName: '领码审核员', reason: null },
        ],
      };
    },
  ],
  [
    'POST',
    /^\/api\/code\/codes\/([^/]+)\/(freeze|unfreeze|revoke|level)$/,
    'code.manage',
    ({ params, body }) => {
      const one = find(codes, params[0]!);
      seen(one, body.version);
      if (params[1] === 'level') Object.assign(one, { level: body.level, levelReason: body.reason });
      else one.status = { freeze: 'FROZEN', unfreeze: 'ACTIVE', revoke: 'REVOKED' }[params[1] as 'freeze'];
      return one;
    },
  ],
  [
    'POST',
    /^\/api\/code\/scans$/,
    'code.scan',
    ({ body, account }) => {
      const text = String(body.content).trim();
      const problem = Object.entries(bad).find(([key]) => text.includes(key))?.[1];
      if (problem) throw problem;
      if (!text.startsWith('ZQ1:')) throw new Refused(400, 'CODE_UNKNOWN', '无法识别，请确认扫描的是企业码');
      const row = pick(holders);
      const made = scan(row, account, body.source, body.place ?? null, ago(0));
      return { scanId: made.id, scannedAt: made.at, card: card(row, made.shownCategories) };
    },
  ],
  ['GET', /^\/api\/code\/scans$/, 'code.scan', ({ query }) => page(scans, query)],

  [
    'GET',
    /^\/api\/finance\/manage\/products$/,
    PRODUCTS,
    ({ query, account }) =>
      page(
        productRows.filter(
          (one) =>
            (account.role !== 'BANK_OFFICER' || one.bankId === institutionOf(account.institution)?.id) &&
            contains(query, one.title, one.code, one.bankName) &&
            is(query, 'status', one.status) &&
            is(query, 'bankId', one.bankId),
        ),
        query,
      ),
  ],
  [
    'POST',
    /^\/api\/finance\/manage\/products\/([^/]+)\/(pin|unpin|suspend|resume)$/,
    PRODUCTS,
    ({ params, body }) => {
      const one = find(productRows, params[0]!);
      if (params[1] === 'pin' && productRows.filter((row) => row.pinned).length >= 3)
        throw new Refused(409, 'PIN_LIMIT_REACHED', '首页最多置顶三个产品，请先取消一个');
      seen(one, body.version);
      Object.assign(
        one,
        {
          pin: { pinned: true },
          unpin: { pinned: false },
          suspend: { status: 'SUSPENDED' },
          resume: { status: 'PUBLISHED' },
        }[params[1] as 'pin'],
      );
    },
  ],
  ['GET', /^\/api\/finance\/refusal-reasons$/, HANDLE, () => reasons],
  [
    'GET',
    /^\/api\/finance\/applications\/export$/,
    SEE,
    (call) =>
      file(
        call,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        Buffer.from('xlsx'),
        '融资申请.xlsx',
      ),
  ],
  [
    'GET',
    /^\/api\/finance\/applications$/,
    SEE,
    ({ query, account }) =>
      page(
        mine(account)
          .filter(
            (one) =>
              contains(query, one.enterpriseName, one.number) &&
              is(query, 'status', one.status) &&
              is(query, 'productId', one.productId) &&
              is(query, 'channel', one.channel) &&
              within(one.submittedAt, query),
          )
          .map((one) => ({ ...one, timeline: [] })),
        query,
      ),
  ],
  [
    'GET',
    /^\/api\/finance\/applications\/([^/]+)$/,
    SEE,
    ({ params, account }) => find(mine(account), params[0]!),
  ],
  [
    'POST',
    /^\/api\/finance\/applications\/([^/]+)\/accept$/,
    HANDLE,
    act('SUBMITTED', 'IN_REVIEW', '银行受理，进入审批', () => null),
  ],
  [
    'POST',
    /^\/api\/finance\/applications\/([^/]+)\/approve$/,
    HANDLE,
    act('IN_REVIEW', 'APPROVED', '审批通过', (one, { body }) => {
      if (body.grantedAmount > one.amount)
        throw new Refused(
          422,
          'GRANT_OUT_OF_RANGE',
          `授信额度应大于零且不超过申请金额 ${wan(one.amount)} 元`,
        );
      Object.assign(one, {
        grantedAmount: body.grantedAmount,
        grantedRate: body.annualRate,
        grantedTermMonths: body.termMonths,
        validUntil: body.validUntil,
      });
      return `授信额度 ${wan(body.grantedAmount)} 元，年利率 ${body.annualRate}%，期限 ${body.termMonths} 个月，有效期至 ${body.validUntil}`;
    }),
  ],
  [
    'POST',
    /^\/api\/finance\/applications\/([^/]+)\/refuse$/,
    HANDLE,
    act('IN_REVIEW', 'REFUSED', '审批不通过', (one, { body }) => {
      Object.assign(one, { refusalReasonCode: body.reasonCode, refusalReason: body.reason });
      return `${reasons.find((row) => row.code === body.reasonCode)?.label}：${body.reason}`;
    }),
  ],
  [
    'POST',
    /^\/api\/finance\/applications\/([^/]+)\/disbursements$/,
    HANDLE,
    act('APPROVED', null, '放款', (one, { body }) => {
      if (body.amount > one.grantedAmount - one.disbursedAmount)
        throw new Refused(422, 'DISBURSEMENT_EXCEEDS_GRANT', '放款金额应大于零且不超过剩余额度');
      one.disbursedAmount += body.amount;
      return `${body.disbursedOn} 放款 ${wan(body.amount)} 元，累计 ${wan(one.disbursedAmount)} 元`;
    }),
  ],
  [
    'POST',
    /^\/api\/finance\/applications\/([^/]+)\/settle$/,
    HANDLE,
    act('APPROVED', 'SETTLED', '贷款结清', () => null),
  ],

  [
    'GET',
    /^\/api\/policy\/manage\/policies$/,
    'policy.manage',
    ({ query }) =>
      page(
        policyRows.filter(
          (one) =>
            contains(query, one.title, one.docNumber, one.code, one.issuer) &&
            is(query, 'publication', one.publication),
        ),
        query,
      ),
  ],
  [
    'POST',
    /^\/api\/policy\/manage\/policies\/([^/]+)\/(publish|withdraw)$/,
    'policy.manage',
    ({ params, body }) => {
      const one = find(policyRows, params[0]!);
      seen(one, body.version);
      Object.assign(
        one,
        params[1] === 'publish'
          ? { publication: 'PUBLISHED', publishedAt: ago(0) }
          : { publication: 'WITHDRAWN', withdrawnAt: ago(0), withdrawnReason: body.reason },
      );
    },
  ],

  ['GET', /^\/api\/stats\/dashboard$/, 'stats.dashboard.read', dashboard],

  [
    'GET',
    /^\/api\/message\/my\/unread-count$/,
    'self',
    ({ account }) => ({ count: messagesOf(account).filter((one) => !one.readAt).length }),
  ],
  [
    'GET',
    /^\/api\/message\/my\/messages$/,
    'self',
    ({ query, account }) =>
      page(
        messagesOf(account).filter(
          (one) =>
            contains(query, one.title, one.body) &&
            is(query, 'read', !!one.readAt) &&
            is(query, 'kind', one.kind),
        ),
        query,
      ),
  ],
  [
    'GET',
    /^\/api\/message\/my\/messages\/([^/]+)$/,
    'self',
    ({ params, account }) => find(messagesOf(account), params[0]!),
  ],
  [
    'POST',
    /^\/api\/message\/my\/messages\/read$/,
    'self',
    ({ body, account }) => {
      for (const one of messagesOf(account))
        if (body.all || body.ids?.includes(one.id)) one.readAt ??= ago(0);
      listeners.forEach((tell) => tell());
    },
  ],
  [
    'DELETE',
    /^\/api\/message\/my\/messages\/([^/]+)$/,
    'self',
    ({ params, account }) => {
      messages.set(
        account.username,
        messagesOf(account).filter((one) => one.id !== params[0]),
      );
      listeners.forEach((tell) => tell());
    },
  ],
  [
    'GET',
    /^\/api\/message\/my\/stream$/,
    'self',
    ({ response, account }) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
      const tell = () =>
        response.write(
          `event: unread\ndata: ${JSON.stringify({ count: messagesOf(account).filter((one) => !one.readAt).length })}\n\n`,
        );
      tell();
      listeners.add(tell);
      response.on('close', () => listeners.delete(tell));
      return DONE;
    },
  ],
];

/** Signs in to the console's dev server without the portal's page: one link per staff account. */
function signIn(url: URL, response: ServerResponse): void {
  const chosen = url.searchParams.get('as');
  const back = url.searchParams.get('continue') ?? '/admin/';
  if (chosen) {
    response.writeHead(302, { 'Set-Cookie': `mock=${chosen}; Path=/`, Location: back }).end();
    return;
  }
  const links = [...staff.values()]
    .slice(0, 10)
    .map(
      (one) =>
        `<li><a href="${url.pathname}?as=${one.username}&continue=${encodeURIComponent(back)}">${one.name}</a>`,
    );
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(`<ul>${links.join('')}</ul>`);
}

/** Answers what a staff account asks; false leaves the request to the rest of the mock platform. */
export async function answerStaff(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const url = new URL(request.url!, 'http://localhost');
  if (url.pathname === '/bff/login' && /^\/admin/.test(url.searchParams.get('continue') ?? '')) {
    signIn(url, response);
    return true;
  }
  const account = staff.get(/(?:^|; )mock=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '');
  if (!account) return false;
  for (const [method, pattern, permission, handler] of routes) {
    const found = method === request.method && pattern.exec(url.pathname);
    if (!found) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await new Promise((resolve) => setTimeout(resolve, Number(process.env.MOCK_DELAY ?? 120)));
    try {
      const needed = typeof permission === 'string' ? [permission] : permission;
      if (!needed.some((one) => roles[account.role]!.includes(one)))
        throw new Refused(403, 'FORBIDDEN', '您没有权限进行此操作');
      const result = await handler({
        query: url.searchParams,
        body: chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : undefined,
        params: found.slice(1).map(decodeURIComponent),
        account,
        response,
      });
      if (result === DONE) return true;
      response.statusCode = result === undefined ? 204 : 200;
      response.setHeader('Content-Type', 'application/json');
      response.end(result === undefined ? undefined : JSON.stringify(result));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, code: problem, detail: text, errors } = error;
      response.writeHead(status, { 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify({ status, code: problem, detail: text, errors, traceId: '4f2a9c1e7b' }));
    }
    return true;
  }
  return false;
}
