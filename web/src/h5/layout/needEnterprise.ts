import { needEnterprise as needEnterpriseOr, needEnterpriseUser as needEnterpriseUserOr } from '@/shared/app';

const otherwise = () => import('./NoEnterprise');

export const needEnterprise = needEnterpriseOr(otherwise);
export const needEnterpriseUser = needEnterpriseUserOr(otherwise);
