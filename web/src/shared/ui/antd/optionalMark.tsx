import type { ReactNode } from 'react';

/** Most fields have to be filled in: a form marks the others. */
export const optionalMark = (text: ReactNode, { required }: { required: boolean }) =>
  required ? text : <>{text}（选填）</>;
