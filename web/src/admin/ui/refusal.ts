import { isProblem } from '@/shared/api';

/** Whether it is sure that nothing was done: where nobody answered, it may have been. */
export const wasRefused = (error: unknown): boolean =>
  isProblem(error) && error.status >= 400 && error.status < 500;

/** Brings what was refused into sight; one function, so that it does so once. */
export const intoView = (node: HTMLElement | null) => node?.scrollIntoView?.({ block: 'nearest' });
