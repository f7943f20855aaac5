import type { PublicNotice } from '@/shared/api';

/** What the project of a notice is called. */
export const projectLabel = ({ kind }: PublicNotice) => (kind === 'DECLARATION' ? '申报项目' : '兑付项目');
