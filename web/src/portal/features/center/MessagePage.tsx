import { useParams } from 'react-router';
import { useOpenMessage } from '@/shared/api';
import { dateTimeText, Loaded, Skeleton, tidied } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel } from '../../ui/Panel';
import css from './MessagesPage.module.css';

export default function MessagePage() {
  const { id = '' } = useParams();
  const query = useOpenMessage(id);
  return (
    <Loaded page query={query} skeleton={<Skeleton lines={6} />}>
      {(message) => (
        <>
          <CenterHead
            title={message.title}
            intro={<time dateTime={message.createdAt}>{dateTimeText(message.createdAt)}</time>}
            actions={
              <ButtonLink look="plain" small to="/center/messages">
                返回消息中心
              </ButtonLink>
            }
          />
          <Panel>
            <p className={css.body}>{tidied(message.body)}</p>
            {message.link && (
              <p style={{ marginTop: 20 }}>
                <ButtonLink look="primary" small to={portalPath(message.link)}>
                  查看详情
                </ButtonLink>
              </p>
            )}
          </Panel>
        </>
      )}
    </Loaded>
  );
}

/** Messages name the thing, not the page of one app: here its address becomes this portal's page. */
export function portalPath(link: string): string {
  const ofCenter = /^\/my\/((?:applications|demands|evaluations|coordination)\/[\w-]+)$/.exec(link);
  if (ofCenter) return `/center/${ofCenter[1]}`;
  if (link.startsWith('/my/claims')) return '/code/claims';
  if (link === '/security') return '/center/security';
  if (link === '/my/code') return '/code';
  if (link === '/my/admission') return '/center/admission';
  if (link === '/my/members') return '/center/members';
  if (link === '/my/scans') return '/code/scans';
  return link.startsWith('/') && !link.startsWith('//') ? link : '/center';
}
