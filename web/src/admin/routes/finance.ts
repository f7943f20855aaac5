import { type AppRoute } from '@/shared/app';

/** As the permissions name the application. */
const GROUP = '融资服务';

const PRODUCTS = ['finance.product.own', 'finance.product.review'] as const;
const ARTICLES = ['finance.news.edit', 'finance.news.review'] as const;
const DEMANDS = ['finance.demand.claim', 'finance.demand.read-all'] as const;
const VISITS = ['finance.coordination.visit', 'finance.coordination.read'] as const;
const COORDINATION = ['finance.coordination.read', 'finance.coordination.manage'] as const;
const COORDINATION_CASES = [...VISITS, 'finance.coordination.manage'] as const;
const RECOMMENDATIONS = [...COORDINATION, 'finance.coordination.answer'] as const;
const APPLICATIONS = ['finance.application.handle', 'finance.application.read-all'] as const;

/** 融资服务: applications, demands, coordination, products, and what is published about them. */
export const finance: AppRoute[] = [
  {
    path: '/applications',
    title: '融资申请',
    access: APPLICATIONS,
    menu: { icon: 'loan', group: GROUP },
    load: () => import('../features/applications/ApplicationsPage'),
  },
  {
    path: '/applications/:id',
    title: '申请详情',
    access: APPLICATIONS,
    parent: '/applications',
    load: () => import('../features/applications/ApplicationPage'),
  },
  {
    path: '/applications/:id/report',
    title: '企业信息报告',
    access: 'finance.application.handle',
    parent: '/applications',
    load: () => import('../features/reports/ApplicationReportPage'),
  },
  {
    path: '/demands',
    title: '融资需求',
    access: DEMANDS,
    menu: { icon: 'qiwen', group: GROUP },
    load: () => import('../features/demands/DemandsPage'),
  },
  {
    path: '/demands/:id',
    title: '需求详情',
    access: DEMANDS,
    parent: '/demands',
    load: () => import('../features/demands/DemandPage'),
  },
  {
    path: '/demand-claims/:id/report',
    title: '企业信息报告',
    access: 'finance.demand.claim',
    parent: '/demands',
    load: () => import('../features/reports/DemandReportPage'),
  },
  {
    path: '/coordination/visits',
    title: '走访记录',
    access: VISITS,
    menu: { icon: 'location', group: GROUP },
    load: () => import('../features/coordination/VisitsPage'),
  },
  {
    path: '/coordination/cases',
    title: '申报清单',
    access: COORDINATION_CASES,
    menu: { icon: 'list', group: GROUP },
    load: () => import('../features/coordination/CasesPage'),
  },
  {
    path: '/coordination/cases/:id',
    title: '申报详情',
    access: COORDINATION_CASES,
    parent: '/coordination/cases',
    load: () => import('../features/coordination/CasePage'),
  },
  {
    path: '/coordination/recommendations',
    title: '推荐清单',
    access: RECOMMENDATIONS,
    menu: { icon: 'pin', group: GROUP },
    load: () => import('../features/coordination/RecommendationsPage'),
  },
  {
    path: '/coordination/recommendations/:id',
    title: '推荐详情',
    access: RECOMMENDATIONS,
    parent: '/coordination/recommendations',
    load: () => import('../features/coordination/RecommendationPage'),
  },
  {
    path: '/coordination/criteria',
    title: '五项标准',
    access: COORDINATION,
    menu: { icon: 'shield', group: GROUP },
    load: () => import('../features/coordination/CriteriaPage'),
  },
  {
    path: '/coordination/figures',
    title: '协调统计',
    access: COORDINATION,
    menu: { icon: 'profile', group: GROUP },
    load: () => import('../features/coordination/FiguresPage'),
  },
  {
    path: '/products',
    title: '金融产品',
    access: PRODUCTS,
    menu: { icon: 'qirong', group: GROUP },
    load: () => import('../features/products/ProductsPage'),
  },
  {
    path: '/reverse/products',
    title: '产品反向匹配',
    access: 'match.reverse.product',
    menu: { icon: 'search', group: GROUP },
    load: () => import('../features/reverse/ProductReversePage'),
  },
  {
    path: '/product-entries',
    title: '产品录入与审核',
    access: PRODUCTS,
    menu: { icon: 'keyboard', group: GROUP },
    load: () => import('../features/entries/EntriesPage'),
  },
  {
    path: '/product-entries/new',
    title: '录入产品',
    access: 'finance.product.own',
    parent: '/product-entries',
    load: () => import('../features/entries/NewEntryPage'),
  },
  {
    path: '/product-entries/:id',
    title: '产品录入',
    access: PRODUCTS,
    parent: '/product-entries',
    load: () => import('../features/entries/EntryPage'),
  },
  {
    path: '/articles',
    title: '金融内容',
    access: ARTICLES,
    menu: { icon: 'picture', group: GROUP },
    load: () => import('../features/articles/ArticlesPage'),
  },
  {
    path: '/articles/new',
    title: '新建内容',
    access: 'finance.news.edit',
    parent: '/articles',
    load: () => import('../features/articles/ArticleEditPage'),
  },
  {
    path: '/articles/:id',
    title: '内容详情',
    access: ARTICLES,
    parent: '/articles',
    load: () => import('../features/articles/ArticlePage'),
  },
  {
    path: '/articles/:id/edit',
    title: '修改内容',
    access: 'finance.news.edit',
    parent: '/articles',
    load: () => import('../features/articles/ArticleEditPage'),
  },
  {
    path: '/activities',
    title: '金融活动',
    access: 'finance.activity.manage',
    menu: { icon: 'qihui', group: GROUP },
    load: () => import('../features/activities/ActivitiesPage'),
  },
  {
    path: '/activities/new',
    title: '新建金融活动',
    access: 'finance.activity.manage',
    parent: '/activities',
    load: () => import('../features/activities/ActivityEditPage'),
  },
  {
    path: '/activities/:id',
    title: '活动详情',
    access: 'finance.activity.manage',
    parent: '/activities',
    load: () => import('../features/activities/ActivityPage'),
  },
  {
    path: '/activities/:id/edit',
    title: '修改活动',
    access: 'finance.activity.manage',
    parent: '/activities',
    load: () => import('../features/activities/ActivityEditPage'),
  },
  {
    path: '/activity-sign-ups',
    title: '报名与签到',
    access: 'finance.activity.manage',
    menu: { icon: 'ticket', group: GROUP },
    load: () => import('../features/activities/SignUpsPage'),
  },
  {
    path: '/banks',
    title: '金融机构',
    access: 'user.bank.manage',
    menu: { icon: 'bank', group: GROUP },
    load: () => import('../features/institutions/InstitutionsPage'),
  },
];
