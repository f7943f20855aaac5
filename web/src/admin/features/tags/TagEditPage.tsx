import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, ProblemError, useSubmit, type CriteriaFault, type TagDetail } from '@/shared/api';
import { Loaded } from '@/shared/ui';
import { ActionBar, MainButton, PageHead, Panel } from '../../ui/page';
import { useEditing } from '../../ui/useEditing';
import { Conditions } from '../policy-drafts/criteria/Conditions';
import type { Criterion } from '../policy-drafts/criteria/model';
import { KINDS, originOf, optionsOf, SUBJECTS } from './words';

interface Values {
  subject: TagDetail['subject'];
  kind: TagDetail['kind'];
  derived: boolean;
  name: string;
  category: string;
  description?: string;
  criteria?: Criterion;
}

/** A tag is written here: what it is called, and by which conditions it is derived, if it is. */
export default function TagEditPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['tags', 'one', id],
    queryFn: ({ signal }) => api.get('/api/match/tags/{id}', { path: { id: id ?? '' }, signal }),
    enabled: !!id,
  });
  if (!id) return <Editor />;
  return (
    <Loaded page query={query}>
      {(tag) => <Editor key={tag.version} tag={tag} />}
    </Loaded>
  );
}

function Editor({ tag }: { tag?: TagDetail }) {
  const editing = useEditing<Values>('这个标签', 'tags', '/tags', 'content');
  const [refused, setRefused] = useState<CriteriaFault[]>([]);
  const subject = Form.useWatch('subject', editing.form) ?? tag?.subject ?? 'ENTERPRISE';
  const kind = Form.useWatch('kind', editing.form) ?? tag?.kind ?? 'BASIC';
  const byFact = Form.useWatch('derived', editing.form) ?? !!tag?.criteria;
  const derived = subject === 'ENTERPRISE' && (kind === 'ADVANCED' || byFact);
  const categories = useQuery({
    queryKey: ['tags', 'categories', subject],
    queryFn: ({ signal }) => api.get('/api/match/tags/categories', { query: { subject }, signal }),
  });
  const save = useSubmit(
    (values: Values, idempotencyKey) => {
      const content = {
        name: values.name.trim(),
        category: values.category.trim(),
        description: values.description?.trim() || undefined,
        criteria: derived ? (values.criteria as unknown as Record<string, unknown>) : undefined,
      };
      return tag
        ? api.put('/api/match/tags/{id}', { path: { id: tag.id }, body: { version: tag.version, content } })
        : api.post('/api/match/tags', {
            body: { subject, kind: subject === 'POLICY' ? 'BASIC' : kind, content },
            idempotencyKey,
          });
    },
    {
      onSuccess: ({ id }) => editing.onSaved(id),
      onError: (error) => {
        if (error instanceof ProblemError && error.code === 'CRITERIA_FAULTY')
          setRefused(error.problem.faults as CriteriaFault[]);
        editing.onError(error);
      },
    },
  );
  return (
    <Form<Values>
      {...editing.formProps(save.mutate)}
      initialValues={{
        subject: tag?.subject ?? 'ENTERPRISE',
        kind: tag?.kind ?? 'BASIC',
        derived: !!tag?.criteria,
        name: tag?.name,
        category: tag?.category,
        description: tag?.description,
        criteria: tag?.criteria as Criterion | undefined,
      }}
    >
      {editing.guard}
      <PageHead title={tag ? `修改标签“${tag.name}”` : '新建标签'} />
      {editing.summary}
      <Panel title="标签">
        <Form.Item name="subject" label="对象" required>
          <Radio.Group disabled={!!tag} options={optionsOf(SUBJECTS)} />
        </Form.Item>
        {subject === 'ENTERPRISE' && (
          <Form.Item
            name="kind"
            label="类型"
            required
            extra="基础标签取自一项指标或人工设置，进阶标签由几项条件得出"
          >
            <Radio.Group disabled={!!tag} options={optionsOf(KINDS)} />
          </Form.Item>
        )}
        {subject === 'ENTERPRISE' && kind === 'BASIC' && (
          <Form.Item name="derived" label="得出方式" required>
            <Radio.Group
              disabled={!!tag}
              options={[
                { value: false, label: originOf(false) },
                { value: true, label: '取自一项指标' },
              ]}
            />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label="标签名称"
          rules={[{ required: true, whitespace: true, message: '请填写标签名称' }]}
        >
          <Input maxLength={20} showCount autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="category"
          label="分类"
          rules={[{ required: true, whitespace: true, message: '请填写分类' }]}
          extra={subject === 'POLICY' ? '如主题、受众、支持方式' : '如行业、规模、园区、资质'}
        >
          <AutoComplete
            maxLength={20}
            options={(categories.data ?? []).map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => !!option?.value.includes(typed) }}
          />
        </Form.Item>
        <Form.Item name="description" label="说明">
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Panel>
      {derived && (
        <Panel title="判定条件">
          <Form.Item name="criteria" rules={[{ required: true, message: '请填写判定条件' }]}>
            <Conditions
              name="判定条件"
              empty="还没有判定条件。"
              title="条件说明"
              refused={refused}
              onChange={() => setRefused([])}
            />
          </Form.Item>
        </Panel>
      )}
      <ActionBar
        hint={
          editing.dirty ? '有修改尚未保存' : '条件按企业画像判定，不使用只对企业本人可见的数据（如涉税数据）'
        }
      >
        <MainButton htmlType="submit" loading={save.isPending}>
          保存
        </MainButton>
      </ActionBar>
    </Form>
  );
}
