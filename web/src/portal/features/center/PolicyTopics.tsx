import { App, Button, Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { label } from '@/shared/i18n';
import {
  INDUSTRIES_HINT,
  INDUSTRY_OPTIONS,
  MOST_TOPICS,
  POLICY_CATEGORIES,
  POLICY_LEVELS,
  topicText,
  TOPICS_INTRO,
  usePolicyTopics,
  useTopicDraft,
} from '@/shared/message-settings/topics';
import { Empty, Loaded } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { Panel } from '../../ui/Panel';
import css from './PolicyTopics.module.css';

/** 政策主题订阅: of which new policies a person wants to hear. */
export function PolicyTopics() {
  const { message } = App.useApp();
  const problems = useProblems();
  const id = useId();
  const query = usePolicyTopics();
  const { draft, change, fault, add, adding, remove, removing } = useTopicDraft({
    onDone: (text) => void message.success(text),
    onFailed: (error) => problems(error),
  });
  return (
    <Panel title="政策主题订阅">
      <p className={css.note}>{TOPICS_INTRO}</p>
      <Loaded query={query} compact>
        {(topics) => (
          <>
            {topics.length === 0 ? (
              <Empty compact title="还没有订阅政策主题" />
            ) : (
              <ul className={css.topics}>
                {topics.map((topic) => (
                  <li key={topic.id}>
                    {topicText(topic)}
                    <Button
                      size="small"
                      aria-label={`取消订阅：${topicText(topic)}`}
                      loading={removing === topic.id}
                      onClick={() => remove(topic.id)}
                    >
                      取消订阅
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            {topics.length < MOST_TOPICS ? (
              <div className={css.topic}>
                <span aria-hidden="true">政策类别</span>
                <Checkbox.Group
                  aria-label="政策类别"
                  value={draft.categories}
                  options={POLICY_CATEGORIES.map((value) => ({
                    value,
                    label: label('policyCategory', value),
                  }))}
                  onChange={(categories) => change({ categories })}
                />
                <span aria-hidden="true">政策级别</span>
                <Checkbox.Group
                  aria-label="政策级别"
                  value={draft.levels}
                  options={POLICY_LEVELS.map((value) => ({ value, label: label('policyLevel', value) }))}
                  onChange={(levels) => change({ levels })}
                />
                <div className={css.industries}>
                  <label htmlFor={`${id}industries`}>所属行业</label>
                  <Select
                    id={`${id}industries`}
                    mode="multiple"
                    value={draft.industries}
                    options={INDUSTRY_OPTIONS}
                    optionFilterProp="label"
                    placeholder="不限"
                    onChange={(industries) => change({ industries })}
                  />
                </div>
                <p className={css.note}>{INDUSTRIES_HINT}</p>
                <label htmlFor={id}>
                  关键词
                  <Input
                    id={id}
                    value={draft.words}
                    maxLength={30}
                    autoComplete="off"
                    placeholder="政策名称或发文机关中的文字"
                    onChange={({ target }) => change({ words: target.value })}
                  />
                </label>
                <Button type="primary" disabled={!!fault} loading={adding} onClick={add}>
                  订阅
                </Button>
              </div>
            ) : (
              <p className={css.note}>最多订阅 {MOST_TOPICS} 个主题，取消一个后可以再订阅。</p>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}
