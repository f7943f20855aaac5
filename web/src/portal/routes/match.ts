import { type AppRoute } from '@/shared/app';
import { needEnterprise } from '../layout/needEnterprise';

/** Checks without an enterprise, and what matches one’s own. */
export const match: AppRoute[] = [
  {
    path: '/checks',
    title: '企业自查',
    access: 'public',
    load: () => import('../features/checks/ChecksPage'),
  },
  {
    path: '/checks/policies',
    title: '政策申报规划自查',
    access: 'public',
    parent: '/checks',
    load: () => import('../features/checks/PoliciesCheckPage'),
  },
  {
    path: '/checks/loans',
    title: '贷款产品匹配自查',
    access: 'public',
    parent: '/checks',
    load: () => import('../features/checks/LoansCheckPage'),
  },
  {
    path: '/checks/srdi',
    title: '专精特新申报自查',
    access: 'public',
    parent: '/checks',
    load: () => import('../features/checks/SrdiCheckPage'),
  },
  {
    path: '/match',
    title: '智能匹配',
    access: 'signed-in',
    load: needEnterprise(() => import('../features/match/MatchPage')),
  },
  {
    path: '/match/results/:resultId',
    title: '匹配结果',
    access: 'signed-in',
    parent: '/match',
    load: needEnterprise(() => import('../features/match/MatchPage')),
  },
  {
    path: '/match/report',
    title: '规划报告',
    access: 'signed-in',
    parent: '/match',
    load: needEnterprise(() => import('../features/match/ReportPage')),
  },
  {
    path: '/match/on',
    title: '按日期匹配',
    access: 'signed-in',
    parent: '/match',
    frame: 'antd',
    load: needEnterprise(() => import('../features/match/DatedMatchPage')),
  },
  {
    path: '/report-check',
    title: '报告验真',
    access: 'public',
    frame: 'antd',
    load: () => import('../features/check/ReportCheckPage'),
  },
];
