import { type AppRoute } from '@/shared/app';

/** As the permissions name the application. */
const GROUP = '企业管理';

/** 企业管理: the register, tags and facts of enterprises. */
export const enterprise: AppRoute[] = [
  {
    path: '/enterprises',
    title: '企业信息',
    access: 'user.enterprise.read',
    menu: { icon: 'enterprise', group: GROUP },
    load: () => import('../features/enterprises/EnterprisesPage'),
  },
  {
    path: '/enterprises/:id',
    title: '企业详情',
    access: 'user.enterprise.read',
    parent: '/enterprises',
    load: () => import('../features/enterprises/EnterprisePage'),
  },
  {
    path: '/tags',
    title: '标签库',
    access: 'match.tag.read',
    menu: { icon: 'filter', group: GROUP },
    load: () => import('../features/tags/TagsPage'),
  },
  {
    path: '/tags/new',
    title: '新建标签',
    access: 'match.tag.manage',
    parent: '/tags',
    load: () => import('../features/tags/TagEditPage'),
  },
  {
    path: '/tags/:id',
    title: '标签详情',
    access: 'match.tag.read',
    parent: '/tags',
    load: () => import('../features/tags/TagPage'),
  },
  {
    path: '/tags/:id/edit',
    title: '修改标签',
    access: 'match.tag.manage',
    parent: '/tags',
    load: () => import('../features/tags/TagEditPage'),
  },
  {
    path: '/facts',
    title: '指标字典',
    access: 'match.fact.read',
    menu: { icon: 'menu', group: GROUP },
    load: () => import('../features/facts/FactsPage'),
  },
];
