import { type AppRoute } from '@/shared/app';

const PROMISES = [
  'finance.promise.supervise',
  'finance.promise.oversee',
  'code.promise.supervise',
  'policy.promise.supervise',
  'policy.promise.oversee',
  'ops.evaluation.review',
] as const;
const EVALUATIONS = ['ops.evaluation.handle', 'ops.evaluation.review', 'ops.evaluation.publish'] as const;

/** Own desk: what everybody signed in has, and what stands in the menu beside all groups. */
export const desk: AppRoute[] = [
  {
    path: '/',
    title: '工作台',
    access: 'signed-in',
    menu: { icon: 'dashboard' },
    load: () => import('../features/home/HomePage'),
  },
  {
    path: '/messages',
    title: '消息中心',
    access: 'signed-in',
    menu: { icon: 'bell' },
    load: () => import('../features/messages/MessagesPage'),
  },
  {
    path: '/message-settings',
    title: '消息设置',
    access: 'signed-in',
    parent: '/messages',
    load: () => import('../features/messages/MessageSettingsPage'),
  },
  {
    path: '/security',
    title: '账号安全',
    access: 'signed-in',
    load: () => import('../features/security/SecurityPage'),
  },
  {
    path: '/promises',
    title: '时限看板',
    access: PROMISES,
    menu: { icon: 'clock' },
    load: () => import('../features/promises/BoardPage'),
  },
  {
    path: '/evaluations',
    title: '好差评',
    access: EVALUATIONS,
    menu: { icon: 'star' },
    load: () => import('../features/evaluations/EvaluationsPage'),
  },
  {
    path: '/evaluations/:id',
    title: '评价详情',
    access: EVALUATIONS,
    parent: '/evaluations',
    load: () => import('../features/evaluations/EvaluationPage'),
  },
];
