import { type AppRoute } from '@/shared/app';

/** As the permissions name the application. */
const GROUP = '日志';

const UNDELIVERED = ['message.push-log.read', 'message.undelivered.resend'] as const;

/** 日志: who did what, who signed in, what was sent. */
export const logs: AppRoute[] = [
  {
    path: '/operations',
    title: '操作日志',
    access: 'ops.audit.read',
    menu: { icon: 'order', group: GROUP },
    load: () => import('../features/logs/OperationsPage'),
  },
  {
    path: '/operations/:seq',
    title: '日志详情',
    access: 'ops.audit.read',
    parent: '/operations',
    load: () => import('../features/logs/OperationPage'),
  },
  {
    path: '/sign-ins',
    title: '登录日志',
    access: 'auth.signin-log.read',
    menu: { icon: 'logout', group: GROUP },
    load: () => import('../features/logs/SignInsPage'),
  },
  {
    path: '/exports',
    title: '导出任务',
    access: ['ops.audit.read', 'auth.signin-log.read'],
    menu: { icon: 'download', group: GROUP },
    load: () => import('../features/logs/ExportsPage'),
  },
  {
    path: '/pushes',
    title: '信息推送日志',
    access: 'message.push-log.read',
    menu: { icon: 'arrow', group: GROUP },
    load: () => import('../features/logs/PushesPage'),
  },
  {
    path: '/undelivered',
    title: '未送达通知',
    access: UNDELIVERED,
    menu: { icon: 'warning', group: GROUP },
    load: () => import('../features/undelivered/UndeliveredPage'),
  },
  {
    path: '/sms-attempts',
    title: '短信发送明细',
    access: 'message.push-log.read',
    menu: { icon: 'phone', group: GROUP },
    load: () => import('../features/logs/SmsAttemptsPage'),
  },
  {
    path: '/wechat-attempts',
    title: '微信发送明细',
    access: 'message.push-log.read',
    menu: { icon: 'chat', group: GROUP },
    load: () => import('../features/logs/WeChatAttemptsPage'),
  },
  {
    path: '/sms-costs',
    title: '短信费用',
    access: 'message.push-log.read',
    menu: { icon: 'report', group: GROUP },
    load: () => import('../features/logs/SmsCostsPage'),
  },
];
