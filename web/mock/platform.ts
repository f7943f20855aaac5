import type { IncomingMessage, ServerResponse } from 'node:http';
import { ago, day, enterprises, id, industries, institutions, policies, products, towns } from './data.ts';
import { enterprise, factRows, facts, matchResult, profile, report, tax } from './match.ts';

/* eslint-disable @typescript-eslint/no-explicit-any */

interface Call {
  query: URLSearchParams;
  body: any;
  params: string[];
  response: ServerResponse;
  account: string | undefined;
}

class Refused {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly more: object = {},
  ) {}
}

type Handler = (call: Call) => unknown;
type Route = [method: string, pattern: RegExp, handler: Handler];

const page = (items: any[], query: URLSearchParams) => {
  const number = Number(query.get('page') ?? 1);
  const size = Number(query.get('size') ?? 20);
  return { items: items.slice((number - 1) * size, number * size), total: items.length, page: number, size };
};

const find = <T extends { id: string }>(list: T[], key: string, what = '内容'): T => {
  const found = list.find((one) => one.id === key || (one as any).code === key);
  if (!found) throw new Refused(404, 'NOT_FOUND', `${what}不存在`);
  return found;
};

// ------------------------------------------------------------------ accounts

const accounts: Record<string, any> = {
  qiye: ['ENTERPRISE', '陈志远', ['self', 'enterprise.own', 'finance.apply', 'code.claim'], enterprise],
  xinqiye: ['ENTERPRISE', '新企业用户', ['self', 'code.claim'], null],
  shenhe: [
    'GOVERNMENT',
    '领码审核员',
    ['self', 'code.claim.review', 'code.manage', 'code.scan', 'user.enterprise.read'],
    null,
  ],
  jinrongban: [
    'GOVERNMENT',
    '金融办经办人',
    [
      'self',
      'finance.product.review',
      'finance.application.read-all',
      'stats.dashboard.read',
      'user.enterprise.read',
      'code.scan',
    ],
    null,
  ],
  yinhang: [
    'BANK',
    '客户经理',
    ['self', 'finance.application.handle', 'finance.product.own', 'code.scan'],
    null,
  ],
  guanyuan: [
    'GOVERNMENT',
    '经信委工作人员',
    ['self', 'code.scan', 'stats.dashboard.read', 'policy.manage', 'user.enterprise.read'],
    null,
  ],
  yunying: [
    'OPERATOR',
    '运营管理员',
    [
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
    null,
  ],
};
const bank = institutions.find((one) => one.code === 'CCB');

const me = (name: string) => {
  const [userType, displayName, permissions, own] = accounts[name];
  return {
    accountId: id(7, Object.keys(accounts).indexOf(name) + 1),
    name: displayName,
    phone: '199****0029',
    userType,
    enterprise: own && { id: own.id, name: own.name, uscc: own.uscc },
    institution: name === 'yinhang' ? { id: bank.id, name: bank.name, type: 'BANK' } : null,
    roles: [],
    permissions,
    tokenStale: false,
  };
};

// ------------------------------------------------------------------ policies and products

const levels: Record<string, string> = { 国家: 'NATIONAL', 市: 'MUNICIPAL', 区县: 'DISTRICT' };
const statusOf = (p: any) =>
  p.supersededBy
    ? 'SUPERSEDED'
    : p.validTo && p.validTo < day(0)
      ? 'EXPIRED'
      : p.effectiveFrom > day(0)
        ? 'UPCOMING'
        : 'EFFECTIVE';
const categories: Record<string, string> = {
  税收: 'TAX',
  产业发展: 'INDUSTRY',
  创新: 'INNOVATION',
  资金补助: 'FUNDING',
};
const policyRows = policies.map((p, n) => ({
  id: id(1, n + 1),
  code: p.id,
  edition: 1,
  title: p.title,
  docNumber: p.docNumber,
  issuer: p.issuer,
  level: levels[p.level],
  category: categories[p.category]!,
  publishDate: p.publishDate,
  effectiveFrom: p.effectiveFrom ?? null,
  validTo: p.validTo ?? null,
  status: statusOf(p),
  benefit: p.benefit,
  tags: p.tags_basic,
  verified: p.confidence === 'high',
  confidence: p.confidence,
}));
const policyRef = (code: string) => {
  const row = policyRows.find((one) => one.code === code);
  return (
    row && {
      id: row.id,
      code: row.code,
      title: row.title,
      docNumber: row.docNumber,
      edition: 1,
      status: row.status,
    }
  );
};
const criteria = (list: any[]) =>
  list.map((one) => ({
    label: factRows.find((row) => row.name === one.field)?.label ?? one.field,
    text: one.text,
    certain: one.sure,
    group: one.group ?? null,
  }));
const facet = (values: string[], labels: Record<string, string> = {}) =>
  [...new Set(values)]
    .map((value) => ({
      value,
      label: labels[value] ?? value,
      count: values.filter((one) => one === value).length,
    }))
    .sort((a, b) => b.count - a.count);

const bankOf = (name: string) =>
  institutions.find((one) => one.type === 'BANK' && one.aliases.includes(name));
const productRows = products.map((p, n) => ({
  id: id(2, n + 1),
  code: p.id,
  title: p.title,
  bankId: bankOf(p.bank)?.id ?? '',
  bankName: p.bank,
  productType: p.productType,
  guarantee: p.guarantee,
  maxAmountWan: p.maxAmountWan,
  termMonths: p.termMonths,
  rateText: p.rateText,
  summary: p.summary,
  pinned: [0, 8, 9].includes(n),
  status: 'PUBLISHED',
  verified: p.confidence === 'high',
  version: 1,
}));

// ------------------------------------------------------------------ what changes while the mock runs

const applications: any[] = [
  ['APPROVED', 2000000, 60 * 24 * 20],
  ['IN_REVIEW', 1500000, 60 * 30],
  ['REFUSED', 500000, 60 * 24 * 70],
].map(([status, amount, minutes]: any, n) => {
  const product = productRows[n * 3]!;
  const at = (share: number) => ago(minutes * (1 - share));
  return {
    id: id(3, n + 1),
    number: `RZ202611${(2500 - n * 7).toString().padStart(5, '0')}`,
    productId: product.id,
    productTitle: product.title,
    bankId: product.bankId,
    bankName: product.bankName,
    enterpriseId: enterprise.id,
    enterpriseName: enterprise.name,
    amount,
    termMonths: 12,
    purpose: '采购原材料、支付货款',
    kind: n === 2 ? 'FIRST' : 'RENEWAL',
    channel: 'PC',
    status,
    submittedAt: at(0),
    grantedAmount: status === 'APPROVED' ? 1800000 : null,
    grantedRate: status === 'APPROVED' ? 3.45 : null,
    grantedTermMonths: status === 'APPROVED' ? 12 : null,
    validUntil: status === 'APPROVED' ? day(80) : null,
    refusalReasonCode: status === 'REFUSED' ? 'CREDIT' : null,
    refusalReason: status === 'REFUSED' ? '近12个月纳税额未达到产品要求' : null,
    disbursedAmount: status === 'APPROVED' ? 1000000 : 0,
    version: 1,
    timeline: [
      { at: at(0), kind: 'SUBMITTED', label: '企业提交申请', actor: enterprise.name, note: null },
      { at: at(0.2), kind: 'ACCEPTED', label: '银行受理，进入审批', actor: product.bankName, note: null },
      ...(status === 'APPROVED'
        ? [
            {
              at: at(0.6),
              kind: 'APPROVED',
              label: '审批通过，授信 180 万元',
              actor: product.bankName,
              note: '年化利率 3.45%，期限 12 个月',
            },
            { at: at(0.8), kind: 'DISBURSED', label: '放款 100 万元', actor: product.bankName, note: null },
          ]
        : status === 'REFUSED'
          ? [
              {
                at: at(0.6),
                kind: 'REFUSED',
                label: '审批不通过',
                actor: product.bankName,
                note: '近12个月纳税额未达到产品要求',
              },
            ]
          : []),
    ],
  };
});

const letter = { id: id(5, 1), name: '企业授权书.pdf', contentType: 'application/pdf', size: 248_000 };
const claims: any[] = [
  {
    id: id(4, 1),
    number: 'LM2026112500012',
    enterpriseId: enterprise.id,
    enterpriseName: enterprise.name,
    uscc: enterprise.uscc,
    status: 'APPROVED',
    submittedAt: ago(60 * 24 * 30),
    decidedAt: ago(60 * 24 * 29),
    reason: null,
    consents: ['BASIC', 'INVESTMENT', 'ASSET'],
    legalRepName: enterprise.legalRep,
    agentName: '周敏',
    agentPhone: '199****0029',
    letterFile: letter,
    version: 2,
    dueOn: null,
  },
];
const consentLabels: Record<string, string> = {
  BASIC: '基本信息',
  INVESTMENT: '投资信息',
  ASSET: '资产信息',
  LEGAL: '法务信息',
  TAX: '涉税信息',
};
const consents = Object.keys(consentLabels).map((category, n) => ({
  category,
  label: consentLabels[category],
  granted: n < 3,
  grantedAt: n < 3 ? ago(60 * 24 * 29) : null,
  withdrawnAt: null as string | null,
}));
let messages: any[] = [
  [
    'LOAN',
    '放款到账提醒',
    '您申请的“云税贷(小微快贷)”已放款 100 万元。',
    `/my/applications/${id(3, 1)}`,
    12,
    false,
  ],
  [
    'CODE',
    '企业码被扫码查看',
    '巴南区政务办 领码审核员 于今天扫码查看了贵企业的基本信息。',
    '/my/scans',
    95,
    false,
  ],
  [
    'LOAN',
    '申请已受理',
    '您申请的“e抵快贷(经营快贷·抵押)”已由银行受理，进入审批。',
    `/my/applications/${id(3, 2)}`,
    1500,
    false,
  ],
  ['CODE', '企业码已发放', '贵企业的领码申请已审核通过，企业码已生成。', '/my/code', 60 * 24 * 29, true],
].map(([kind, title, body, link, minutes, read]: any, n) => ({
  id: id(6, n + 1),
  kind,
  title,
  body,
  link,
  createdAt: ago(minutes),
  readAt: read ? ago(minutes - 5) : null,
}));
const unread = () => messages.filter((one) => !one.readAt).length;
let staticContent = 'ZQ1:S.4f9c2a7e1b';
let serial = 0;

const card = () => ({
  enterpriseId: enterprise.id,
  name: enterprise.name,
  uscc: enterprise.uscc,
  codeStatus: 'ACTIVE',
  codeLevel: 'NORMAL',
  sections: consents
    .filter((one) => one.category !== 'TAX')
    .map((one) => ({
      category: one.category,
      label: one.label,
      granted: one.granted,
      items: !one.granted
        ? []
        : one.category === 'BASIC'
          ? [
              ['法定代表人', enterprise.legalRep],
              ['注册资本', `${enterprise.registeredCapital} 万元`],
              ['成立日期', enterprise.establishedOn],
              ['地址', enterprise.address],
            ].map(([label, value]) => ({ label, value }))
          : one.category === 'INVESTMENT'
            ? enterprise.investments.map((row: any) => ({ label: row.name, value: `${row.ratio}%` }))
            : one.category === 'ASSET'
              ? enterprise.assets.map((row: any) => ({ label: row.kind, value: row.description }))
              : enterprise.judicial.map((row: any) => ({ label: row.kind, value: row.title })),
    })),
});

const ticker = () =>
  enterprises.slice(3, 17).map((row, n) => ({
    text: `${row.name.slice(0, 2)}**${row.name.slice(-4)} ${n % 3 === 2 ? '领取了 企业码' : `申请办理了 ${productRows[(n * 3) % 20]!.title}`}`,
    at: ago(4 + n * n * 7),
    kind: n % 3 === 2 ? 'CODE' : 'LOAN',
  }));

const detail = (row: any) => ({
  ...row,
  townName: towns.find((one) => one.code === row.townCode)?.name ?? null,
  industryName: industries.get(row.industryCode) ?? industries.get(row.industryCode.slice(1)) ?? null,
  demo: true,
  facts: undefined,
  code: undefined,
  openClaim: undefined,
});

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200"/></svg>';

const raw = (call: Call, type: string, body: string | Buffer, name?: string) => {
  call.response.setHeader('Content-Type', type);
  if (name)
    call.response.setHeader(
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
  call.response.end(body);
  return DONE;
};
const DONE = Symbol('answered');

// ------------------------------------------------------------------ routes

export const routes: Route[] = [
  ['GET', /^\/bff\/session$/, ({ account }) => ({ signedIn: !!account })],
  [
    'GET',
    /^\/bff\/login$/,
    ({ response, query }) => {
      response.statusCode = 302;
      response.setHeader('Location', `/sign-in?continue=${encodeURIComponent(query.get('continue') ?? '/')}`);
      response.end();
      return DONE;
    },
  ],
  [
    'POST',
    /^\/bff\/logout$/,
    ({ response }) => void response.setHeader('Set-Cookie', 'mock=; Path=/; Max-Age=0'),
  ],
  ['POST', /^\/bff\/refresh$/, () => undefined],
  ['GET', /^\/api\/auth\/me$/, ({ account }) => me(account!)],
  [
    'POST',
    /^\/api\/auth\/sign-in$/,
    ({ body, response }) => {
      if (!accounts[body.username] || body.password !== 'Zhengqi@2026') {
        throw new Refused(401, 'BAD_CREDENTIALS', '账号或密码不正确', { remainingAttempts: 4 });
      }
      response.setHeader('Set-Cookie', `mock=${body.username}; Path=/`);
      return { continueTo: '/' };
    },
  ],
  [
    'POST',
    /^\/api\/auth\/registrations$/,
    ({ body, response }) => {
      if (body.phone === '13800000000')
        throw new Refused(409, 'PHONE_TAKEN', '该手机号已注册', {
          errors: [{ field: 'phone', code: 'PHONE_TAKEN', message: '该手机号已注册，请直接登录' }],
        });
      response.statusCode = 201;
      return { accountId: id(7, 99) };
    },
  ],
  [
    'PUT',
    /^\/api\/auth\/(password|profile)$/,
    ({ body }) => {
      if (body.oldPassword && body.oldPassword !== 'Zhengqi@2026')
        throw new Refused(400, 'OLD_PASSWORD_WRONG', '原密码不正确', {
          errors: [{ field: 'oldPassword', code: 'OLD_PASSWORD_WRONG', message: '原密码不正确' }],
        });
    },
  ],

  ['GET', /^\/api\/user\/reference\/towns$/, () => towns],
  [
    'GET',
    /^\/api\/user\/reference\/industries$/,
    () => [...industries].filter(([code]) => code.length === 1).map(([code, name]) => ({ code, name })),
  ],
  [
    'GET',
    /^\/api\/user\/reference\/institutions$/,
    ({ query }) => institutions.filter((one) => one.type === query.get('type')),
  ],
  [
    'GET',
    /^\/api\/user\/enterprises\/search$/,
    ({ query }) => {
      const q = (query.get('q') ?? '').trim();
      if (/^[0-9A-Z]{18}$/i.test(q) && !enterprises.some((row) => row.uscc === q))
        throw new Refused(400, 'USCC_INVALID', '统一社会信用代码校验位不正确，请核对');
      return enterprises
        .filter((row) => row.name.includes(q) || row.uscc === q)
        .slice(0, 20)
        .map((row) => ({ ...detail(row), legalRep: `${row.legalRep[0]}**` }));
    },
  ],
  ['GET', /^\/api\/user\/my\/enterprise$/, () => detail(enterprise)],

  [
    'GET',
    /^\/api\/policy\/policies\/latest$/,
    ({ query }) =>
      [...policyRows]
        .filter((p) => p.status === 'EFFECTIVE')
        .sort((a, b) => b.publishDate.localeCompare(a.publishDate))
        .slice(0, Number(query.get('limit') ?? 3)),
  ],
  [
    'GET',
    /^\/api\/policy\/policies$/,
    ({ query }) => {
      const q = query.get('q') ?? '';
      const one = (name: string, value: string) =>
        !query.getAll(name).length || query.getAll(name).includes(value);
      const text = policyRows.filter((p) =>
        `${p.title}${p.docNumber}${p.issuer}${p.benefit}${p.tags.join()}`.includes(q),
      );
      const items = text
        .filter(
          (p) =>
            one('level', p.level!) &&
            one('category', p.category) &&
            one('status', p.status) &&
            (!query.getAll('tag').length || query.getAll('tag').some((tag) => p.tags.includes(tag))),
        )
        .sort((a, b) => b.publishDate.localeCompare(a.publishDate));
      return {
        ...page(items, query),
        facets: {
          levels: facet(
            text.map((p) => p.level!),
            { NATIONAL: '国家', MUNICIPAL: '市级' },
          ),
          categories: facet(text.map((p) => p.category)),
          tags: facet(text.flatMap((p) => p.tags)).slice(0, 20),
          statuses: facet(
            text.map((p) => p.status),
            { EFFECTIVE: '现行有效', EXPIRED: '已到期', SUPERSEDED: '已被替代', UPCOMING: '即将施行' },
          ),
        },
      };
    },
  ],
  [
    'GET',
    /^\/api\/policy\/policies\/([^/]+)$/,
    ({ params }) => {
      const row = find(policyRows, params[0]!, '政策');
      const p = policies.find((one) => one.id === row.code)!;
      return {
        ...row,
        summary: p.summary,
        dept: p.dept ?? null,
        criteria: criteria(p.criteria),
        source: p.source,
        sourceUrl: /https?:\/\/\S+/.exec(p.source)?.[0] ?? null,
        supersededBy: p.supersededBy ? (policyRef('N06') ?? null) : null,
        supersedes: [],
        validityNote: null,
        editions: [],
        attachments: [],
      };
    },
  ],

  ['GET', /^\/api\/finance\/products\/pinned$/, () => productRows.filter((p) => p.pinned)],
  [
    'GET',
    /^\/api\/finance\/products$/,
    ({ query }) => {
      const q = query.get('q') ?? '';
      return {
        ...page(
          productRows.filter(
            (p) =>
              `${p.title}${p.bankName}${p.summary}${p.productType}`.includes(q) &&
              (!query.get('productType') || p.productType.includes(query.get('productType')!)) &&
              (!query.get('guarantee') || p.guarantee.includes(query.get('guarantee')!)) &&
              (!query.get('bankId') || p.bankId === query.get('bankId')),
          ),
          query,
        ),
        facets: {
          productTypes: facet(productRows.flatMap((p) => p.productType.split('/'))),
          guarantees: facet(productRows.map((p) => p.guarantee)),
          banks: facet(
            productRows.map((p) => p.bankId),
            Object.fromEntries(productRows.map((p) => [p.bankId, p.bankName])),
          ),
        },
      };
    },
  ],
  [
    'GET',
    /^\/api\/finance\/products\/([^/]+)$/,
    ({ params }) => {
      const row = find(productRows, params[0]!, '贷款产品');
      const p = products.find((one) => one.id === row.code)!;
      return { ...row, criteria: criteria(p.criteria), source: p.source, note: '以银行核定为准' };
    },
  ],
  [
    'GET',
    /^\/api\/finance\/my\/application-kind$/,
    () => ({
      kind: 'RENEWAL',
      earlierLoans: applications
        .filter((one) => one.status === 'APPROVED')
        .map((one) => ({ applicationId: one.id, number: one.number, productTitle: one.productTitle })),
    }),
  ],
  [
    'GET',
    /^\/api\/finance\/my\/applications$/,
    ({ query }) =>
      page(
        applications.filter((one) => !query.get('status') || one.status === query.get('status')),
        query,
      ),
  ],
  [
    'GET',
    /^\/api\/finance\/my\/applications\/([^/]+)$/,
    ({ params }) => find(applications, params[0]!, '申请'),
  ],
  [
    'POST',
    /^\/api\/finance\/my\/applications\/([^/]+)\/withdraw$/,
    ({ params }) => {
      const one = find(applications, params[0]!, '申请');
      one.status = 'WITHDRAWN';
      one.timeline.push({
        at: ago(0),
        kind: 'WITHDRAWN',
        label: '企业撤回申请',
        actor: enterprise.name,
        note: null,
      });
      return one;
    },
  ],
  [
    'POST',
    /^\/api\/finance\/my\/applications$/,
    ({ body, response }) => {
      const product = find(productRows, body.productId, '贷款产品');
      if (
        applications.some(
          (one) => one.productId === product.id && ['SUBMITTED', 'IN_REVIEW'].includes(one.status),
        )
      )
        throw new Refused(409, 'APPLICATION_ALREADY_OPEN', '该产品已有一笔申请正在办理');
      if (product.maxAmountWan && body.amount > product.maxAmountWan * 10_000) {
        throw new Refused(422, 'AMOUNT_OUT_OF_RANGE', '申请金额超出产品上限', {
          errors: [
            {
              field: 'amount',
              code: 'AMOUNT_OUT_OF_RANGE',
              message: `该产品最高 ${product.maxAmountWan} 万元`,
            },
          ],
        });
      }
      response.statusCode = 201;
      const made = {
        ...applications[0],
        ...body,
        id: id(3, 100 + applications.length),
        number: `RZ20261125${(90000 + applications.length).toString()}`,
        productTitle: product.title,
        bankName: product.bankName,
        status: 'SUBMITTED',
        submittedAt: ago(0),
        grantedAmount: null,
        grantedRate: null,
        grantedTermMonths: null,
        validUntil: null,
        refusalReason: null,
        disbursedAmount: 0,
        timeline: [
          { at: ago(0), kind: 'SUBMITTED', label: '企业提交申请', actor: enterprise.name, note: null },
        ],
      };
      applications.unshift(made);
      return made;
    },
  ],

  ['GET', /^\/api\/match\/my\/profile$/, () => profile()],
  [
    'PUT',
    /^\/api\/match\/my\/profile\/facts$/,
    ({ body }) => {
      for (const [name, value] of Object.entries(body.facts)) {
        const row = factRows.find((one) => one.name === name);
        if (typeof value === 'number' && row?.max !== undefined && value > row.max) {
          throw new Refused(400, 'VALIDATION_FAILED', '填写的内容有误', {
            errors: [{ field: name, code: 'FACT_OUT_OF_RANGE', message: `${row.label}不能超过 ${row.max}` }],
          });
        }
        facts[name] = value;
      }
      return profile();
    },
  ],
  [
    'POST',
    /^\/api\/match\/my\/tax-authorization$/,
    () => {
      Object.assign(tax, { granted: true, at: ago(0), until: day(365) });
      Object.assign(facts, { taxYears: 12, taxPaid12m: 386 });
      return profile();
    },
  ],
  [
    'DELETE',
    /^\/api\/match\/my\/tax-authorization$/,
    () => {
      Object.assign(tax, { granted: false, at: null, until: null });
      Object.assign(facts, { taxYears: null, taxPaid12m: null });
      return profile();
    },
  ],
  ['POST', /^\/api\/match\/my\/match$/, () => matchResult()],
  ['GET', /^\/api\/match\/my\/match\/latest$/, () => matchResult()],
  ['GET', /^\/api\/match\/results\/[^/]+$/, () => matchResult()],
  ['GET', /^\/api\/match\/my\/report$/, () => report()],

  [
    'POST',
    /^\/api\/code\/files$/,
    ({ response }) => {
      response.statusCode = 201;
      return letter;
    },
  ],
  ['GET', /^\/api\/code\/files\/[^/]+$/, (call) => raw(call, 'application/pdf', '%PDF-1.4\n', letter.name)],
  [
    'POST',
    /^\/api\/code\/claims$/,
    ({ body, response }) => {
      const row = find(enterprises as any[], body.enterpriseId, '企业');
      if (row.code)
        throw new Refused(409, 'ENTERPRISE_ALREADY_CLAIMED', '该企业已领取企业码，请联系企业管理员加入');
      if (row.legalRep !== body.legalRep.name)
        throw new Refused(422, 'LEGAL_REP_MISMATCH', '法定代表人姓名与登记信息不一致', {
          errors: [{ field: 'legalRep.name', code: 'LEGAL_REP_MISMATCH', message: '与登记信息不一致' }],
        });
      response.statusCode = 201;
      const made = {
        ...claims[0],
        id: id(4, 100 + claims.length),
        number: `LM2026112500${100 + claims.length}`,
        enterpriseId: row.id,
        enterpriseName: row.name,
        uscc: row.uscc,
        status: 'SUBMITTED',
        submittedAt: ago(0),
        decidedAt: null,
        consents: body.consents,
        legalRepName: body.legalRep.name,
        agentName: body.agent.name,
      };
      claims.unshift(made);
      return made;
    },
  ],
  ['GET', /^\/api\/code\/my\/claims$/, ({ query }) => page(claims, query)],
  ['GET', /^\/api\/code\/my\/claims\/([^/]+)$/, ({ params }) => find(claims, params[0]!, '领码申请')],
  [
    'POST',
    /^\/api\/code\/my\/claims\/([^/]+)\/withdraw$/,
    ({ params }) => Object.assign(find(claims, params[0]!), { status: 'WITHDRAWN' }),
  ],
  [
    'GET',
    /^\/api\/code\/my\/code$/,
    ({ account }) => {
      if (account !== 'qiye') throw new Refused(404, 'CODE_NOT_FOUND', '尚未领取企业码');
      return {
        id: id(8, 1),
        number: 'QYM500113000001',
        enterpriseId: enterprise.id,
        enterpriseName: enterprise.name,
        uscc: enterprise.uscc,
        status: 'ACTIVE',
        level: 'NORMAL',
        levelReason: null,
        issuedAt: enterprise.code.issuedAt,
        staticContent,
        staticRevokedAt: null,
      };
    },
  ],
  [
    'POST',
    /^\/api\/code\/my\/code\/dynamic$/,
    () => {
      serial += 1;
      return {
        content: `ZQ1:eyJ2IjoxLCJqdGkiOiIwMTlh${serial.toString(36).padStart(8, 'k')}IiwiZXhwIjoxNzY0MDUwMDAwfQ.q7Zb5Tt2m0d1uYx9`,
        issuedAt: ago(0),
        expiresAt: new Date(Date.now() + 60_000).toISOString(),
        ttlSeconds: 60,
      };
    },
  ],
  [
    'GET',
    /^\/api\/code\/my\/code\/static\.(svg|png)$/,
    (call) => raw(call, 'image/svg+xml', svg, `企业码.${call.params[0]}`),
  ],
  [
    'POST',
    /^\/api\/code\/my\/code\/static\/revoke$/,
    () => {
      staticContent = `ZQ1:S.${Math.random().toString(36).slice(2)}`;
      return { staticContent };
    },
  ],
  ['GET', /^\/api\/code\/my\/consents$/, () => consents],
  [
    'PUT',
    /^\/api\/code\/my\/consents\/(\w+)$/,
    ({ params, body }) => {
      const one = consents.find((row) => row.category === params[0])!;
      one.granted = body.granted;
      if (body.granted) one.grantedAt = ago(0);
      else one.withdrawnAt = ago(0);
      return one;
    },
  ],
  ['GET', /^\/api\/code\/my\/card$/, () => card()],
  [
    'POST',
    /^\/api\/code\/scans$/,
    ({ body }) => {
      if (!String(body.content).startsWith('ZQ1:'))
        throw new Refused(400, 'CODE_UNKNOWN', '无法识别的企业码');
      return { scanId: id(10, 1), scannedAt: ago(0), card: card() };
    },
  ],
  [
    'GET',
    /^\/api\/code\/(?:my\/)?scans$/,
    ({ query }) =>
      page(
        [95, 60 * 26, 60 * 24 * 9].map((minutes, n) => ({
          id: id(10, n + 1),
          at: ago(minutes),
          scannerName: ['领码审核员', '客户经理', '经信委工作人员'][n],
          scannerInstitution: ['巴南区政务办', bank.name, '巴南区经济信息委'][n],
          source: ['CAMERA', 'PICTURE', 'TYPED'][n],
          place: n ? null : '巴南区行政服务中心',
          shownCategories: ['BASIC', 'INVESTMENT'].slice(0, 2 - (n % 2)),
        })),
        query,
      ),
  ],

  ['GET', /^\/api\/message\/my\/unread-count$/, () => ({ count: unread() })],
  [
    'GET',
    /^\/api\/message\/my\/messages$/,
    ({ query }) => {
      const read = query.get('read');
      return page(
        messages.filter(
          (one) =>
            (!read || String(!!one.readAt) === read) &&
            (!query.get('kind') || one.kind === query.get('kind')) &&
            `${one.title}${one.body}`.includes(query.get('q') ?? ''),
        ),
        query,
      );
    },
  ],
  ['GET', /^\/api\/message\/my\/messages\/([^/]+)$/, ({ params }) => find(messages, params[0]!, '消息')],
  [
    'POST',
    /^\/api\/message\/my\/messages\/read$/,
    ({ body }) => {
      for (const one of messages) if (body.all || body.ids?.includes(one.id)) one.readAt ??= ago(0);
      listeners.forEach((tell) => tell());
    },
  ],
  [
    'DELETE',
    /^\/api\/message\/my\/messages\/([^/]+)$/,
    ({ params }) => {
      messages = messages.filter((one) => one.id !== params[0]);
      listeners.forEach((tell) => tell());
    },
  ],
  [
    'GET',
    /^\/api\/message\/my\/stream$/,
    ({ response }) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
      const tell = () => response.write(`event: unread\ndata: ${JSON.stringify({ count: unread() })}\n\n`);
      tell();
      listeners.add(tell);
      response.on('close', () => listeners.delete(tell));
      return DONE;
    },
  ],

  [
    'GET',
    /^\/api\/stats\/public\/figures$/,
    () => ({
      registeredUsers: 184,
      disbursedWan: 28640.5,
      providers: null,
      policies: policyRows.filter((p) => p.status === 'EFFECTIVE').length,
      loanProducts: 20,
      certifiedEnterprises: 140,
    }),
  ],
  ['GET', /^\/api\/stats\/public\/ticker$/, () => ticker()],
];

const listeners = new Set<() => void>();
const open =
  /^\/(bff\/|api\/auth\/(sign-in|registrations)|api\/policy\/policies|api\/finance\/products|api\/stats\/public|api\/user\/reference)/;

export async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url!, 'http://localhost');
  const account = /(?:^|; )mock=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const json = request.headers['content-type']?.includes('json');
  // As slow as a real platform on a bad day, so that skeletons are seen.
  await new Promise((resolve) => setTimeout(resolve, Number(process.env.MOCK_DELAY ?? 120)));
  try {
    if (!account && !open.test(url.pathname)) throw new Refused(401, 'UNAUTHENTICATED', '请先登录');
    for (const [method, pattern, handler] of routes) {
      const found = method === request.method && pattern.exec(url.pathname);
      if (!found) continue;
      const body = json && chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
      const result = await handler({
        query: url.searchParams,
        body,
        params: found.slice(1).map(decodeURIComponent),
        response,
        account,
      });
      if (result === DONE) return;
      if (result === undefined) {
        response.statusCode = 204;
        response.end();
        return;
      }
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(result));
      return;
    }
    throw new Refused(404, 'NOT_FOUND', `没有这个接口：${request.method} ${url.pathname}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    response.statusCode = error.status;
    response.setHeader('Content-Type', 'application/problem+json');
    response.end(
      JSON.stringify({
        status: error.status,
        code: error.code,
        detail: error.detail,
        traceId: '4f2a9c1e7b',
        ...error.more,
      }),
    );
  }
}
