import { Link } from 'react-router';
import { useMe } from '@/shared/api';
import { Tag } from '@/shared/ui';
import { BOARDS } from './boards';
import type { Extendable } from './MoreTime';

/** On a case for which more time was asked: that it waits, and for who decides the way to where they do. */
export function MoreTimeAsked({ of }: { of: Extendable }) {
  const { can } = useMe();
  return (
    <>
      <Tag tone="wait">延期待审批</Tag>
      {BOARDS[of].permissions.some(can) && (
        <>
          {' '}
          <Link to={`/promises?of=${of}&standing=EXTENSION_ASKED`}>到时限看板审批</Link>
        </>
      )}
    </>
  );
}
