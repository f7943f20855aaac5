import { useParams } from 'react-router';
import { useOpenMessage, type Message } from '@/shared/api';
import { useEnterpriseOf } from '@/shared/enterprise';
import { portalPath } from '@/shared/places';
import { dateTimeText, Loaded, Skeleton, tidied, Whole } from '@/shared/ui';
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
            <Whose message={message} />
            <p className={css.body}>
              <Whole>{tidied(message.body)}</Whole>
            </p>
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

function Whose({ message }: { message: Message }) {
  const name = useEnterpriseOf(message);
  return name ? <p>企业：{name}</p> : null;
}
