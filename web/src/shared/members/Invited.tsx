import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useInvitationsToMe } from './invitations';

/** Stands where one comes in and would not look for it: somebody asks the reader into an enterprise. Nothing where nobody does. */
export function Invited({ to, frame }: { to: string; frame: (content: ReactNode) => ReactNode }) {
  const { data = [] } = useInvitationsToMe();
  const [first, ...others] = data;
  if (!first) return null;
  return frame(
    <>
      {first.invitedByName} 邀请您加入{first.enterpriseName}
      {others.length > 0 && `，另有 ${others.length} 个邀请`}。<Link to={to}>去加入或谢绝</Link>
    </>,
  );
}
