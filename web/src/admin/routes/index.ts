import { type AppRoute } from '@/shared/app';
import { code } from './code';
import { desk } from './desk';
import { enterprise } from './enterprise';
import { finance } from './finance';
import { logs } from './logs';
import { policy } from './policy';
import { system } from './system';

/** The console's pages: menu, title, breadcrumb and permission of each. The menu has them in this order. */
export const routes: AppRoute[] = [
  ...desk,
  ...code,
  ...enterprise,
  ...finance,
  ...policy,
  ...system,
  ...logs,
];
