import { type AppRoute } from '@/shared/app';

// As the permissions name their applications.
const CODE = '企业码';
const ENTERPRISE = '企业管理';
const FINANCE = '融资服务';
const POLICY = '政策服务';
const SYSTEM = '系统管理';
const LOGS = '日志';

const PRODUCTS = ['finance.product.own', 'finance.product.review'] as const;
const PROMISES = ['finance.promise.supervise', 'finance.promise.oversee', 'code.promise.supervise'] as const;
const DRAFTS = ['policy.manage', 'policy.review'] as const;
const APPLICATIONS = ['finance.application.handle', 'finance.application.read-all'] as const;

/** The console's pages: menu, title, breadcrumb and permission of each. */
export const routes: AppRoute[] = [
  {
    path: '/',
    title: '工作台',
    access: 'signed-in',
    menu: { icon: 'dashboard' },
    load: () => import('./features/home/HomePage'),
  },
  {
    path: '/messages',
    title: '消息中心',
    access: 'signed-in',
    menu: { icon: 'bell' },
    load: () => import('./features/messages/MessagesPage'),
  },
  {
    path: '/security',
    title: '账号安全',
    access: 'signed-in',
    load: () => import('./features/security/SecurityPage'),
  },
  {
    path: '/promises',
    title: '时限看板',
    access: PROMISES,
    menu: { icon: 'clock' },
    load: () => import('./features/promises/BoardPage'),
  },
  {
    path: '/claims',
    title: '领码审核',
    access: 'code.claim.review',
    menu: { icon: 'claim', group: CODE },
    load: () => import('./features/claims/ClaimsPage'),
  },
  {
    path: '/claims/:id',
    title: '领码申请',
    access: 'code.claim.review',
    parent: '/claims',
    load: () => import('./features/claims/ClaimPage'),
  },
  {
    path: '/codes',
    title: '企业码管理',
    access: 'code.manage',
    menu: { icon: 'code', group: CODE },
    load: () => import('./features/codes/CodesPage'),
  },
  {
    path: '/service-codes',
    title: '服务码',
    access: 'code.manage',
    menu: { icon: 'print', group: CODE },
    load: () => import('./features/service-codes/ServiceCodesPage'),
  },
  {
    path: '/service-codes/:id/print',
    title: '打印服务码',
    access: 'code.manage',
    bare: true,
    load: () => import('./features/service-codes/PrintPage'),
  },
  {
    path: '/code-about',
    title: '企业码介绍',
    access: 'code.manage',
    menu: { icon: 'edit', group: CODE },
    load: () => import('./features/about/AboutPage'),
  },
  {
    path: '/scan',
    title: '扫码核验',
    access: 'code.scan',
    menu: { icon: 'scan', group: CODE },
    load: () => import('./features/scan/ScanPage'),
  },
  {
    path: '/scan/history',
    title: '扫码记录',
    access: 'code.scan',
    parent: '/scan',
    load: () => import('./features/scan/ScanHistoryPage'),
  },
  {
    path: '/enterprises',
    title: '企业信息',
    access: 'user.enterprise.read',
    menu: { icon: 'enterprise', group: ENTERPRISE },
    load: () => import('./features/enterprises/EnterprisesPage'),
  },
  {
    path: '/enterprises/:id',
    title: '企业详情',
    access: 'user.enterprise.read',
    parent: '/enterprises',
    load: () => import('./features/enterprises/EnterprisePage'),
  },
  {
    path: '/applications',
    title: '融资申请',
    access: APPLICATIONS,
    menu: { icon: 'loan', group: FINANCE },
    load: () => import('./features/applications/ApplicationsPage'),
  },
  {
    path: '/applications/:id',
    title: '申请详情',
    access: APPLICATIONS,
    parent: '/applications',
    load: () => import('./features/applications/ApplicationPage'),
  },
  {
    path: '/products',
    title: '金融产品',
    access: PRODUCTS,
    menu: { icon: 'qirong', group: FINANCE },
    load: () => import('./features/products/ProductsPage'),
  },
  {
    path: '/banks',
    title: '金融机构',
    access: 'user.bank.manage',
    menu: { icon: 'bank', group: FINANCE },
    load: () => import('./features/institutions/InstitutionsPage'),
  },
  {
    path: '/policies',
    title: '政策管理',
    access: 'policy.manage',
    menu: { icon: 'policy', group: POLICY },
    load: () => import('./features/policies/PoliciesPage'),
  },
  {
    path: '/policy-drafts',
    title: '政策草拟',
    access: DRAFTS,
    menu: { icon: 'edit', group: POLICY },
    load: () => import('./features/policy-drafts/DraftsPage'),
  },
  {
    path: '/policy-drafts/:id',
    title: '政策草稿',
    access: DRAFTS,
    parent: '/policy-drafts',
    load: () => import('./features/policy-drafts/DraftPage'),
  },
  {
    path: '/accounts',
    title: '用户账号',
    access: 'user.account.read',
    menu: { icon: 'people', group: SYSTEM },
    load: () => import('./features/accounts/AccountsPage'),
  },
  {
    path: '/staff',
    title: '机构账号',
    access: 'user.account.read',
    menu: { icon: 'card', group: SYSTEM },
    load: () => import('./features/accounts/StaffPage'),
  },
  {
    path: '/enterprise-accounts',
    title: '企业用户',
    access: 'user.enterprise-account.manage',
    menu: { icon: 'user', group: SYSTEM },
    load: () => import('./features/accounts/EnterpriseAccountsPage'),
  },
  {
    path: '/institutions',
    title: '机构管理',
    access: 'user.institution.manage',
    menu: { icon: 'qifu', group: SYSTEM },
    load: () => import('./features/institutions/InstitutionsPage'),
  },
  {
    path: '/admissions',
    title: '入驻审核',
    access: 'user.admission.review',
    menu: { icon: 'qicha', group: SYSTEM },
    load: () => import('./features/admissions/AdmissionsPage'),
  },
  {
    path: '/roles',
    title: '角色权限',
    access: 'user.role.read',
    menu: { icon: 'lock', group: SYSTEM },
    load: () => import('./features/roles/RolesPage'),
  },
  {
    path: '/reference-data',
    title: '基础数据',
    access: 'user.reference.manage',
    menu: { icon: 'file', group: SYSTEM },
    load: () => import('./features/reference/ReferencePage'),
  },
  {
    path: '/calendar',
    title: '工作日历',
    access: 'user.reference.manage',
    menu: { icon: 'calendar', group: SYSTEM },
    load: () => import('./features/promises/CalendarPage'),
  },
  {
    path: '/promise-terms',
    title: '承诺时限',
    access: 'user.reference.manage',
    menu: { icon: 'check', group: SYSTEM },
    load: () => import('./features/promises/TermsPage'),
  },
  {
    path: '/openapi',
    title: '开放接口',
    access: 'openapi.query',
    menu: { icon: 'keyboard', group: SYSTEM },
    load: () => import('./features/openapi/KeysPage'),
  },
  {
    path: '/processing',
    title: '数据处理登记',
    access: 'code.processing.read',
    menu: { icon: 'shield', group: SYSTEM },
    load: () => import('./features/processing/ProcessingPage'),
  },
  {
    path: '/operations',
    title: '操作日志',
    access: 'ops.audit.read',
    menu: { icon: 'order', group: LOGS },
    load: () => import('./features/logs/OperationsPage'),
  },
  {
    path: '/operations/:seq',
    title: '日志详情',
    access: 'ops.audit.read',
    parent: '/operations',
    load: () => import('./features/logs/OperationPage'),
  },
  {
    path: '/sign-ins',
    title: '登录日志',
    access: 'auth.signin-log.read',
    menu: { icon: 'clock', group: LOGS },
    load: () => import('./features/logs/SignInsPage'),
  },
  {
    path: '/pushes',
    title: '信息推送日志',
    access: 'message.push-log.read',
    menu: { icon: 'chat', group: LOGS },
    load: () => import('./features/logs/PushesPage'),
  },
];
