import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useMe, useSubmit, type PolicyTopic, type PolicyTopicContent } from '../api';
import { label } from '../i18n';

const TOPICS = ['messages', 'policy-topics'] as const;
const PATH = '/api/message/my/policy-topics';

export const MOST_TOPICS = 10;
export const POLICY_CATEGORIES = ['TAX', 'INDUSTRY', 'INNOVATION', 'FUNDING'] as const;
export const POLICY_LEVELS = ['NATIONAL', 'MUNICIPAL', 'DISTRICT'] as const;

/** Sections (门类) of GB/T 4754—2017. */
const INDUSTRIES = {
  A: '农、林、牧、渔业',
  B: '采矿业',
  C: '制造业',
  D: '电力、热力、燃气及水生产和供应业',
  E: '建筑业',
  F: '批发和零售业',
  G: '交通运输、仓储和邮政业',
  H: '住宿和餐饮业',
  I: '信息传输、软件和信息技术服务业',
  J: '金融业',
  K: '房地产业',
  L: '租赁和商务服务业',
  M: '科学研究和技术服务业',
  N: '水利、环境和公共设施管理业',
  O: '居民服务、修理和其他服务业',
  P: '教育',
  Q: '卫生和社会工作',
  R: '文化、体育和娱乐业',
  S: '公共管理、社会保障和社会组织',
  T: '国际组织',
} as const satisfies Record<PolicyTopic['industries'][number], string>;

export const INDUSTRY_OPTIONS = (Object.keys(INDUSTRIES) as (keyof typeof INDUSTRIES)[]).map((value) => ({
  value,
  label: INDUSTRIES[value],
}));

export const TOPICS_INTRO =
  '新发布的政策符合所订主题时告诉您一次。同一主题的条件须同时符合，不选表示不限；已按“政策推送”告诉您符合条件的，不再重复。';

export const INDUSTRIES_HINT = '选择行业后，只告知条件或标签限定了所选行业的政策，不含不限行业的政策。';

/** What is typed of a topic. */
interface TopicDraft {
  categories: PolicyTopicContent['categories'];
  levels: PolicyTopicContent['levels'];
  industries: PolicyTopic['industries'];
  words: string;
}

const EMPTY: TopicDraft = { categories: [], levels: [], industries: [], words: '' };

/** In words: what all has to hold. */
export const topicText = ({ categories, levels, industries, words }: PolicyTopic): string =>
  [
    categories.map((one) => label('policyCategory', one)).join('或'),
    levels.map((one) => label('policyLevel', one)).join('或'),
    industries.map((one) => INDUSTRIES[one]).join('或'),
    words && `含“${words}”`,
  ]
    .filter(Boolean)
    .join(' · ');

function topicFault({ categories, levels, industries, words }: TopicDraft): string | undefined {
  const typed = words.trim();
  if (typed.length === 1) return '关键词至少 2 个字';
  return categories.length || levels.length || industries.length || typed
    ? undefined
    : '请至少选择一项类别、级别、行业或填写关键词';
}

/** Topics are of those who use the platform for an enterprise. */
export const useMayHaveTopics = () => useMe().me?.userType === 'ENTERPRISE';

export function usePolicyTopics() {
  return useQuery({ queryKey: TOPICS, queryFn: ({ signal }) => api.get(PATH, { signal }) });
}

/** One topic while it is put together, and its end, on either kind of page. */
export function useTopicDraft({
  onDone,
  onFailed,
}: {
  onDone: (text: string) => void;
  onFailed: (error: unknown) => void;
}) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(EMPTY);
  const anew = () => queries.invalidateQueries({ queryKey: TOPICS });
  const add = useSubmit(
    ({ words, ...chosen }: TopicDraft, idempotencyKey) =>
      api.post(PATH, { body: { ...chosen, words: words.trim() || undefined }, idempotencyKey }),
    {
      about: (typed) => JSON.stringify(typed),
      onSuccess: () => {
        setDraft(EMPTY);
        onDone('已订阅');
      },
      onError: onFailed,
      onSettled: anew,
    },
  );
  const remove = useMutation({
    mutationFn: (id: string) => api.delete('/api/message/my/policy-topics/{id}', { path: { id } }),
    onSuccess: () => onDone('已取消订阅'),
    onError: onFailed,
    onSettled: anew,
  });
  return {
    draft,
    change: (part: Partial<TopicDraft>) => setDraft((before) => ({ ...before, ...part })),
    fault: topicFault(draft),
    add: () => add.mutate(draft),
    adding: add.isPending,
    remove: remove.mutate,
    removing: remove.isPending ? remove.variables : undefined,
  };
}
