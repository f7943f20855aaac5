import { needEnterprise as needEnterpriseOr } from '@/shared/app';

export const needEnterprise = needEnterpriseOr(() => import('./NoEnterprise'));
