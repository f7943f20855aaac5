import { type AppRoute } from '@/shared/app';

/** Signing in, registering, joining an enterprise, and what is agreed to with it. */
export const signIn: AppRoute[] = [
  {
    path: '/sign-in',
    title: '登录',
    access: 'public',
    bare: true,
    load: () => import('../features/auth/SignInPage'),
  },
  {
    path: '/sign-in/wechat',
    title: '绑定微信',
    access: 'public',
    bare: true,
    load: () => import('../features/auth/WeChatBindPage'),
  },
  {
    path: '/register',
    title: '注册',
    access: 'public',
    bare: true,
    load: () => import('../features/auth/RegisterPage'),
  },
  {
    path: '/join',
    title: '加入企业',
    access: 'public',
    bare: true,
    load: () => import('../features/members/JoinPage'),
  },
  {
    path: '/set-password',
    title: '设置密码',
    access: 'public',
    bare: true,
    load: () => import('../features/auth/SetPasswordPage'),
  },
  {
    path: '/forgot-password',
    title: '忘记密码',
    access: 'public',
    bare: true,
    load: () => import('../features/auth/ForgotPasswordPage'),
  },
  {
    path: '/account-closed',
    title: '账号注销',
    access: 'public',
    bare: true,
    load: () => import('../features/auth/AccountClosedPage'),
  },
  {
    path: '/authorize',
    title: '授权登录',
    access: 'public',
    bare: true,
    load: () => import('../features/auth/AuthorizePage'),
  },
  {
    path: '/terms',
    title: '服务与隐私说明',
    access: 'public',
    load: () => import('../features/auth/TermsPage'),
  },
];
