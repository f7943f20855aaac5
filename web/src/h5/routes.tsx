import { type AppRoute } from '@/shared/app';

export const routes: AppRoute[] = [
  { path: '/', title: '首页', access: 'public', load: () => import('./features/home/HomePage') },
];
