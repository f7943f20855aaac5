import type { ReactNode } from 'react';
import { SETTINGS_INTRO } from '@/shared/message-settings';
import { MessageSettings } from '@/shared/ui/antd/MessageSettings';
import { PageHead, pageCss, Panel } from '../../ui/page';

/** 消息设置 of the person who is signed in. */
export default function MessageSettingsPage() {
  return (
    <div className={pageCss.page}>
      <PageHead title="消息设置" facts={SETTINGS_INTRO} />
      <MessageSettings Panel={Box} Stack={Page} />
    </div>
  );
}

const Box = ({ title, flush, children }: { title: ReactNode; flush?: boolean; children: ReactNode }) => (
  <Panel title={title} bare={flush}>
    {children}
  </Panel>
);

const Page = ({ children }: { children: ReactNode }) => <div className={pageCss.page}>{children}</div>;
