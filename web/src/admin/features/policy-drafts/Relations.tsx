import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api, type PolicyDraft } from '@/shared/api';
import { label } from '@/shared/i18n';
import css from './DraftPage.module.css';

const KINDS = ['BASED_ON', 'IMPLEMENTS', 'AMENDS', 'INTERPRETS'] as const;

/** What this document has to do with others, besides being replaced by one. What others state of it stands below. */
export function Relations({ draft }: { draft: PolicyDraft }) {
  return (
    <div className={css.wide}>
      <Form.List name="relations">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <div
                key={field.key}
                className={css.relation}
                role="group"
                aria-label={`与其他文件的第 ${index + 1} 项关系`}
              >
                <Form.Item name={[field.name, 'kind']} label="本政策" required>
                  <Select
                    placeholder="请选择关系"
                    options={KINDS.map((value) => ({ value, label: label('policyRelation', value) }))}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'code']} label="政策" required>
                  <OtherPolicy draft={draft} />
                </Form.Item>
                <Button
                  size="small"
                  danger
                  aria-label={`删除与其他文件的第 ${index + 1} 项关系`}
                  onClick={() => remove(field.name)}
                >
                  删除
                </Button>
              </div>
            ))}
            <Button size="small" className={css.add} onClick={() => add({})}>
              添加与其他文件的关系
            </Button>
          </>
        )}
      </Form.List>
      {draft.relatedByOthers.length > 0 && (
        <ul>
          {draft.relatedByOthers.map(({ kind, words, policy }) => (
            <li key={kind + policy.code}>
              {words}：《{policy.title}》（{policy.code}）
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Searched by title, number or code among all that the library has. */
function OtherPolicy({
  draft,
  ...field
}: {
  draft: PolicyDraft;
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['policies', 'search', q],
    queryFn: ({ signal }) =>
      api.get('/api/policy/manage/policies', {
        query: { publication: 'PUBLISHED', size: 20, ...(q && { q }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const named = (one: { code: string; title: string; docNumber: string }) => ({
    value: one.code,
    label: `${one.title}（${[one.docNumber, one.code].filter(Boolean).join('，')}）`,
  });
  const hits = (found.data?.items ?? []).filter(({ id }) => id !== draft.policyId).map(named);
  const known = draft.related.map(named).filter(({ value }) => !hits.some((hit) => hit.value === value));
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      placeholder="输入名称、文号或编号查找"
      notFoundContent={found.isFetching ? '正在查找' : '没有找到，请换个词'}
      options={[...hits, ...(q ? [] : known), ...known.filter(({ value }) => q && value === field.value)]}
    />
  );
}
