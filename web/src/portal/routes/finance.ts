import { type AppRoute } from '@/shared/app';
import { needEnterprise } from '../layout/needEnterprise';

/** Loan products, financial news and activities. */
export const finance: AppRoute[] = [
  { path: '/loans', title: '贷款产品', access: 'public', load: () => import('../features/loans/LoansPage') },
  {
    path: '/loans/compare',
    title: '产品对比',
    access: 'public',
    parent: '/loans',
    load: () => import('../features/loans/ComparePage'),
  },
  {
    path: '/loans/calculator',
    title: '还款计算器',
    access: 'public',
    parent: '/loans',
    load: () => import('../features/loans/CalculatorPage'),
  },
  {
    path: '/loans/advice',
    title: '信贷建议',
    access: 'signed-in',
    parent: '/loans',
    load: needEnterprise(() => import('../features/loans/AdvicePage')),
  },
  {
    path: '/loans/:id',
    title: '产品详情',
    access: 'public',
    parent: '/loans',
    load: () => import('../features/loans/LoanPage'),
  },
  {
    path: '/loans/:id/apply',
    title: '融资申请',
    access: 'signed-in',
    parent: '/loans',
    frame: 'antd',
    load: needEnterprise(() => import('../features/loans/ApplyPage')),
  },
  {
    path: '/finance/news',
    title: '金融资讯',
    access: 'public',
    load: () => import('../features/finance/NewsPage'),
  },
  {
    path: '/finance/news/:id',
    title: '资讯详情',
    access: 'public',
    parent: '/finance/news',
    load: () => import('../features/finance/ArticlePage'),
  },
  {
    path: '/finance/activities',
    title: '金融活动',
    access: 'public',
    load: () => import('../features/finance/ActivitiesPage'),
  },
  {
    path: '/finance/activities/:id',
    title: '活动详情',
    access: 'public',
    parent: '/finance/activities',
    load: () => import('../features/finance/ActivityPage'),
  },
];
