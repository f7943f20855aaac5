import { Button, Checkbox, Input, Toast } from 'antd-mobile';
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
import { Fold } from '@/shared/ui/Fold';
import { useProblems } from '@/shared/ui/mobile';
import { Section } from '../../ui';
import css from './MessageSettingsPage.module.css';

/** 政策主题订阅 on the phone. */
export function PolicyTopics() {
  const problems = useProblems();
  const id = useId();
  const query = usePolicyTopics();
  const { draft, change, fault, add, adding, remove, removing } = useTopicDraft({
    onDone: (text) => void Toast.show(text),
    onFailed: (error) => problems(error),
  });
  return (
    <Section title="政策主题订阅">
      <p className={css.note}>{TOPICS_INTRO}</p>
      <Loaded query={query} compact>
        {(topics) => (
          <>
            {topics.length === 0 ? (
              <Empty compact title="还没有订阅政策主题" />
            ) : (
              <ul className={css.kinds}>
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
              <>
                <span className={css.words} aria-hidden="true">
                  政策类别
                </span>
                <Checkbox.Group
                  value={draft.categories}
                  onChange={(chosen) => change({ categories: chosen as typeof draft.categories })}
                >
                  <div className={css.ways} role="group" aria-label="政策类别">
                    {POLICY_CATEGORIES.map((value) => (
                      <Checkbox key={value} value={value}>
                        {label('policyCategory', value)}
                      </Checkbox>
                    ))}
                  </div>
                </Checkbox.Group>
                <span className={css.words} aria-hidden="true">
                  政策级别
                </span>
                <Checkbox.Group
                  value={draft.levels}
                  onChange={(chosen) => change({ levels: chosen as typeof draft.levels })}
                >
                  <div className={css.ways} role="group" aria-label="政策级别">
                    {POLICY_LEVELS.map((value) => (
                      <Checkbox key={value} value={value}>
                        {label('policyLevel', value)}
                      </Checkbox>
                    ))}
                  </div>
                </Checkbox.Group>
                <Fold
                  title={`所属行业${draft.industries.length > 0 ? `（已选 ${draft.industries.length} 项）` : ''}`}
                >
                  <p className={css.note}>{INDUSTRIES_HINT}</p>
                  <Checkbox.Group
                    value={draft.industries}
                    onChange={(chosen) => change({ industries: chosen as typeof draft.industries })}
                  >
                    <div className={css.ways} role="group" aria-label="所属行业">
                      {INDUSTRY_OPTIONS.map(({ value, label: name }) => (
                        <Checkbox key={value} value={value}>
                          {name}
                        </Checkbox>
                      ))}
                    </div>
                  </Checkbox.Group>
                </Fold>
                <label className={css.words} htmlFor={id}>
                  关键词
                  <Input
                    id={id}
                    value={draft.words}
                    maxLength={30}
                    placeholder="政策名称或发文机关中的文字"
                    onChange={(words) => change({ words })}
                  />
                </label>
                <Button
                  block
                  color="primary"
                  fill="outline"
                  disabled={!!fault}
                  loading={adding}
                  onClick={add}
                >
                  订阅
                </Button>
              </>
            ) : (
              <p className={css.note}>最多订阅 {MOST_TOPICS} 个主题，取消一个后可以再订阅。</p>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
