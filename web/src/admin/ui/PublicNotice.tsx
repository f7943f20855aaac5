import { Link } from 'react-router';

/** Where everybody reads of a case that is in its public notice, and how many wait for an answer to what they object. */
export function PublicNotice({ id, objections }: { id: string; objections?: number }) {
  return (
    <span>
      <a href={`/notices/${id}`} target="_blank" rel="noreferrer">
        查看公示
      </a>
      {!!objections && (
        <>
          ，<Link to="/objections?state=OPEN">{objections} 件异议待处理</Link>
        </>
      )}
    </span>
  );
}
