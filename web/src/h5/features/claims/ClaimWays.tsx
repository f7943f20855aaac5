import { Link } from 'react-router';
import type { Claim } from '@/shared/api';
import css from '@/shared/code/claimWays.module.css';
import { LinkButton } from '../../ui';

/** On with a claim that was handed in, for whom no enterprise is theirs yet. */
export function ClaimWays({ claim: { id, status } }: { claim: Pick<Claim, 'id' | 'status'> }) {
  const progress = `/my/claims/${id}`;
  if (status === 'REJECTED') {
    return (
      <>
        <LinkButton look="main" to="/claim">
          重新申请
        </LinkButton>
        <LinkButton to={progress}>查看原申请</LinkButton>
      </>
    );
  }
  return (
    <>
      {status === 'RETURNED' ? (
        <>
          <LinkButton look="main" to={`/claim?returned=${id}`}>
            去补正
          </LinkButton>
          <LinkButton to={progress}>查看进度</LinkButton>
        </>
      ) : (
        <LinkButton look="main" to={progress}>
          查看进度
        </LinkButton>
      )}
      <Link to="/claim" className={css.other}>
        为另一家企业领码
      </Link>
    </>
  );
}
