import type { LibraryTag, TagHolder } from '@/shared/api';

/** The words of the library; they stand here, for nobody else needs them at start. */
export const SUBJECTS: Record<LibraryTag['subject'], string> = { ENTERPRISE: '企业', POLICY: '政策' };
/** By what one is named, as the column of a file is headed. */
export const CODES: Record<LibraryTag['subject'], string> = {
  ENTERPRISE: '统一社会信用代码',
  POLICY: '政策编号',
};
export const KINDS: Record<LibraryTag['kind'], string> = { BASIC: '基础标签', ADVANCED: '进阶标签' };
export const STATES: Record<TagHolder['state'], string> = { HAS: '已具有', UNKNOWN: '待补充' };

/** How a tag comes to somebody. */
export const originOf = (derived: boolean) => (derived ? '按条件得出' : '人工设置');

export const optionsOf = <K extends string>(words: Record<K, string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));
