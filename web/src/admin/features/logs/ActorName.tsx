import { pageCss } from '../../ui/page';

/** How the services name a case by which something changed of itself. */
const CASE = /^融资申请 /;

/** Who did it. What follows from a case by itself was done by the system. */
export function ActorName({ of: { actorName, actorOf } }: { of: { actorName: string; actorOf?: string } }) {
  const byCase = CASE.test(actorName);
  const more = byCase ? `随${actorName}` : actorOf;
  return (
    <>
      {byCase ? '系统' : actorName}
      {more && <span className={pageCss.sub}>{more}</span>}
    </>
  );
}
