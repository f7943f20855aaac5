import { Button, Checkbox, Input, Radio, Space, Toast } from 'antd-mobile';
import { useId } from 'react';
import type { MessageSettings } from '@/shared/api';
import {
  isInSiteAlone,
  QUIET_HINT,
  quietFault,
  quietNames,
  reasonOf,
  SETTINGS_INTRO,
  useMessageSettings,
  useSettingsDraft,
  WAY_NAMES,
  type Quiet,
} from '@/shared/message-settings';
import { useMayHaveTopics } from '@/shared/message-settings/topics';
import { Empty, Loaded, Skeleton } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { isInWeChat } from '@/shared/wechat';
import { ActionBar, Body, Notice, Section } from '../../ui';
import css from './MessageSettingsPage.module.css';
import { PolicyTopics } from './PolicyTopics';
import { SubscriptionMessages } from './SubscriptionMessages';

/** 消息设置 on the phone. */
export default function MessageSettingsPage() {
  const query = useMessageSettings();
  return (
    <Loaded
      query={query}
      skeleton={
        <Body>
          <p>{SETTINGS_INTRO}</p>
          <Skeleton lines={12} />
        </Body>
      }
    >
      {(settings) => <Settings key={settings.version} settings={settings} />}
    </Loaded>
  );
}

function Settings({ settings }: { settings: MessageSettings }) {
  const problems = useProblems();
  const mayHaveTopics = useMayHaveTopics();
  const id = useId();
  const { draft, dirty, saving, change, wants, gathers, save } = useSettingsDraft(settings, {
    onSaved: () => void Toast.show('消息设置已保存'),
    onFailed: (error) => problems(error),
  });
  const names = quietNames(settings);
  const fault = quietFault(draft);
  return (
    <>
      <Body>
        <p>{SETTINGS_INTRO}</p>
        {mayHaveTopics && <PolicyTopics />}
        <Section title="免打扰时段">
          <div role="radiogroup" aria-label="免打扰时段">
            <Radio.Group value={draft.quiet} onChange={(value) => change({ quiet: value as Quiet })}>
              <Space direction="vertical" block>
                {(['DISTRICT', 'OWN', 'NONE'] as const).map((value) => (
                  <Radio key={value} value={value}>
                    {names[value]}
                  </Radio>
                ))}
              </Space>
            </Radio.Group>
          </div>
          {draft.quiet === 'OWN' && (
            <div className={css.hours}>
              <label htmlFor={`${id}from`}>
                开始时间
                <Input
                  id={`${id}from`}
                  type="time"
                  value={draft.from}
                  onChange={(from) => change({ from })}
                />
              </label>
              <label htmlFor={`${id}to`}>
                结束时间
                <Input id={`${id}to`} type="time" value={draft.to} onChange={(to) => change({ to })} />
              </label>
            </div>
          )}
          {fault && <Notice tone="bad">{fault}</Notice>}
          <p className={css.note}>{QUIET_HINT}</p>
        </Section>
        {isInWeChat() && <SubscriptionMessages />}
        {settings.groups.length === 0 && <Empty title="没有可以设置的消息" />}
        {settings.groups.map((group) => {
          const reason = reasonOf(group.kinds);
          return (
            <Section key={group.label} title={group.label}>
              {reason && <p className={css.reason}>{reason}</p>}
              <ul className={css.kinds}>
                {group.kinds.map((kind) => {
                  const choice = draft.choices[kind.code]!;
                  return (
                    <li key={kind.code} aria-label={kind.name}>
                      {kind.fixed && reason ? (
                        <span>
                          {kind.name} <span className={css.fixed}>不能关闭</span>
                        </span>
                      ) : (
                        kind.name
                      )}
                      {kind.fixed && !reason && <small>不能关闭。{kind.because}</small>}
                      {kind.offered.length === 0 ? (
                        <small>只发站内信</small>
                      ) : (
                        <div className={css.ways}>
                          {kind.offered.map((way) => (
                            <Checkbox
                              key={way}
                              checked={kind.fixed || !choice.declined.includes(way)}
                              disabled={kind.fixed}
                              onChange={(wanted) => wants(kind, way, wanted)}
                            >
                              {WAY_NAMES[way]}
                            </Checkbox>
                          ))}
                          {kind.digestible && (
                            <Checkbox
                              checked={choice.digest}
                              disabled={isInSiteAlone(kind, choice)}
                              onChange={(digest) => gathers(kind, digest)}
                            >
                              每日汇总
                            </Checkbox>
                          )}
                        </div>
                      )}
                    </li>
                  );
                })}
              </ul>
            </Section>
          );
        })}
        <p className={css.note}>
          选择每日汇总的消息不逐条提醒，每天 {settings.digestAt} 按所选方式发一条未读汇总。
        </p>
      </Body>
      <ActionBar>
        <Button block color="primary" loading={saving} disabled={!dirty || !!fault} onClick={save}>
          保存设置
        </Button>
      </ActionBar>
    </>
  );
}
