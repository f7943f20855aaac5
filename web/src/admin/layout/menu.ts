import type { AppRoute } from '@/shared/app';

interface MenuGroup {
  /** Empty for what stands on its own, above the groups. */
  name: string;
  routes: AppRoute[];
}

/** Menu rows under their group, both in the order of the routes table. */
export function grouped(routes: AppRoute[]): MenuGroup[] {
  const groups: MenuGroup[] = [];
  for (const route of routes) {
    const name = route.menu?.group ?? '';
    const group = groups.find((one) => one.name === name);
    if (group) group.routes.push(route);
    else groups.push({ name, routes: [route] });
  }
  return groups;
}
