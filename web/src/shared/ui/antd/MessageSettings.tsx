import { App, Button, Checkbox, Input, Radio } from 'antd';
import { useId, useState, type ComponentType, type ReactNode } from 'react';
import type { MessageSettings as Settings } from '../../api';
import {
  isInSiteAlone,
  QUIET_HINT,
  quietFault,
  quietNames,
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
        <p className={css.note}>{QUIET_HINT}</p>
      </Panel>
      {settings.groups.length === 0 && <Empty title="没有可以设置的消息" />}
      {settings.groups.map((group) => (
        <Panel key={group.label} title={group.label} flush>
          <Fixed kinds={group.kinds.filter((kind) => kind.fixed)} />
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

/** What cannot be switched off takes no boxes: one sentence for each reason. */
function Fixed({ kinds }: { kinds: Kind[] }) {
  return [...new Set(kinds.map(({ because }) => because))].map((because) => (
    <p key={because} className={css.reason}>
      不能关闭：
      {kinds
        .filter((kind) => kind.because === because)
        .map(({ name }) => name)
        .join('、')}
      。{because}
    </p>
  ));
}

/** More kinds than this are folded, unless something was chosen among them. */
const FEW = 3;

function Kinds({
  kinds,
  draft,
  wants,
  gathers,
}: { kinds: Kind[] } & Pick<ReturnType<typeof useSettingsDraft>, 'draft' | 'wants' | 'gathers'>) {
  const chosen = kinds.filter(({ code }) => {
    const { declined, digest } = draft.choices[code]!;
    return digest || declined.length > 0;
  }).length;
  // As it was when the page was opened: what is chosen afterwards must not shut a list under the hand.
  const [open] = useState(kinds.length <= FEW || chosen > 0);
  if (!kinds.length) return null;
  return (
    <details className={css.fold} open={open}>
      <summary>
        <Icon name="right" size={14} />
        {kinds.length} 种消息可以设置{chosen > 0 && `，已调整 ${chosen} 种`}
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
                <div className={css.ways}>
                  {kind.offered.map((way) => (
                    <Checkbox
                      key={way}
                      aria-label={`${WAY_NAMES[way]}：${kind.name}`}
                      checked={!choice.declined.includes(way)}
                      onChange={({ target }) => wants(kind, way, target.checked)}
                    >
                      {WAY_NAMES[way]}
                    </Checkbox>
                  ))}
                  {kind.digestible && (
                    <Checkbox
                      aria-label={`每日汇总：${kind.name}`}
                      checked={choice.digest}
                      disabled={isInSiteAlone(kind, choice)}
                      onChange={({ target }) => gathers(kind, target.checked)}
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
    </details>
  );
}
