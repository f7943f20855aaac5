import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, useSubmit, type ArticleContent, type ManagedArticle } from '@/shared/api';
import { SECTIONS } from '@/shared/fairs';
import { Loaded } from '@/shared/ui';
import { LeaveGuard, optionalMark, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { Prose } from '@/shared/ui/Prose';
import { ActionBar, MainButton, PageHead, pageCss, Panel } from '../../ui/page';
import { isConflict, useWritingConflict } from '../../ui/useConflict';
import { CoverItems, coverOf } from './CoverItems';
import { MARKDOWN_HINT } from './markdown';

/** An article is written or changed here; it is handed in where it is shown. */
export default function ArticleEditPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['articles', 'managed', id],
    queryFn: ({ signal }) => api.get('/api/finance/manage/articles/{id}', { path: { id: id ?? '' }, signal }),
    enabled: !!id,
  });
  if (!id) return <Editor />;
  return (
    <Loaded page query={query}>
      {(article) => <Editor key={article.version} article={article} />}
    </Loaded>
  );
}

const LINE_FIELDS = ['organisation', 'phone', 'hours', 'address', 'services'] as const;

/** What the form holds of fields that are not shown does not go along. */
function contentOf({ cover, ...words }: ArticleContent): ArticleContent {
  const content = Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, value?.trim() || undefined]),
  ) as unknown as ArticleContent;
  content.cover = coverOf(cover);
  if (content.section !== 'DIRECT_LINE') for (const field of LINE_FIELDS) delete content[field];
  return content;
}

function Editor({ article }: { article?: ManagedArticle }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problems = useProblems();
  const { message } = App.useApp();
  const [form] = Form.useForm<ArticleContent>();
  const { summary, formProps } = useErrorSummary(form);
  const [dirty, setDirty] = useState(false);
  const [saved, setSaved] = useState<string>();
  // Only once the guard knows that nothing is left to be lost.
  useEffect(() => {
    if (saved) void navigate(`/articles/${saved}`, { replace: true });
  }, [saved, navigate]);
  const conflict = useWritingConflict('这篇资讯', [['articles']]);
  const section = Form.useWatch('section', form);
  const body = Form.useWatch('body', form);
  const save = useSubmit(
    (values: ArticleContent, idempotencyKey) => {
      const content = contentOf(values);
      return article
        ? api.put('/api/finance/manage/articles/{id}', {
            path: { id: article.id },
            body: { version: article.version, content },
          })
        : api.post('/api/finance/manage/articles', { body: content, idempotencyKey });
    },
    {
      onSuccess: ({ id }) => {
        void message.success('已保存');
        void queries.invalidateQueries({ queryKey: ['articles'] });
        setSaved(id);
      },
      onError: (error) => {
        setDirty(true);
        if (isConflict(error)) return void conflict(error);
        problems(error, form as never, (field) => field.replace(/^content\./, ''));
      },
    },
  );
  return (
    <Form<ArticleContent>
      form={form}
      layout="vertical"
      requiredMark={optionalMark}
      initialValues={article?.content ?? { section: 'FINANCING' }}
      {...formProps}
      onValuesChange={() => setDirty(true)}
      onFinish={(values) => {
        setDirty(false);
        save.mutate(values);
      }}
      className={pageCss.page}
    >
      <LeaveGuard when={dirty} text="修改还没有保存" kept="离开后这些修改会丢失。" />
      <PageHead title={article ? `修改“${article.content.title}”` : '新建金融内容'} />
      {summary}
      <Panel title="内容要素">
        <Form.Item name="section" label="栏目" rules={[{ required: true, message: '请选择栏目' }]}>
          <Select options={Object.entries(SECTIONS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Words name="title" label="标题" most={100} />
        <Words name="summary" label="摘要" most={300} rows={2} />
        <Words name="source" label="来源" most={100} hint="首发单位；平台自己编写的填本单位" />
        <Words name="sourceUrl" label="原文链接" most={500} optional />
        <CoverItems />
      </Panel>
      {section === 'DIRECT_LINE' && (
        <Panel title="联系方式">
          <Words name="organisation" label="机构或窗口" most={100} />
          <Words name="phone" label="电话" most={50} />
          <Words name="hours" label="服务时间" most={100} />
          <Words name="address" label="地址" most={200} optional />
          <Words name="services" label="服务内容" most={500} rows={2} optional />
        </Panel>
      )}
      <Panel title="正文">
        <Words name="body" label="正文" most={20_000} rows={12} hint={MARKDOWN_HINT} />
        {body && (
          <section aria-label="正文预览">
            <Prose text={body} />
          </section>
        )}
      </Panel>
      <ActionBar hint={dirty ? '有修改尚未保存' : '保存后可提交审核'}>
        <MainButton htmlType="submit" loading={save.isPending}>
          保存
        </MainButton>
      </ActionBar>
    </Form>
  );
}

function Words({
  name,
  label,
  most,
  rows,
  hint,
  optional = false,
}: {
  name: keyof ArticleContent;
  label: string;
  most: number;
  rows?: number;
  hint?: string;
  optional?: boolean;
}) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      rules={[{ required: !optional, whitespace: !optional, message: `请填写${label}` }]}
    >
      {rows ? (
        <Input.TextArea autoSize={{ minRows: rows }} maxLength={most} showCount />
      ) : (
        <Input maxLength={most} autoComplete="off" />
      )}
    </Form.Item>
  );
}
