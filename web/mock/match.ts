import { enterprises, id, policies, products } from './data.ts';

/* eslint-disable @typescript-eslint/no-explicit-any */

interface FactRow {
  name: string;
  label: string;
  unit?: string;
  kind: string;
  group: string;
  source?: string;
  choices?: string[];
  hint?: string;
  formula?: string;
  min?: number;
  max?: number;
}

const f = (
  group: string,
  name: string,
  label: string,
  kind: string,
  unit?: string,
  more: Partial<FactRow> = {},
): FactRow => ({
  group,
  name,
  label,
  kind,
  unit,
  ...more,
});

export const factRows: FactRow[] = [
  f('登记信息', 'entityType', '主体类型', 'TEXT', undefined, { source: 'REGISTER' }),
  f('登记信息', 'established', '成立日期', 'DATE', undefined, { source: 'REGISTER' }),
  f('登记信息', 'industryCode', '行业代码', 'TEXT', undefined, { source: 'REGISTER' }),
  f('登记信息', 'regionCode', '区划代码', 'TEXT', undefined, { source: 'REGISTER' }),
  f('人员', 'employees', '职工总数', 'INTEGER', '人', { min: 0, max: 1_000_000 }),
  f('人员', 'insured', '参保人数', 'INTEGER', '人', {
    min: 0,
    max: 1_000_000,
    hint: '最近一个月养老保险参保人数',
  }),
  f('人员', 'rdStaff', '研发人员数', 'INTEGER', '人', { min: 0, max: 1_000_000 }),
  f('人员', 'disabledCount', '安置残疾人数', 'INTEGER', '人', { min: 0, max: 100_000 }),
  f('人员', 'layoffRate', '上年度裁员率', 'NUMBER', '%', { min: 0, max: 100 }),
  f('人员', 'unemploymentInsuranceMonths', '失业保险缴费月数', 'INTEGER', '个月', { min: 0, max: 600 }),
  f('经营与财务', 'revenue', '营业收入', 'YEARS', '万元', { min: 0 }),
  f('经营与财务', 'rdExpense', '研发费用', 'YEARS', '万元', { min: 0 }),
  f('经营与财务', 'totalAssets', '资产总额', 'NUMBER', '万元', { min: 0 }),
  f('经营与财务', 'liabilities', '负债总额', 'NUMBER', '万元', { min: 0 }),
  f('经营与财务', 'netProfit', '净利润', 'NUMBER', '万元'),
  f('经营与财务', 'taxableIncome', '应纳税所得额', 'NUMBER', '万元'),
  f('经营与财务', 'loanAmount', '贷款余额', 'NUMBER', '万元', { min: 0 }),
  f('知识产权与资质', 'quals', '已获资质', 'MULTI_CHOICE', undefined, {
    choices: [
      '高新技术企业',
      '科技型中小企业',
      '科技型企业',
      '创新型中小企业',
      '专精特新中小企业',
      '专精特新小巨人企业',
    ],
  }),
  f('知识产权与资质', 'coreIp', '核心知识产权', 'INTEGER', '项', { min: 0 }),
  f('知识产权与资质', 'class1Ip', 'Ⅰ类知识产权', 'INTEGER', '项', { min: 0 }),
  f('知识产权与资质', 'class2Ip', 'Ⅱ类知识产权', 'INTEGER', '项', { min: 0 }),
  f('知识产权与资质', 'hiTechField', '属于国家重点支持的高新技术领域', 'BOOLEAN'),
  f('知识产权与资质', 'hiTechIncomeRatio', '高新技术产品收入占比', 'NUMBER', '%', { min: 0, max: 100 }),
  f('知识产权与资质', 'innovationScore', '创新能力评价得分', 'NUMBER', '分', { min: 0, max: 100 }),
  f('市场', 'nicheYears', '从事细分市场年限', 'NUMBER', '年', { min: 0, max: 200 }),
  f('市场', 'mainRevenueRatio', '主营业务收入占比', 'NUMBER', '%', { min: 0, max: 100 }),
  f('市场', 'marketShareNational', '全国市场占有率', 'NUMBER', '%', { min: 0, max: 100 }),
  f('税务', 'taxCreditRating', '纳税信用等级', 'CHOICE', undefined, { choices: ['A', 'B', 'M', 'C', 'D'] }),
  f('税务', 'vatType', '增值税纳税人类型', 'CHOICE', undefined, { choices: ['一般纳税人', '小规模纳税人'] }),
  f('税务', 'taxYears', '连续纳税年数', 'NUMBER', '年', { source: 'TAX' }),
  f('税务', 'taxPaid12m', '近12个月纳税额', 'NUMBER', '万元', { source: 'TAX' }),
  f('系统测算', 'rdStaffRatio', '研发人员占比', 'NUMBER', '%', {
    source: 'DERIVED',
    formula: '研发人员数 ÷ 职工总数',
  }),
  f('系统测算', 'rdRatio3y', '近三年研发费用占比', 'NUMBER', '%', {
    source: 'DERIVED',
    formula: '近三年研发费用 ÷ 近三年营业收入',
  }),
  f('系统测算', 'debtRatio', '资产负债率', 'NUMBER', '%', {
    source: 'DERIVED',
    formula: '负债总额 ÷ 资产总额',
  }),
];

