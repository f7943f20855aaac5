import { Button, Checkbox, Input, Radio, Space, Toast } from 'antd-mobile';
import { useId, type CSSProperties } from 'react';
import type { MessageSettings } from '@/shared/api';
import {
  columnsOf,
  fixedSentences,
  isInSiteAlone,
  QUIET_HINT,
  quietFault,
  quietNames,
  SETTINGS_INTRO,
  useFolded,
  useMessageSettings,
  useSettingsDraft,
  WAY_NAMES,
  type Quiet,
} from '@/shared/message-settings';
import { useMayHaveTopics } from '@/shared/message-settings/topics';
import { Empty, Loaded, Skeleton } from '@/shared/ui';
import { Fold } from '@/shared/ui/Fold';
import { useProblems } from '@/shared/ui/mobile';
import { isInWeChat } from '@/shared/wechat';
import { ActionBar, Body, Notice, Section } from '../../ui';
import css from './MessageSettingsPage.module.css';
import { PolicyTopics } from './PolicyTopics';
import { SubscriptionMessages } from './SubscriptionMessages';

type Kind = MessageSettings['groups'][number]['kinds'][number];

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
        {settings.groups.map((group) => (
          <Section key={group.label} title={group.label}>
            {fixedSentences(group.kinds).map((sentence) => (
              <p key={sentence} className={css.reason}>
                {sentence}
              </p>
            ))}
            <Kinds
              kinds={group.kinds.filter((kind) => !kind.fixed)}
              draft={draft}
              wants={wants}
              gathers={gathers}
            />
          </Section>
        ))}
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

/** What can be chosen of one group: folded where it is long, its boxes in columns that hold from row to row. */
function Kinds({
  kinds,
  draft,
  wants,
  gathers,
}: { kinds: Kind[] } & Pick<ReturnType<typeof useSettingsDraft>, 'draft' | 'wants' | 'gathers'>) {
  const { open, title } = useFolded(kinds, draft.choices);
  const columns = columnsOf(kinds);
  if (!kinds.length) return null;
  return (
    <Fold title={title} open={open}>
      <ul className={css.kinds}>
        {kinds.map((kind) => {
          const choice = draft.choices[kind.code]!;
          return (
            <li key={kind.code} aria-label={kind.name}>
              {kind.name}
              {kind.offered.length === 0 ? (
                <small>只发站内信</small>
              ) : (
                <div
                  className={css.ways}
                  // Four do not stand beside one another on a phone.
                  style={{ '--columns': columns.length > 3 ? 2 : columns.length } as CSSProperties}
                >
                  {columns.map((column) => (
                    <div key={column}>
                      {column === 'DIGEST'
                        ? kind.digestible && (
                            <Checkbox
                              checked={choice.digest}
                              disabled={isInSiteAlone(kind, choice)}
                              onChange={(digest) => gathers(kind, digest)}
                            >
                              每日汇总
                            </Checkbox>
                          )
                        : kind.offered.includes(column) && (
                            <Checkbox
                              checked={!choice.declined.includes(column)}
                              onChange={(wanted) => wants(kind, column, wanted)}
                            >
                              {WAY_NAMES[column]}
                            </Checkbox>
                          )}
                    </div>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
