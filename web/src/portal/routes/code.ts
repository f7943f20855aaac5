import { type AppRoute } from '@/shared/app';
import { needEnterprise, needEnterpriseUser } from '../layout/needEnterprise';

/** 企业码: claims, card, consents and who read what. */
export const code: AppRoute[] = [
  {
    path: '/code',
    title: '企业码',
    access: 'public',
    frame: 'center',
    load: needEnterpriseUser(() => import('../features/code/CodePage')),
  },
  {
    path: '/code/about',
    title: '企业码介绍',
    access: 'public',
    parent: '/code',
    load: () => import('../features/code/AboutPage'),
  },
  {
    path: '/code/letter',
    title: '授权委托书模板',
    access: 'public',
    parent: '/code/about',
    load: () => import('../features/code/LetterPage'),
  },
  {
    path: '/code/claim',
    title: '领取企业码',
    access: 'signed-in',
    parent: '/code',
    frame: 'antd',
    load: needEnterpriseUser(() => import('../features/code/ClaimPage')),
  },
  {
    path: '/code/claims',
    title: '领码记录',
    access: 'signed-in',
    frame: 'center',
    load: needEnterpriseUser(() => import('../features/code/ClaimsPage')),
  },
  {
    path: '/code/claims/:id/edit',
    title: '补正领码申请',
    access: 'signed-in',
    parent: '/code/claims',
    frame: 'antd',
    load: needEnterpriseUser(() => import('../features/code/ClaimPage')),
  },
  {
    path: '/code/card',
    title: '企业名片',
    access: 'signed-in',
    frame: 'center',
    load: needEnterprise(() => import('../features/code/CardPage')),
  },
  {
    path: '/code/consents',
    title: '数据授权',
    access: 'signed-in',
    frame: 'center',
    load: needEnterprise(() => import('../features/code/ConsentsPage')),
  },
  {
    path: '/code/readings',
    title: '数据查看记录',
    access: 'signed-in',
    frame: 'center',
    load: needEnterprise(() => import('../features/code/ReadingsPage')),
  },
  {
    path: '/code/scans',
    title: '扫码记录',
    access: 'signed-in',
    frame: 'center',
    load: needEnterprise(() => import('../features/code/ScansPage')),
  },
];