export const enterprise = enterprises[0]!;
export const facts: Record<string, any> = {
  ...enterprise.facts,
  entityType: enterprise.entityType,
  established: enterprise.establishedOn,
  industryCode: enterprise.industryCode,
  regionCode: enterprise.regionCode,
  taxYears: null,
  taxPaid12m: null,
  innovationScore: null,
};
export const tax = { granted: false, at: null as string | null, until: null as string | null };

function derive(): Record<string, any> {
  const sum = (list: (number | null)[]) => list.reduce<number>((all, one) => all + (one ?? 0), 0);
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    ...facts,
    revenueY1: facts.revenue?.[0],
    rdStaffRatio:
      facts.employees && facts.rdStaff !== null ? round((facts.rdStaff / facts.employees) * 100) : null,
    rdRatio3y: sum(facts.revenue ?? [])
      ? round((sum(facts.rdExpense ?? []) / sum(facts.revenue ?? [])) * 100)
      : null,
    rdRatioY1: facts.revenue?.[0] ? round(((facts.rdExpense?.[0] ?? 0) / facts.revenue[0]) * 100) : null,
    debtRatio: facts.totalAssets ? round((facts.liabilities / facts.totalAssets) * 100) : null,
    regAgeDays: (Date.now() - Date.parse(facts.established)) / 86_400_000,
    ageYears: round((Date.now() - Date.parse(facts.established)) / 86_400_000 / 365),
    coreIpCount: facts.coreIp,
    enterpriseSize: '中型',
  };
}

export function profile() {
  const values = derive();
  const known = factRows.filter((row) => values[row.name] !== null && values[row.name] !== undefined).length;
  const groups = [...new Set(factRows.map((row) => row.group))];
  return {
    enterpriseId: enterprise.id,
    enterpriseName: enterprise.name,
    completeness: Math.round((known / factRows.length) * 100),
    size: 'SMALL',
    groups: groups.map((name) => ({
      name,
      facts: factRows
        .filter((row) => row.group === name)
        .map((row) => ({
          name: row.name,
          label: row.label,
          unit: row.unit ?? null,
          kind: row.kind,
          value: values[row.name] ?? null,
          source: values[row.name] === null || values[row.name] === undefined ? null : (row.source ?? 'SELF'),
          asOf: values[row.name] === null || values[row.name] === undefined ? null : '2026-03-31',
          editable: !row.source,
          min: row.min ?? null,
          max: row.max ?? null,
          choices: row.choices ?? null,
          hint: row.hint ?? null,
          formula: row.formula ?? null,
        })),
    })),
    taxAuthorization: tax,
  };
}

const label = (field: string) => factRows.find((row) => row.name === field)?.label ?? field;
const show = (value: any, unit: string | null): string =>
  value === true
    ? '是'
    : value === false
      ? '否'
      : Array.isArray(value)
        ? value.join('、') || '无'
        : `${value}${unit ? ` ${unit}` : ''}`;

function test(actual: any, op: string, value: any): boolean {
  switch (op) {
    case '>=':
      return actual >= value;
    case '>':
      return actual > value;
    case '<=':
      return actual <= value;
    case '<':
      return actual < value;
    case '==':
      return actual === value;
    case '!=':
      return actual !== value;
    case 'in':
      return (value as any[]).includes(actual);
    case 'notIn':
      return !(value as any[]).includes(actual);
    case 'between':
      return actual >= value[0] && actual <= value[1];
    case 'contains':
      return String(actual).includes(value);
    default:
      return false;
  }
}

const words: Record<string, string> = {
  '>=': '不低于',
  '>': '高于',
  '<=': '不超过',
  '<': '低于',
  '==': '为',
  in: '属于',
  notIn: '不属于',
  between: '介于',
  contains: '包含',
};

function condition(one: any) {
  const values = derive();
  const actual = values[one.field];
  const unknown = actual === null || actual === undefined;
  const met = !unknown && test(actual, one.op, one.value);
  const numeric = typeof actual === 'number' && typeof one.value === 'number';
  return {
    label: label(one.field) === one.field ? one.text.slice(0, 24) : label(one.field),
    clause: one.text,
    outcome: unknown ? 'UNKNOWN' : met ? 'MET' : 'NOT_MET',
    actual: unknown
      ? null
      : show(typeof actual === 'number' ? Math.round(actual * 10) / 10 : actual, one.unit),
    required: `${words[one.op] ?? one.op}${show(one.value, one.unit)}`,
    gapText:
      !unknown && !met
        ? one.field === 'rdStaffRatio'
          ? `研发人员占比 ${actual}%，还差约 ${Math.ceil((one.value / 100) * facts.employees - facts.rdStaff)} 人`
          : numeric
            ? `还差 ${Math.round(Math.abs(one.value - actual) * 10) / 10}${one.unit ? ` ${one.unit}` : ''}`
            : '当前情况不符合该条件'
        : null,
    certain: one.sure,
    missingFacts: unknown
      ? [
          {
            name: one.field,
            label: label(one.field) === one.field ? one.text.slice(0, 16) : label(one.field),
          },
        ]
      : [],
  };
}

