import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { smsCode } from './launcher';
import type { Visitor } from './visitor';

/** Accounts of the demo data; all have the same password. */
export const PASSWORD = process.env.ZHENGQI_DEMO_PASSWORD ?? 'Zhengqi@2026';
export type Account =
  | 'qiye'
  | 'qiye101'
  | 'qiye130'
  | 'xinqiye'
  | 'shenhe'
  | 'jinrongban'
  | 'yinhang'
  | 'jianhang2'
  | 'guanyuan'
  | 'fuhe'
  | 'yunying'
  | 'xitong'
  | 'anquan'
  | 'shenji'
  | 'kejiju'
  | 'jianhangguanli'
  | 'jianhangfuze'
  | 'jianhangchengqu1'
  | keyof typeof ENTERPRISES;

/** Enterprises with a code whose account belongs to one journey alone. */
export const ENTERPRISES = {
  qiye102: '重庆巴南精工机械有限公司',
  qiye105: '璟畅项目管理（重庆）有限公司',
  qiye106: '重庆橙泓软件科技有限公司',
  qiye107: '重庆市巴南区岚驰建设有限责任公司',
  qiye108: '重庆旭岩智能装备股份有限公司',
  qiye109: '重庆晟岩建筑装饰有限公司',
  qiye110: '晟铭包装（重庆）股份有限公司',
  qiye111: '重庆启岩数字科技有限责任公司',
  qiye112: '重庆沅枫物流有限公司',
  qiye119: '重庆旭衡水产养殖有限公司',
  qiye131: '重庆市巴南区翊洲信息技术有限公司',
  qiye132: '重庆星途渔业有限公司',
} as const;

/** The enterprise of `qiye`. */
export const QIYE = '重庆渝巴精密机械有限公司';
/** Loan products of the bank that `yinhang` works for; none of them has two journeys. */
export const PRODUCTS = { portal: 'L01', phone: 'L02' };

/** The phone of an account of the demo. */
export function phoneOf(account: string): string {
  const file = new URL('../../deploy/district/banan/data/demo/accounts.tsv', import.meta.url);
  const row = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .find((columns) => columns[2] === account);
  return row![3]!;
}

export interface DemoEnterprise {
  uscc: string;
  name: string;
  legalRep: string;
  status: string;
  entityType: string;
  code: unknown;
  openClaim: unknown;
}

/** Companies of the demo that nobody has claimed when it is loaded, in an order that differs from run to run. */
export function claimable(): DemoEnterprise[] {
  const file = new URL('../../deploy/district/banan/data/demo/enterprises.jsonl', import.meta.url);
  const all = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as DemoEnterprise)
    .filter((one) => one.status === 'ACTIVE' && one.entityType === '企业' && !one.code && !one.openClaim);
  const from = Date.now() % all.length;
  return [...all.slice(from), ...all.slice(0, from)];
}

/** A company that this visitor may claim now: an earlier run may have taken some. */
export async function unclaimed(visitor: Visitor): Promise<DemoEnterprise> {
  for (const enterprise of claimable()) {
    const hits = await visitor.api<{ certified: boolean }[]>(
      'GET',
      `/api/user/enterprises/search?q=${enterprise.uscc}`,
    );
    if (hits[0] && !hits[0].certified) return enterprise;
  }
  throw new Error('Every demo enterprise is claimed: ./zhengqi reset');
}

/** One of these, another one each time. */
export const oneOf = <T>(these: readonly T[]): T => these[Math.floor(Math.random() * these.length)]!;

/** A counter as people have them: 10 to 99. */
export const twoDigits = (): number => 10 + Math.floor(Math.random() * 90);

const SURNAMES = ['陈', '李', '王', '赵', '周', '吴', '何', '罗', '唐', '邓', '蒋', '沈', '秦', '冉', '谭'];
const GIVEN = [
  '晓燕',
  '志强',
  '雨桐',
  '建华',
  '思远',
  '丽娟',
  '俊杰',
  '欣怡',
  '国栋',
  '海燕',
  '子轩',
  '春梅',
];

/** A name that somebody may have. */
export const personName = (): string => oneOf(SURNAMES) + oneOf(GIVEN);

/** A phone that nobody of the demo has. */
export const phoneNumber = (): string => `186${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;

/** A name to sign in with that no account has, and that nobody has tried yet. */
export const unknownAccount = (): string =>
  oneOf(['chen', 'li', 'wang', 'zhao', 'zhou', 'wu', 'he', 'luo', 'tang', 'deng', 'jiang', 'shen']) +
  oneOf(['xiaoyan', 'zhiqiang', 'yutong', 'jianhua', 'siyuan', 'lijuan', 'junjie', 'xinyi', 'guodong']) +
  twoDigits();

/** Phone and name of a person who has never been here. */
export function newcomer() {
  return { phone: phoneNumber(), name: personName(), password: 'Chuangye#2026' };
}
export type Newcomer = ReturnType<typeof newcomer>;

/** An account of that person, made as the page of registration would, where registering is not the subject. */
export async function registered(
  visitor: Visitor,
  userType: 'ENTERPRISE' | 'CHAMBER' | 'PROVIDER' = 'ENTERPRISE',
): Promise<Newcomer> {
  const person = newcomer();
  const { page } = visitor;
  await page.goto('/sign-in');
  await visitor.api('POST', '/api/auth/sms-codes', { phone: person.phone, purpose: 'REGISTRATION' });
  await visitor.api('POST', '/api/auth/registrations', {
    userType,
    phone: person.phone,
    code: await smsCode(page.url(), person.phone, '注册'),
    password: person.password,
    displayName: person.name,
    channel: 'PC',
    agreed: true,
  });
  return person;
}

/** The smallest PDF with a page and a line of text. */
export function letter(name: string) {
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    '<< /Length 48 >>\nstream\nBT /F 18 Tf 40 100 Td (Letter of authority) Tj ET\nendstream',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = parts.map((part, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${part}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  text += `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') };
}

/** Takes back what an earlier run left under way, so that this one may apply again. */
export async function nothingUnderWay(visitor: Visitor, product: string): Promise<void> {
  const { id } = await visitor.api<{ id: string }>('GET', `/api/finance/products/${product}`);
  const open = await visitor.api<{
    items: { id: string; productId: string; status: string; version: number }[];
  }>('GET', '/api/finance/my/applications?size=100');
  for (const one of open.items) {
    if (one.productId === id && ['SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL'].includes(one.status))
      await visitor.api('POST', `/api/finance/my/applications/${one.id}/withdraw`, { version: one.version });
  }
}

/** Of a first loan the bank says that it is one; of another, nothing is asked. */
export async function confirmFirst(grant: Locator): Promise<void> {
  await grant.getByLabel('年利率').waitFor();
  const first = grant.getByRole('radio', { name: /按首贷批准/ });
  if (await first.isVisible()) await first.check();
}

/** An application of the visitor's enterprise, handed in as the form would. */
export async function application(
  visitor: Visitor,
  product: string,
): Promise<{ id: string; number: string; enterpriseName: string; bankId: string }> {
  await nothingUnderWay(visitor, product);
  const { id: productId } = await visitor.api<{ id: string }>('GET', `/api/finance/products/${product}`);
  const next = await visitor.api<{ kind: string }>('GET', '/api/finance/my/application-kind');
  return visitor.api('POST', '/api/finance/my/applications', {
    productId,
    amount: 300000,
    termMonths: 6,
    purpose: '采购原材料、支付货款',
    kind: next.kind,
    contactName: '陈晓燕',
    contactPhone: '18600000000',
    consent: true,
    channel: 'PC',
  });
}
