import type { ReferenceKind } from '@/shared/api';

/** In the order in which one is used by the next. */
export const KINDS: ReferenceKind[] = ['DICTIONARY', 'INDUSTRY', 'DIVISION', 'TOWN', 'PARK'];
