import type { Me } from '@/shared/api';

/** As the gateway has it: whoever wanted nothing in particular begins where their work is. */
export const homeOf = ({ institution, userType }: Me): string =>
  institution || ['GOVERNMENT', 'BANK', 'OPERATOR'].includes(userType) ? '/admin/' : '/';
