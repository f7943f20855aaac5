import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueryClient } from '@/shared/api';
import { mayOpen, toRouteObjects } from '@/shared/app';
import { AntdRoot } from '@/shared/ui/antd';
import { grouped } from './layout/menu';
import { Layout } from './layout/Layout';
import { routes } from './routes';

const roles = {
  reviewer: ['self', 'code.claim.review', 'code.manage', 'code.scan', 'user.enterprise.read'],
  officer: ['self', 'code.scan', 'stats.dashboard.read', 'policy.manage', 'user.enterprise.read'],
  financeOffice: [
    'self',
    'finance.product.review',
    'finance.application.read-all',
    'stats.dashboard.read',
    'user.enterprise.read',
    'code.scan',
    'user.institution.read',
    'user.bank.manage',
  ],
  bank: ['self', 'finance.application.handle', 'finance.product.own', 'code.scan'],
  enterprise: ['self', 'enterprise.own', 'finance.apply', 'code.claim'],
};

const menuOf = (permissions: string[]) =>
  routes
    .filter((route) => route.menu && mayOpen(route.access, true, (one) => !one || permissions.includes(one)))
    .map((route) => route.title);

describe('menu by permission', () => {
  it('no two entries have one sign', () => {
    const signs = routes.flatMap((route) => (route.menu ? [`${route.menu.icon}`] : []));
    expect(signs.filter((sign, at) => signs.indexOf(sign) !== at)).toEqual([]);
  });

  it('a reviewer reviews claims, keeps codes, scans and reads the register', () => {
    expect(menuOf(roles.reviewer)).toEqual([
      '工作台',
      '消息中心',
      '领码审核',
      '企业码管理',
      '服务码',
      '企业码介绍',
      '扫码核验',
      '企业信息',
    ]);
  });

  it('a bank sees its applications and products, and nothing of the register', () => {
    expect(menuOf(roles.bank)).toEqual([
      '工作台',
      '消息中心',
      '扫码核验',
      '融资申请',
      '金融产品',
      '产品录入与审核',
    ]);
  });

  it('the finance office comes to applications and products by other permissions than a bank', () => {
    expect(menuOf(roles.financeOffice)).toEqual([
      '工作台',
      '消息中心',
      '扫码核验',
      '企业信息',
      '融资申请',
      '金融产品',
      '产品录入与审核',
      '金融机构',
    ]);
  });

  it('a department manages policies', () => {
    expect(menuOf(roles.officer)).toContain('政策管理');
    expect(menuOf(roles.officer)).not.toContain('领码审核');
  });

  it('an enterprise that strays here finds no desk', () => {
    expect(menuOf(roles.enterprise)).toEqual(['工作台', '消息中心']);
  });

  it('nobody sees a menu without signing in', () => {
    expect(routes.filter((route) => mayOpen(route.access, false, () => true))).toEqual([]);
  });

  it('every page below another names a page that exists', () => {
    const paths = routes.map((route) => route.path);
    for (const route of routes) if (route.parent) expect(paths).toContain(route.parent);
  });

  it('groups keep the order of the table', () => {
    const groups = grouped(routes.filter((route) => route.menu));
    expect(groups.map((group) => group.name)).toEqual([
      '',
      '企业码',
      '企业管理',
      '融资服务',
      '政策服务',
      '系统管理',
      '日志',
    ]);
    expect(groups[1]?.routes.map((route) => route.path)).toEqual([
      '/claims',
      '/codes',
      '/service-codes',
      '/code-about',
      '/scan',
    ]);
  });
});

describe('the frame', () => {
  const me = {
    accountId: 'a',
    name: '建行客户经理',
    phone: null,
    userType: 'BANK',
    enterprise: null,
    institution: { id: 'b', name: '中国建设银行重庆市分行', type: 'BANK' },
    roles: ['BANK_OFFICER'],
    permissions: roles.bank,
    bounded: [],
    tokenStale: false,
  };
  beforeEach(() => {
    Object.assign(me, { userType: 'BANK', roles: ['BANK_OFFICER'], permissions: roles.bank });
    const answers: Record<string, unknown> = {
      '/bff/session': { signedIn: true },
      '/api/auth/me': me,
      '/api/finance/applications': { items: [], total: 4, page: 1, size: 1 },
      '/api/message/my/unread-count': { count: 3 },
      '/api/auth/second-factor': {
        demonstration: false,
        enabled: false,
        recoveryCodesLeft: 0,
        required: true,
      },
      '/api/auth/devices': [],
    };
    vi.stubGlobal('fetch', async (input: string) => {
      const answer = answers[new URL(input).pathname];
      return answer
        ? new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } })
        : new Response(null, { status: 404 });
    });
  });

  const open = (path: string) => {
    const router = createMemoryRouter(toRouteObjects(routes, <Layout />), { initialEntries: [path] });
    render(
      <QueryClientProvider client={createQueryClient()}>
        <AntdRoot>
          <RouterProvider router={router} />
        </AntdRoot>
      </QueryClientProvider>,
    );
  };

  it('says who works where, how much waits, and how many messages are unread', async () => {
    open('/claims');
    expect(await screen.findByText('中国建设银行重庆市分行')).toBeInTheDocument();
    expect(screen.getByText('建行客户经理')).toBeInTheDocument();
    const menu = screen.getByRole('navigation', { name: '主菜单' });
    expect(await within(menu).findByRole('link', { name: '待受理融资 4 件' })).toHaveAttribute(
      'href',
      '/applications?status=SUBMITTED',
    );
    expect(within(menu).getByRole('link', { name: '融资申请' })).toHaveAttribute('href', '/applications');
    expect(await screen.findByText('3 条未读消息')).toBeInTheDocument();
  });

  it('an enterprise is told that this is for staff, and shown the way to the portal', async () => {
    Object.assign(me, { userType: 'ENTERPRISE', roles: ['ENTERPRISE_ADMIN'], permissions: roles.enterprise });
    open('/');
    expect(await screen.findByRole('heading', { name: '管理台仅供工作人员使用' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '前往门户网站' })).toHaveAttribute('href', '/');
  });

  it('staff without a role are told so, and led to the safety of their own account', async () => {
    Object.assign(me, { roles: [], permissions: ['self'] });
    open('/');
    expect(await screen.findByText('账号还没有分配角色')).toBeInTheDocument();
    expect(screen.queryByText('管理台仅供工作人员使用')).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: '账号安全' }));
    expect(await screen.findByRole('heading', { name: '两步验证' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: '我的设备' })).toBeInTheDocument();
  });

  it('staff who could not be signed out are told so, and stay where they are', async () => {
    // Nothing answers to that here.
    open('/claims');
    await userEvent.click(await screen.findByRole('button', { name: /账号菜单$/ }));
    await userEvent.click(await screen.findByRole('button', { name: '退出登录' }));
    expect(await screen.findByText('退出未成功，请重试')).toBeInTheDocument();
    expect(screen.getByText('中国建设银行重庆市分行')).toBeInTheDocument();
  });

  it('a page without permission says so instead of loading', async () => {
    open('/claims');
    expect(await screen.findByText('您没有权限查看此页面')).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: '领码审核' })).toBeNull();
  });
});
