import { matchPath } from 'react-router';

/** Pages of the portal to which a notification may lead, by the names that their readers know. */
export const PAGES: readonly { path: string; title: string }[] = [
  { path: '/policies', title: '惠企政策' },
  { path: '/declarations', title: '政策申报' },
  { path: '/loans', title: '贷款产品' },
  { path: '/loans/advice', title: '信贷建议' },
  { path: '/match', title: '智能匹配' },
  { path: '/checks', title: '企业自查' },
  { path: '/code', title: '企业码' },
  { path: '/code/consents', title: '数据授权' },
  { path: '/code/readings', title: '数据查看记录' },
  { path: '/center', title: '企业中心' },
  { path: '/center/enterprise', title: '企业信息' },
  { path: '/center/profile/edit', title: '填写企业画像' },
  { path: '/center/members', title: '成员管理' },
  { path: '/center/openapi', title: '开放接口' },
  { path: '/center/account', title: '账号资料' },
  { path: '/center/security', title: '账号安全' },
];

/** One policy, one product: what a path with an id below one of the pages leads to. */
const DETAILS: readonly [RegExp, string][] = [
  [/^\/policies\/[^/]+$/, '政策详情'],
  [/^\/declarations\/projects\/[^/]+$/, '申报项目'],
  [/^\/loans\/[^/]+$/, '贷款产品详情'],
];

/** Where a link leads, in words; the address itself where it is none of the known. */
export function pageText(link: string): string {
  const path = link.replace(/[?#].*$/, '');
  return (
    PAGES.find((page) => page.path === path)?.title ??
    DETAILS.find(([form]) => form.test(path))?.[1] ??
    `其他页面（${link}）`
  );
}

/** Where the platform's own messages lead, by the names of H5 or of the console. */
export const MESSAGE_PAGES: readonly { path: string; title: string }[] = [
  { path: '/security', title: '账号安全' },
  { path: '/my/code', title: '企业码' },
  { path: '/my/scans', title: '扫码记录' },
  { path: '/my/members', title: '成员管理' },
  { path: '/my/applications/:id', title: '申请详情' },
  { path: '/my/claims/:id', title: '领码申请' },
  { path: '/my/coordination/:id', title: '申报详情' },
  { path: '/my/demands/:id', title: '需求详情' },
  { path: '/my/evaluations/:id', title: '评价办理情况' },
  { path: '/finance/activities/:id', title: '活动详情' },
  { path: '/notices/:id', title: '公示' },
  { path: '/promises', title: '时限看板' },
  { path: '/products', title: '金融产品' },
  { path: '/applications/:id', title: '申请详情' },
  { path: '/claims/:id', title: '领码申请' },
  { path: '/coordination/cases/:id', title: '申报详情' },
  { path: '/coordination/recommendations/:id', title: '推荐详情' },
  { path: '/declarations/:id', title: '申报详情' },
  { path: '/demands/:id', title: '需求详情' },
  { path: '/evaluations/:id', title: '评价详情' },
  { path: '/notifications/:id', title: '通知详情' },
  { path: '/redemptions/:id', title: '兑付申请详情' },
];

/** Where a message of the platform leads, as its readers know the page. */
export function messagePageText(link: string): string {
  const path = link.replace(/[?#].*$/, '');
  return MESSAGE_PAGES.find((page) => matchPath(page.path, path))?.title ?? pageText(link);
}
