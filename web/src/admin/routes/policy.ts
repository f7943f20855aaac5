import { type AppRoute } from '@/shared/app';

/** As the permissions name the application. */
const GROUP = '政策服务';

const PAYMENTS = ['policy.payment.prepare', 'policy.payment.approve'] as const;
const DRAFTS = ['policy.manage', 'policy.review'] as const;
const POLICY_DESK = [
  'policy.declaration.handle',
  'policy.redemption.handle',
  ...PAYMENTS,
  'policy.project.manage',
  'policy.redemption.manage',
  'policy.review',
  'stats.policy-funnel.read',
] as const;

/** 政策服务: policies, declarations, redemptions and payments. */
export const policy: AppRoute[] = [
  {
    path: '/policy-desk',
    title: '政策工作台',
    access: POLICY_DESK,
    menu: { icon: 'home', group: GROUP },
    load: () => import('../features/policy-desk/PolicyDeskPage'),
  },
  {
    path: '/policy-funnel',
    title: '政策漏斗',
    access: 'stats.policy-funnel.read',
    parent: '/policy-desk',
    load: () => import('../features/policy-desk/FunnelPage'),
  },
  {
    path: '/policy-funnel/enterprises',
    title: '漏斗企业',
    access: 'policy.declaration.handle',
    parent: '/policy-funnel',
    load: () => import('../features/policy-desk/StepPage'),
  },
  {
    path: '/policies',
    title: '政策管理',
    access: 'policy.manage',
    menu: { icon: 'policy', group: GROUP },
    load: () => import('../features/policies/PoliciesPage'),
  },
  {
    path: '/reverse/policies',
    title: '政策反向匹配',
    access: 'match.reverse.policy',
    menu: { icon: 'match', group: GROUP },
    load: () => import('../features/reverse/PolicyReversePage'),
  },
  {
    path: '/policy-drafts',
    title: '政策草拟',
    access: DRAFTS,
    menu: { icon: 'edit', group: GROUP },
    load: () => import('../features/policy-drafts/DraftsPage'),
  },
  {
    path: '/policy-drafts/:id',
    title: '政策草稿',
    access: DRAFTS,
    parent: '/policy-drafts',
    load: () => import('../features/policy-drafts/DraftPage'),
  },
  {
    path: '/projects',
    title: '申报项目',
    access: 'policy.project.manage',
    menu: { icon: 'qizhi', group: GROUP },
    load: () => import('../features/projects/ProjectsPage'),
  },
  {
    path: '/projects/new',
    title: '新建申报项目',
    access: 'policy.project.manage',
    parent: '/projects',
    load: () => import('../features/projects/ProjectPage'),
  },
  {
    path: '/projects/:id',
    title: '编辑申报项目',
    access: 'policy.project.manage',
    parent: '/projects',
    load: () => import('../features/projects/ProjectPage'),
  },
  {
    path: '/declarations',
    title: '政策申报',
    access: 'policy.declaration.handle',
    menu: { icon: 'file', group: GROUP },
    load: () => import('../features/declarations/DeclarationsPage'),
  },
  {
    path: '/declarations/:id',
    title: '申报详情',
    access: 'policy.declaration.handle',
    parent: '/declarations',
    load: () => import('../features/declarations/DeclarationPage'),
  },
  {
    path: '/redemption-projects',
    title: '兑付项目',
    access: 'policy.redemption.manage',
    menu: { icon: 'tax', group: GROUP },
    load: () => import('../features/redemptions/ProjectsPage'),
  },
  {
    path: '/redemption-projects/new',
    title: '新建兑付项目',
    access: 'policy.redemption.manage',
    parent: '/redemption-projects',
    load: () => import('../features/redemptions/ProjectEditPage'),
  },
  {
    path: '/redemption-projects/:id',
    title: '兑付项目详情',
    access: 'policy.redemption.manage',
    parent: '/redemption-projects',
    load: () => import('../features/redemptions/ProjectPage'),
  },
  {
    path: '/redemption-projects/:id/edit',
    title: '修改兑付项目',
    access: 'policy.redemption.manage',
    parent: '/redemption-projects',
    load: () => import('../features/redemptions/ProjectEditPage'),
  },
  {
    path: '/redemption-projects/:id/offers',
    title: '免申即享名单',
    access: 'policy.redemption.handle',
    parent: '/redemption-projects',
    load: () => import('../features/redemptions/OffersPage'),
  },
  {
    path: '/redemptions',
    title: '兑付申请',
    access: 'policy.redemption.handle',
    menu: { icon: 'check', group: GROUP },
    load: () => import('../features/redemptions/RedemptionsPage'),
  },
  {
    path: '/redemptions/:id',
    title: '兑付申请详情',
    access: 'policy.redemption.handle',
    parent: '/redemptions',
    load: () => import('../features/redemptions/RedemptionPage'),
  },
  {
    path: '/objections',
    title: '公示异议',
    access: ['policy.redemption.handle', 'policy.declaration.handle'],
    menu: { icon: 'question', group: GROUP },
    load: () => import('../features/redemptions/ObjectionsPage'),
  },
  {
    path: '/payments',
    title: '支付批次',
    access: PAYMENTS,
    menu: { icon: 'upload', group: GROUP },
    load: () => import('../features/payments/PaymentsPage'),
  },
  {
    path: '/payment-returns',
    title: '支付退回',
    access: PAYMENTS,
    menu: { icon: 'refresh', group: GROUP },
    load: () => import('../features/payments/ReturnsPage'),
  },
  {
    path: '/payments/new',
    title: '编制批次',
    access: 'policy.payment.prepare',
    parent: '/payments',
    load: () => import('../features/payments/NewBatchPage'),
  },
  {
    path: '/payments/:id',
    title: '支付批次详情',
    access: PAYMENTS,
    parent: '/payments',
    load: () => import('../features/payments/BatchPage'),
  },
];
