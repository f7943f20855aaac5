import { Link } from 'react-router';
import css from './ProjectLinks.module.css';

/** Buttons that lead to projects of a policy; of several each says which it is. */
export function ProjectLinks({
  act,
  projects,
  to,
  className = '',
}: {
  act: string;
  projects: readonly { id: string; title: string }[];
  to: (id: string) => string;
  className?: string;
}) {
  const several = projects.length > 1;
  return projects.map(({ id, title }) => (
    <Link
      key={id}
      className={several ? `${className} ${css.named}` : className}
      to={to(id)}
      title={several ? undefined : title}
    >
      {several ? (
        // One run of words: parts of a button stand beside each other as columns.
        <span>
          {act}：{title}
        </span>
      ) : (
        <>
          {act}
          <span className="zq-hidden">：{title}</span>
        </>
      )}
    </Link>
  ));
}
