import { SETTINGS_INTRO } from '@/shared/message-settings';
import { useMayHaveTopics } from '@/shared/message-settings/topics';
import { MessageSettings } from '@/shared/ui/antd/MessageSettings';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import { PolicyTopics } from './PolicyTopics';

/** 消息设置: by which ways besides the inbox a person is told of what, and at which hours not. */
export default function MessageSettingsPage() {
  const mayHaveTopics = useMayHaveTopics();
  return (
    <>
      <CenterHead title="消息设置" intro={SETTINGS_INTRO} />
      <Stack>
        {mayHaveTopics && <PolicyTopics />}
        <MessageSettings Panel={Panel} Stack={Stack} />
      </Stack>
    </>
  );
}
