import { Link } from 'react-router';
import type { Claim } from '@/shared/api';
import css from '@/shared/code/claimWays.module.css';
import { ButtonLink } from '../../ui';

/** On with a claim that was handed in, for whom no enterprise is theirs yet. */
export function ClaimWays({ claim: { id, status } }: { claim: Pick<Claim, 'id' | 'status'> }) {
  if (status === 'REJECTED') {
    return (
      <>
        <ButtonLink look="main" to="/code/claim">
          重新申请
        </ButtonLink>
        <ButtonLink look="outline" to="/code/claims">
          查看原申请
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      {status === 'RETURNED' ? (
        <>
          <ButtonLink look="main" to={`/code/claims/${id}/edit`}>
            去补正
          </ButtonLink>
          <ButtonLink look="outline" to="/code/claims">
            查看进度
          </ButtonLink>
        </>
      ) : (
        <ButtonLink look="main" to="/code/claims">
          查看进度
        </ButtonLink>
      )}
      <Link to="/code/claim" className={css.other}>
        为另一家企业领码
      </Link>
    </>
  );
}
