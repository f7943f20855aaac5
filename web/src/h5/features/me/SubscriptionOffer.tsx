import { Button } from 'antd-mobile';
import { useState } from 'react';
import { Section } from '../../ui';
import css from './MessageSettingsPage.module.css';
import { useSubscription, WeChatButton } from './SubscriptionMessages';

/** Whether WeChat may tell of what was just handed in. Nothing where there are no such messages, or one was agreed to already. */
export default function SubscriptionOffer({ onDone }: { onDone: () => void }) {
  const { query, remaining, saidYes } = useSubscription(onDone);
  const [asked, setAsked] = useState(false);
  const templateId = query.data?.templateId;
  if (!templateId || (remaining > 0 && !asked)) return null;
  return (
    <Section title="微信订阅消息">
      <p>需要通过微信接收办理消息的，请点击下面的按钮。</p>
      <WeChatButton
        template={templateId}
        onAgreed={() => {
          setAsked(true);
          saidYes();
        }}
      />
      <p className={css.note}>
        同意一次，平台可以通过微信向您发送一条消息，只在选择了订阅消息的消息种类中使用。以后可在“消息设置”中再次同意。
      </p>
      <Button block fill="none" onClick={onDone}>
        暂不需要
      </Button>
    </Section>
  );
}
