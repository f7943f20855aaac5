import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useMe, useSubmit, type PolicyTopic, type PolicyTopicContent } from '../api';
import { label } from '../i18n';

const TOPICS = ['messages', 'policy-topics'] as const;
const PATH = '/api/message/my/policy-topics';

export const MOST_TOPICS = 10;
export const POLICY_CATEGORIES = ['TAX', 'INDUSTRY', 'INNOVATION', 'FUNDING'] as const;
export const POLICY_LEVELS = ['NATIONAL', 'MUNICIPAL', 'DISTRICT'] as const;

export const TOPICS_INTRO =
  '新发布的政策符合所订主题时告诉您一次。同一主题的条件须同时符合，不选表示不限；已按“政策推送”告诉您符合条件的，不再重复。';

/** What is typed of a topic. */
export interface TopicDraft {
  categories: PolicyTopicContent['categories'];
  levels: PolicyTopicContent['levels'];
  words: string;
}

const EMPTY: TopicDraft = { categories: [], levels: [], words: '' };

/** In words: what all has to hold. */
export const topicText = ({ categories, levels, words }: PolicyTopic): string =>
  [
    categories.map((one) => label('policyCategory', one)).join('或'),
    levels.map((one) => label('policyLevel', one)).join('或'),
    words && `含“${words}”`,
  ]
    .filter(Boolean)
    .join(' · ');

export function topicFault({ categories, levels, words }: TopicDraft): string | undefined {
  const typed = words.trim();
  if (typed.length === 1) return '关键词至少 2 个字';
  return categories.length || levels.length || typed ? undefined : '请至少选择一项类别、级别或填写关键词';
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
    ({ categories, levels, words }: TopicDraft, idempotencyKey) =>
      api.post(PATH, { body: { categories, levels, words: words.trim() || undefined }, idempotencyKey }),
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
