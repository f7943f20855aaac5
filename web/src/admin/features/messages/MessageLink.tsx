import { Link } from 'react-router';
import { consolePath } from './console-path';

/** The page of the case that a message tells of. */
export function MessageLink({ link }: { link: string }) {
  const path = consolePath(link);
  return path ? <Link to={path}>前往办理</Link> : null;
}
