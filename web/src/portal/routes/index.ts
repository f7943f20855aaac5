import { type AppRoute } from '@/shared/app';
import { center } from './center';
import { code } from './code';
import { finance } from './finance';
import { match } from './match';
import { policy } from './policy';
import { signIn } from './signIn';

/** Every page of the portal. */
export const routes: AppRoute[] = [
  { path: '/', title: '首页', access: 'public', load: () => import('../features/home/HomePage') },
  ...signIn,
  { path: '/search', title: '搜索', access: 'public', load: () => import('../features/search/SearchPage') },
  ...policy,
  {
    path: '/evaluations',
    title: '服务评价',
    access: 'public',
    load: () => import('../features/evaluations/PublishedPage'),
  },
  ...finance,
  ...match,
  ...code,
  ...center,
];