function judge(criteria: any[]) {
  const plain = criteria.filter((one) => !one.group).map(condition);
  const groups = [...new Set(criteria.map((one) => one.group).filter(Boolean))] as string[];
  const conditions: any[] = plain;
  if (groups.length) {
    const children = criteria.filter((one) => one.group).map(condition);
    const outcome = children.some((c) => c.outcome === 'MET')
      ? 'MET'
      : children.some((c) => c.outcome === 'UNKNOWN')
        ? 'UNKNOWN'
        : 'NOT_MET';
    conditions.push({
      label: groups[0]!.split(':')[0],
      clause: null,
      outcome,
      actual: null,
      required: '满足所属档次的要求',
      gapText: null,
      certain: true,
      missingFacts: [],
      children,
      choice: groups.length > 1 ? 'BAND' : 'ANY',
    });
  }
  const failing = conditions.filter((c) => c.outcome === 'NOT_MET').length;
  const unknown = conditions.filter((c) => c.outcome === 'UNKNOWN').length;
  const known = conditions.length - unknown;
  return {
    outcome:
      conditions.length === 0 || unknown
        ? failing > 1
          ? 'INELIGIBLE'
          : 'UNKNOWN'
        : failing === 0
          ? 'ELIGIBLE'
          : failing === 1
            ? 'NEARLY'
            : 'INELIGIBLE',
    degree: known
      ? Math.round(
          (conditions.filter((c) => c.outcome === 'MET').length / Math.max(1, conditions.length)) * 100,
        )
      : 0,
    completeness: conditions.length ? Math.round((known / conditions.length) * 100) : 0,
    conditions,
  };
}

const rank = { ELIGIBLE: 0, NEARLY: 1, UNKNOWN: 2, INELIGIBLE: 3 } as Record<string, number>;
const order = (a: any, b: any) => rank[a.outcome]! - rank[b.outcome]! || b.degree - a.degree;

export function matchResult() {
  return {
    id: id(9, 1),
    createdAt: new Date().toISOString(),
    asOf: new Date().toISOString().slice(0, 10),
    profileCompleteness: profile().completeness,
    policies: policies
      .filter((p) => !p.supersededBy)
      .map((p, n) => ({
        policyId: id(1, n + 1),
        code: p.id,
        edition: 1,
        title: p.title,
        docNumber: p.docNumber,
        level: p.level === '国家' ? 'NATIONAL' : 'MUNICIPAL',
        category: (
          { 税收: 'TAX', 产业发展: 'INDUSTRY', 创新: 'INNOVATION', 资金补助: 'FUNDING' } as Record<
            string,
            string
          >
        )[p.category],
        benefit: p.benefit,
        validTo: p.validTo ?? null,
        verified: p.confidence === 'high',
        notice: null,
        alreadyHeld: null,
        ...judge(p.criteria),
      }))
      .sort(order),
    loans: products
      .map((p, n) => ({
        productId: id(2, n + 1),
        code: p.id,
        title: p.title,
        bankName: p.bank,
        maxAmountWan: p.maxAmountWan,
        rateText: p.rateText,
        verified: p.confidence === 'high',
        notice: null,
        alreadyHeld: null,
        ...judge(p.criteria),
      }))
      .sort(order),
  };
}

export function report() {
  const result = matchResult();
  const of = (outcome: string) => result.policies.filter((p) => p.outcome === outcome);
  const missing = new Map<string, { name: string; label: string; decides: number }>();
  for (const match of of('UNKNOWN')) {
    for (const c of match.conditions) {
      for (const fact of c.missingFacts) {
        const row = missing.get(fact.name) ?? { ...fact, decides: 0 };
        row.decides += 1;
        missing.set(fact.name, row);
      }
    }
  }
  return {
    resultId: result.id,
    enterpriseName: enterprise.name,
    asOf: result.asOf,
    eligible: of('ELIGIBLE'),
    nearly: of('NEARLY').map((p) => ({
      ...p,
      todo: p.conditions
        .filter((c: any) => c.outcome === 'NOT_MET')
        .map((c: any) => c.gapText ?? `满足“${c.label}”`),
    })),
    unknown: of('UNKNOWN').map((p) => ({ ...p, fill: p.conditions.flatMap((c: any) => c.missingFacts) })),
    loans: result.loans.slice(0, 5),
    factsToFill: [...missing.values()].sort((a, b) => b.decides - a.decides).slice(0, 10),
    summary: {
      eligible: of('ELIGIBLE').length,
      nearly: of('NEARLY').length,
      unknown: of('UNKNOWN').length,
      ineligible: of('INELIGIBLE').length,
    },
  };
}
