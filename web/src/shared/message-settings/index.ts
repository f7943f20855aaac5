import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, isProblem, type MessageSettings, type MessageSettingsChange } from '../api';

type MessageKindSetting = MessageSettings['groups'][number]['kinds'][number];
type OuterWay = MessageKindSetting['offered'][number];
export type Quiet = MessageSettings['quiet'];

const SETTINGS = ['messages', 'settings'] as const;
const PATH = '/api/message/my/settings';

export const WAY_NAMES: Record<string, string> = {
  WECHAT: '公众号',
  SUBSCRIPTION: '订阅消息',
  SMS: '短信',
};

export const SETTINGS_INTRO =
  '站内信始终接收。其他方式按公众号、订阅消息、短信的顺序，前一种没有送达才用后一种，同一条消息不会收到两次。平台通知由运营人员选定方式，按选定的方式分别发送。';

/** Under the choice of quiet hours. */
export const QUIET_HINT =
  '免打扰时段内公众号、订阅消息和短信暂不发送，结束后再发。站内信不受影响，账号安全提醒随时发送。';

export function useMessageSettings() {
  return useQuery({ queryKey: SETTINGS, queryFn: () => api.get(PATH) });
}

export function quietNames({
  districtQuietFrom: from,
  districtQuietTo: to,
}: MessageSettings): Record<Quiet, string> {
  return {
    DISTRICT: from === to ? '按平台默认（目前不设）' : `按平台默认（${from} 至 ${overnight(from, to)}${to}）`,
    OWN: '自定时段',
    NONE: '不设免打扰',
  };
}

const overnight = (from: string, to: string) => (to < from ? '次日 ' : '');

/** By no way besides the inbox, as offered and as chosen. */
export const isInSiteAlone = (kind: MessageKindSetting, { declined }: Choice) =>
  kind.offered.every((way) => declined.includes(way));

/** What cannot be switched off takes no boxes: one sentence for each reason. */
export function fixedSentences(kinds: readonly MessageKindSetting[]): string[] {
  const fixed = kinds.filter((kind) => kind.fixed);
  return [...new Set(fixed.map(({ because }) => because))].map((because) => {
    const names = fixed.filter((kind) => kind.because === because).map(({ name }) => name);
    return `不能关闭：${names.join('、')}。${because ?? ''}`;
  });
}

const COLUMNS = ['WECHAT', 'SUBSCRIPTION', 'SMS', 'DIGEST'] as const;

/** The columns of boxes that these need: each way, and the gathering behind them, keeps its column from row to row. */
export const columnsOf = (kinds: readonly MessageKindSetting[]) =>
  COLUMNS.filter((column) =>
    kinds.some(({ offered, digestible }) =>
      column === 'DIGEST' ? digestible && offered.length > 0 : offered.includes(column),
    ),
  );

/** More kinds than this are folded, unless something was chosen among them. */
const FEW = 3;

/** Of these kinds: how many were changed, what to call them where they are folded, and whether they are shown at first. */
export function useFolded(kinds: readonly MessageKindSetting[], choices: Record<string, Choice>) {
  const changed = kinds.filter(({ code }) => {
    const { declined, digest } = choices[code]!;
    return digest || declined.length > 0;
  }).length;
  // As it was when the page was opened: what is chosen afterwards must not shut a list under the hand.
  const [open] = useState(kinds.length <= FEW || changed > 0);
  return {
    open,
    title: `${kinds.length} 种消息可以设置${changed > 0 ? `，已调整 ${changed} 种` : ''}`,
  };
}

export interface Choice {
  declined: OuterWay[];
  digest: boolean;
}

/** What is typed of the settings until it is saved. */
interface SettingsDraft {
  quiet: Quiet;
  from: string;
  to: string;
  choices: Record<string, Choice>;
}

function draftOf(settings: MessageSettings): SettingsDraft {
  return {
    quiet: settings.quiet,
    from: settings.quietFrom ?? '22:00',
    to: settings.quietTo ?? '08:00',
    choices: Object.fromEntries(
      settings.groups
        .flatMap((group) => group.kinds)
        .map(({ code, declined, digest }) => [code, { declined, digest }]),
    ),
  };
}

function changeOf({ version }: MessageSettings, draft: SettingsDraft): MessageSettingsChange {
  const own = draft.quiet === 'OWN';
  return {
    version,
    quiet: draft.quiet,
    quietFrom: own ? draft.from : undefined,
    quietTo: own ? draft.to : undefined,
    choices: Object.entries(draft.choices)
      .filter(([, choice]) => choice.declined.length > 0 || choice.digest)
      .map(([code, choice]) => ({ code, ...choice })),
  };
}

/** What is wrong with the hours that somebody typed. */
export function quietFault({ quiet, from, to }: SettingsDraft): string | undefined {
  if (quiet !== 'OWN') return undefined;
  if (!from || !to) return '请填写免打扰的起止时间';
  return from === to ? '结束时间不能与开始时间相同' : undefined;
}

/** The settings while they are changed, on either kind of page. */
export function useSettingsDraft(
  settings: MessageSettings,
  { onSaved, onFailed }: { onSaved: () => void; onFailed: (error: unknown) => void },
) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [dirty, setDirty] = useState(false);
  const change = (part: Partial<SettingsDraft>) => {
    setDirty(true);
    setDraft((before) => ({ ...before, ...part }));
  };
  const choose = (code: string, choice: Choice) => change({ choices: { ...draft.choices, [code]: choice } });
  const save = useMutation({
    mutationFn: () => api.put(PATH, { body: changeOf(settings, draft) }),
    onSuccess: (saved) => {
      setDirty(false);
      queries.setQueryData(SETTINGS, saved);
      onSaved();
    },
    onError: (error) => {
      if (isProblem(error, 'VERSION_CONFLICT')) void queries.invalidateQueries({ queryKey: SETTINGS });
      onFailed(error);
    },
  });
  return {
    draft,
    dirty,
    saving: save.isPending,
    change,
    wants: (kind: MessageKindSetting, way: OuterWay, wanted: boolean) => {
      const { declined, digest } = draft.choices[kind.code]!;
      const next = {
        declined: wanted ? declined.filter((one) => one !== way) : [...declined, way],
        digest,
      };
      // Where nothing goes out there is nothing to gather.
      choose(kind.code, isInSiteAlone(kind, next) ? { ...next, digest: false } : next);
    },
    gathers: (kind: MessageKindSetting, digest: boolean) =>
      choose(kind.code, { ...draft.choices[kind.code]!, digest }),
    save: () => save.mutate(),
  };
}
