import type { AppScope } from '../api';

/** What an application may know of a person, as people read it. */
export const SCOPES: Record<AppScope, string> = {
  PROFILE: '姓名和用户类型',
  PHONE: '手机号',
  ENTERPRISE: '当前代表的企业',
};

/** The same with what exactly is told. */
export function toldBy(scope: AppScope, plainPhone: boolean): string {
  if (scope === 'PHONE') return plainPhone ? '完整的手机号' : '部分隐藏的手机号';
  return scope === 'ENTERPRISE' ? '您当前代表的企业：名称、统一社会信用代码' : SCOPES[scope];
}
