import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useParams } from 'react-router';
import { api, useSubmit, type ArticleContent, type ManagedArticle } from '@/shared/api';
import { SECTIONS } from '@/shared/fairs';
import { Loaded } from '@/shared/ui';
import { Prose } from '@/shared/ui/Prose';
import { ActionBar, MainButton, PageHead, Panel } from '../../ui/page';
import { useEditing } from '../../ui/useEditing';
import { CoverItems, coverOf } from './CoverItems';
import { MARKDOWN_HINT, MarkdownExample } from './MarkdownExample';
import { Words } from './Words';

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
  const editing = useEditing<ArticleContent>('这篇资讯', 'articles', '/articles', 'content');
  const section = Form.useWatch('section', editing.form);
  const body = Form.useWatch('body', editing.form);
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
    { onSuccess: ({ id }) => editing.onSaved(id), onError: editing.onError },
  );
  return (
    <Form<ArticleContent>
      {...editing.formProps(save.mutate)}
      initialValues={article?.content ?? { section: 'FINANCING' }}
    >
      {editing.guard}
      <PageHead title={article ? `修改“${article.content.title}”` : '新建金融内容'} />
      {editing.summary}
      <Panel title="内容要素">
        <Form.Item name="section" label="栏目" rules={[{ required: true, message: '请选择栏目' }]}>
          <Select options={Object.entries(SECTIONS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Words<ArticleContent> name="title" label="标题" most={100} />
        <Words<ArticleContent> name="summary" label="摘要" most={300} rows={2} />
        <Words<ArticleContent>
          name="source"
          label="来源"
          most={100}
          hint="首发单位；平台自己编写的填本单位"
        />
        <Words<ArticleContent> name="sourceUrl" label="原文链接" most={500} optional />
        <CoverItems />
      </Panel>
      {section === 'DIRECT_LINE' && (
        <Panel title="联系方式">
          <Words<ArticleContent> name="organisation" label="机构或窗口" most={100} />
          <Words<ArticleContent> name="phone" label="电话" most={50} />
          <Words<ArticleContent> name="hours" label="服务时间" most={100} />
          <Words<ArticleContent> name="address" label="地址" most={200} optional />
          <Words<ArticleContent> name="services" label="服务内容" most={500} rows={2} optional />
        </Panel>
      )}
      <Panel title="正文">
        <Words<ArticleContent> name="body" label="正文" most={20_000} rows={12} hint={MARKDOWN_HINT} />
        <MarkdownExample />
        {body && (
          <section aria-label="正文预览">
            <Prose text={body} />
          </section>
        )}
      </Panel>
      <ActionBar hint={editing.dirty ? '有修改尚未保存' : '保存后可提交审核'}>
        <MainButton htmlType="submit" loading={save.isPending}>
          保存
        </MainButton>
      </ActionBar>
    </Form>
  );
}
