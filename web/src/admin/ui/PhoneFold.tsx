import type { ReactNode } from 'react';
import { useMedia } from '@/shared/ui';
import { Fold } from '@/shared/ui/Fold';
import { pageCss } from './page';

/** Figures above a list: on a phone they are asked for, so that the list is not screens below. */
export function PhoneFold({ children }: { children: ReactNode }) {
  const phone = useMedia('(max-width: 639px)');
  if (!phone) return children;
  return (
    <Fold title="查看数据" className={pageCss.phoneFold}>
      {children}
    </Fold>
  );
}
