import { type AppRoute } from '@/shared/app';

/** As the permissions name the application. */
const GROUP = '系统管理';

const NOTIFICATIONS = [
  'message.notification.read',
  'message.notification.manage',
  'message.notification.approve',
] as const;
const TEMPLATES = ['message.template.read', 'message.template.manage'] as const;

/** 系统管理: accounts, institutions, roles, reference data, notifications and open interfaces. */
export const system: AppRoute[] = [
  {
    path: '/accounts',
    title: '用户账号',
    access: 'user.account.read',
    menu: { icon: 'user', group: GROUP },
    load: () => import('../features/accounts/AccountsPage'),
  },
  {
    path: '/staff',
    title: '机构账号',
    access: 'user.account.read',
    menu: { icon: 'card', group: GROUP },
    load: () => import('../features/accounts/StaffPage'),
  },
  {
    path: '/enterprise-accounts',
    title: '企业用户',
    access: 'user.enterprise-account.manage',
    menu: { icon: 'people', group: GROUP },
    load: () => import('../features/accounts/EnterpriseAccountsPage'),
  },
  {
    path: '/institutions',
    title: '机构管理',
    access: 'user.institution.manage',
    menu: { icon: 'qifu', group: GROUP },
    load: () => import('../features/institutions/InstitutionsPage'),
  },
  {
    path: '/admissions',
    title: '入驻审核',
    access: 'user.admission.review',
    menu: { icon: 'qicha', group: GROUP },
    load: () => import('../features/admissions/AdmissionsPage'),
  },
  {
    path: '/roles',
    title: '角色权限',
    access: 'user.role.read',
    menu: { icon: 'lock', group: GROUP },
    load: () => import('../features/roles/RolesPage'),
  },
  {
    path: '/reference-data',
    title: '基础数据',
    access: 'user.reference.manage',
    menu: { icon: 'data', group: GROUP },
    load: () => import('../features/reference/ReferencePage'),
  },
  {
    path: '/calendar',
    title: '工作日历',
    access: 'user.reference.manage',
    menu: { icon: 'calendar', group: GROUP },
    load: () => import('../features/promises/CalendarPage'),
  },
  {
    path: '/promise-terms',
    title: '承诺时限',
    access: 'user.reference.manage',
    menu: { icon: 'hourglass', group: GROUP },
    load: () => import('../features/promises/TermsPage'),
  },
  {
    path: '/notifications',
    title: '消息通知',
    access: NOTIFICATIONS,
    menu: { icon: 'send', group: GROUP },
    load: () => import('../features/notifications/NotificationsPage'),
  },
  {
    path: '/notifications/new',
    title: '新建通知',
    access: 'message.notification.manage',
    parent: '/notifications',
    load: () => import('../features/notifications/NewNotificationPage'),
  },
  {
    path: '/notifications/:id',
    title: '通知详情',
    access: NOTIFICATIONS,
    parent: '/notifications',
    load: () => import('../features/notifications/NotificationPage'),
  },
  {
    path: '/templates',
    title: '系统消息',
    access: TEMPLATES,
    menu: { icon: 'notice', group: GROUP },
    load: () => import('../features/templates/TemplatesPage'),
  },
  {
    path: '/templates/:code',
    title: '系统消息详情',
    access: TEMPLATES,
    parent: '/templates',
    load: () => import('../features/templates/TemplatePage'),
  },
  {
    path: '/openapi',
    title: '开放接口',
    access: 'openapi.query',
    menu: { icon: 'plug', group: GROUP },
    load: () => import('../features/openapi/KeysPage'),
  },
  {
    path: '/apps',
    title: '接入应用',
    access: 'auth.app.read',
    menu: { icon: 'external', group: GROUP },
    load: () => import('../features/apps/AppsPage'),
  },
  {
    path: '/processing',
    title: '数据处理登记',
    access: 'code.processing.read',
    menu: { icon: 'eye', group: GROUP },
    load: () => import('../features/processing/ProcessingPage'),
  },
];
