import { Link } from 'react-router';
import { consolePath } from './console-path';

/** The page of the case that a message tells of; `done` when nobody is asked to work on it any more. */
export function MessageLink({ link, done }: { link: string; done: boolean }) {
  const path = consolePath(link);
  return path ? <Link to={path}>{done ? '查看详情' : '前往办理'}</Link> : null;
}
