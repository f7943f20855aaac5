import { type AppRoute } from '@/shared/app';

/** As the permissions name the application. */
const GROUP = '企业码';

/** 企业码: claims, codes, service codes and scans. */
export const code: AppRoute[] = [
  {
    path: '/claims',
    title: '领码审核',
    access: 'code.claim.review',
    menu: { icon: 'claim', group: GROUP },
    load: () => import('../features/claims/ClaimsPage'),
  },
  {
    path: '/claims/:id',
    title: '领码申请',
    access: 'code.claim.review',
    parent: '/claims',
    load: () => import('../features/claims/ClaimPage'),
  },
  {
    path: '/codes',
    title: '企业码管理',
    access: 'code.manage',
    menu: { icon: 'code', group: GROUP },
    load: () => import('../features/codes/CodesPage'),
  },
  {
    path: '/service-codes',
    title: '服务码',
    access: 'code.manage',
    menu: { icon: 'print', group: GROUP },
    load: () => import('../features/service-codes/ServiceCodesPage'),
  },
  {
    path: '/service-codes/:id/print',
    title: '打印服务码',
    access: 'code.manage',
    bare: true,
    load: () => import('../features/service-codes/PrintPage'),
  },
  {
    path: '/code-about',
    title: '企业码介绍',
    access: 'code.manage',
    menu: { icon: 'info', group: GROUP },
    load: () => import('../features/about/AboutPage'),
  },
  {
    path: '/scan',
    title: '扫码核验',
    access: 'code.scan',
    menu: { icon: 'scan', group: GROUP },
    load: () => import('../features/scan/ScanPage'),
  },
  {
    path: '/scan/history',
    title: '扫码记录',
    access: 'code.scan',
    parent: '/scan',
    load: () => import('../features/scan/ScanHistoryPage'),
  },
];
