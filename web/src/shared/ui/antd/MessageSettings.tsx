import { App, Button, Checkbox, Input, Radio } from 'antd';
import { useId, type ComponentType, type CSSProperties, type ReactNode } from 'react';
import type { MessageSettings as Settings } from '../../api';
import {
  columnsOf,
  fixedSentences,
  isInSiteAlone,
  QUIET_HINT,
  quietFault,
  quietNames,
  useFolded,
  useMessageSettings,
  useSettingsDraft,
  WAY_NAMES,
  type Quiet,
} from '../../message-settings';
import { Empty, Icon, Loaded, Skeleton } from '..';
import { LeaveGuard } from './LeaveGuard';
import css from './MessageSettings.module.css';
import { useProblems } from './useProblems';

type Kind = Settings['groups'][number]['kinds'][number];

interface Frame {
  /** A titled box; flush: its content reaches the edges. */
  Panel: ComponentType<{ title: ReactNode; flush?: boolean; children: ReactNode }>;
  /** Boxes one under the other. */
  Stack: ComponentType<{ children: ReactNode }>;
}

/** 消息设置 on a large screen: by which ways besides the inbox a person is told of what, and at which hours not. */
export function MessageSettings(frame: Frame) {
  const query = useMessageSettings();
  return (
    <Loaded query={query} skeleton={<Skeleton lines={12} />}>
      {(settings) => <Form key={settings.version} settings={settings} {...frame} />}
    </Loaded>
  );
}

function Form({ settings, Panel, Stack }: Frame & { settings: Settings }) {
  const { message } = App.useApp();
  const problems = useProblems();
  const id = useId();
  const { draft, dirty, saving, change, wants, gathers, save } = useSettingsDraft(settings, {
    onSaved: () => void message.success('消息设置已保存'),
    onFailed: (error) => problems(error),
  });
  const names = quietNames(settings);
  const fault = quietFault(draft);
  return (
    <Stack>
      <LeaveGuard when={dirty && !saving} text="消息设置还没有保存" kept="离开后修改会丢失。" />
      <Panel title="免打扰时段">
        <Radio.Group
          aria-label="免打扰时段"
          className={css.quiet}
          value={draft.quiet}
          onChange={({ target }) => change({ quiet: target.value as Quiet })}
          options={(['DISTRICT', 'OWN', 'NONE'] as const).map((value) => ({ value, label: names[value] }))}
        />
        {draft.quiet === 'OWN' && (
          <div className={css.hours}>
            <label htmlFor={`${id}from`}>
              开始时间
              <Input
                id={`${id}from`}
                type="time"
                value={draft.from}
                onChange={({ target }) => change({ from: target.value })}
              />
            </label>
            <label htmlFor={`${id}to`}>
              结束时间
              <Input
                id={`${id}to`}
                type="time"
                value={draft.to}
                onChange={({ target }) => change({ to: target.value })}
              />
            </label>
          </div>
        )}
        {fault && (
          <p role="alert" className={css.fault}>
            {fault}
          </p>
        )}
        <p className={`${css.note} ${css.under}`}>{QUIET_HINT}</p>
      </Panel>
      {settings.groups.length === 0 && <Empty title="没有可以设置的消息" />}
      {settings.groups.map((group) => (
        <Panel key={group.label} title={group.label} flush>
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
        </Panel>
      ))}
      <div className={dirty ? `${css.foot} ${css.changed}` : css.foot}>
        <span className={css.note}>
          选择每日汇总的消息不逐条提醒，每天 {settings.digestAt} 按所选方式发一条未读汇总。
        </span>
        <Button type="primary" loading={saving} disabled={!dirty || !!fault} onClick={save}>
          保存设置
        </Button>
      </div>
    </Stack>
  );
}

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
    <details className={css.fold} open={open}>
      <summary>
        <Icon name="right" size={14} />
        {title}
      </summary>
      <ul className={css.kinds}>
        {kinds.map((kind) => {
          const choice = draft.choices[kind.code]!;
          return (
            <li key={kind.code}>
              <div>{kind.name}</div>
              {kind.offered.length === 0 ? (
                <span className={css.note}>只发站内信</span>
              ) : (
                <div className={css.ways} style={{ '--columns': columns.length } as CSSProperties}>
                  {columns.map((column) => {
                    if (column === 'DIGEST')
                      return (
                        kind.digestible && (
                          <Checkbox
                            key={column}
                            style={{ gridColumn: columns.length }}
                            aria-label={`每日汇总：${kind.name}`}
                            checked={choice.digest}
                            disabled={isInSiteAlone(kind, choice)}
                            onChange={({ target }) => gathers(kind, target.checked)}
                          >
                            每日汇总
                          </Checkbox>
                        )
                      );
                    if (!kind.offered.includes(column)) return null;
                    return (
                      <Checkbox
                        key={column}
                        style={{ gridColumn: columns.indexOf(column) + 1 }}
                        aria-label={`${WAY_NAMES[column]}：${kind.name}`}
                        checked={!choice.declined.includes(column)}
                        onChange={({ target }) => wants(kind, column, target.checked)}
                      >
                        {WAY_NAMES[column]}
                      </Checkbox>
                    );
                  })}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
