import { Button } from 'antd-mobile';
import type { ReactNode } from 'react';
import { meantText, useMeantEnterprise, useSwitchToMeant } from '@/shared/enterprise';
import { Skeleton } from '@/shared/ui';
import { Body, Notice } from '../ui';

/** The page, or where it is another own enterprise's, the way to it. */
export function MeantEnterprise({ children }: { children: ReactNode }) {
  const { pending, other, acting } = useMeantEnterprise();
  if (pending) return <Skeleton lines={6} />;
  return other ? <Other id={other.id} name={other.name} acting={acting} /> : children;
}

function Other({ id, name, acting }: { id: string; name: string; acting?: string }) {
  const { go, busy, failed } = useSwitchToMeant(id);
  return (
    <Body>
      <Notice>{meantText(name, acting)}</Notice>
      {failed && <p role="alert">{failed}</p>}
      <Button block color="primary" loading={busy} onClick={go}>
        切换到{name}
      </Button>
    </Body>
  );
}
