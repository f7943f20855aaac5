import {
  needEnterprise as needEnterpriseOr,
  needEnterpriseUser as needEnterpriseUserOr,
  needOwner as needOwnerOr,
} from '@/shared/app';

const otherwise = () => import('./NoEnterprise');

export const needEnterprise = needEnterpriseOr(otherwise);
export const needEnterpriseUser = needEnterpriseUserOr(otherwise);
export const needOwner = needOwnerOr(() => import('./NoOwner'));
