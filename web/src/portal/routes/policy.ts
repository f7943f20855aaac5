import { type AppRoute } from '@/shared/app';
import { needEnterprise } from '../layout/needEnterprise';

/** Policies, declarations, redemptions and what is shown to the public of them. */
export const policy: AppRoute[] = [
  {
    path: '/policies',
    title: '惠企政策',
    access: 'public',
    load: () => import('../features/policies/PoliciesPage'),
  },
  {
    path: '/policies/:id',
    title: '政策详情',
    access: 'public',
    parent: '/policies',
    load: () => import('../features/policies/PolicyPage'),
  },
  {
    path: '/express',
    title: '政策直通车',
    access: 'public',
    parent: '/policies',
    load: () => import('../features/express/ExpressPage'),
  },
  {
    path: '/declarations',
    title: '政策申报',
    access: 'public',
    load: () => import('../features/declarations/DeclarationsPage'),
  },
  {
    path: '/declarations/projects/:id',
    title: '申报项目',
    access: 'public',
    parent: '/declarations',
    load: () => import('../features/declarations/ProjectPage'),
  },
  {
    path: '/declarations/:id',
    title: '我的申报',
    access: 'signed-in',
    parent: '/declarations',
    load: needEnterprise(() => import('../features/declarations/DeclarationPage')),
  },
  {
    path: '/redemptions',
    title: '政策兑现',
    access: 'public',
    load: () => import('../features/redemptions/RedemptionsPage'),
  },
  {
    path: '/redemptions/projects/:id',
    title: '兑付项目',
    access: 'public',
    parent: '/redemptions',
    load: () => import('../features/redemptions/ProjectPage'),
  },
  {
    path: '/redemptions/projects/:id/apply',
    title: '申请兑付',
    access: 'signed-in',
    parent: '/redemptions',
    load: needEnterprise(() => import('../features/redemptions/ApplyPage')),
  },
  {
    path: '/redemptions/:id',
    title: '我的兑付',
    access: 'signed-in',
    parent: '/redemptions',
    load: needEnterprise(() => import('../features/redemptions/RedemptionPage')),
  },
  {
    path: '/notices',
    title: '公示窗口',
    access: 'public',
    parent: '/policies',
    load: () => import('../features/notices/NoticesPage'),
  },
  {
    path: '/notices/:id',
    title: '公示',
    access: 'public',
    parent: '/notices',
    load: () => import('../features/notices/NoticePage'),
  },
];
