import { useParams } from 'react-router';
import { SECTIONS, useArticle, WideCover } from '@/shared/fairs';
import { dateTimeText, Definition, Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import { Prose } from '@/shared/ui/Prose';
import type { AnswerOf } from '@/shared/api/paths';
import { ButtonLink, PageHead, Wrap } from '../../ui';
import { Article, Block } from '../../ui/Article';

type Detail = AnswerOf<'get', '/api/finance/articles/{id}'>;

/** One article; of the direct line with whom to call. */
export default function ArticlePage() {
  const { id = '' } = useParams();
  const query = useArticle(id);
  return (
    <Loaded
      page
      query={query}
      skeleton={
        <Wrap>
          <Skeleton lines={12} />
        </Wrap>
      }
    >
      {(detail) => <Shown detail={detail} />}
    </Loaded>
  );
}

function Shown({ detail: { article, body, sourceUrl } }: { detail: Detail }) {
  usePageTitle(article.title);
  const section = SECTIONS[article.section];
  return (
    <>
      <PageHead title={article.title} last={section} intro={article.summary} />
      <Wrap>
        <Article
          reading
          aside={
            <>
              <p>来源：{article.source}</p>
              <p>发布于 {dateTimeText(article.publishedAt)}</p>
              {sourceUrl && (
                <p>
                  <a href={sourceUrl} target="_blank" rel="noreferrer">
                    查看原文
                  </a>
                </p>
              )}
              <ButtonLink look="outline" to={`/finance/news?section=${article.section}`}>
                更多{section}
              </ButtonLink>
            </>
          }
        >
          {article.cover && <WideCover of={article.cover} />}
          {article.organisation && (
            <Block title="联系方式">
              <Definition
                items={[
                  { label: '机构或窗口', value: article.organisation },
                  { label: '电话', value: <a href={`tel:${article.phone}`}>{article.phone}</a> },
                  { label: '服务时间', value: article.hours },
                  { label: '地址', value: article.address },
                  { label: '服务内容', value: article.services, wide: true },
                ]}
              />
            </Block>
          )}
          <Block title="正文">
            <Prose text={body} />
          </Block>
        </Article>
      </Wrap>
    </>
  );
}
