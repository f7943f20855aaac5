import { Link } from 'react-router';
import { consolePath } from './console-path';

/** Where the case is that a message tells of: a page of the console, or one of the other apps. */
export function MessageLink({ link }: { link: string }) {
  const path = consolePath(link);
  if (path) return <Link to={path}>前往办理</Link>;
  // A message is text from elsewhere: only addresses of this platform become links.
  return /^\/(?!\/)/.test(link) ? <a href={link}>查看详情</a> : null;
}
