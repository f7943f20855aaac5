export { AntdRoot } from './AntdRoot';
export { AppLayout, type AppLayoutProps } from './AppLayout';
export { FormDrawer, type FormDrawerProps } from './FormDrawer';
export { ExportButton, ListPage, type FilterField, type ListPageProps } from './ListPage';
export { ACTIONS, RowCards, type RowCardsProps } from './RowCards';
export { LeaveGuard } from './LeaveGuard';
export { antdTheme } from './theme';
export { useProblems } from './useProblems';
