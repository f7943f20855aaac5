import { type AppRoute } from '@/shared/app';

export const routes: AppRoute[] = [
  {
    path: '/',
    title: '工作台',
    access: 'signed-in',
    menu: { icon: 'dashboard' },
    load: () => import('./features/home/HomePage'),
  },
];
