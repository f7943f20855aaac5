import { type AppRoute } from '@/shared/app';

const own = 'enterprise.own';

/** Every page of the portal. */
export const routes: AppRoute[] = [
  { path: '/', title: '首页', access: 'public', load: () => import('./features/home/HomePage') },
  {
    path: '/sign-in',
    title: '登录',
    access: 'public',
    bare: true,
    load: () => import('./features/auth/SignInPage'),
  },
  {
    path: '/register',
    title: '注册',
    access: 'public',
    bare: true,
    load: () => import('./features/auth/RegisterPage'),
  },
  {
    path: '/terms',
    title: '服务与隐私说明',
    access: 'public',
    load: () => import('./features/auth/TermsPage'),
  },
  { path: '/search', title: '搜索', access: 'public', load: () => import('./features/search/SearchPage') },

  {
    path: '/policies',
    title: '惠企政策',
    access: 'public',
    load: () => import('./features/policies/PoliciesPage'),
  },
  {
    path: '/policies/:id',
    title: '政策详情',
    access: 'public',
    parent: '/policies',
    load: () => import('./features/policies/PolicyPage'),
  },
  { path: '/loans', title: '贷款产品', access: 'public', load: () => import('./features/loans/LoansPage') },
  {
    path: '/loans/:id',
    title: '产品详情',
    access: 'public',
    parent: '/loans',
    load: () => import('./features/loans/LoanPage'),
  },
];
void own;
