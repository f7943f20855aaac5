import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, type Article } from '@/shared/api';
import { CoverPicture, isSection, SECTION_INTROS, SECTIONS } from '@/shared/fairs';
import { longDate, Tag, useListUrlState, usePageTitle } from '@/shared/ui';
import { PageHead, Wrap } from '../../ui';
import { Facets } from '../../ui/Facets';
import { ListItem, SearchList } from '../../ui/List';

/** 融资资讯, 金融行业动态 and 金融直通车: one list, of which the address names the section. */
export default function NewsPage() {
  const [params] = useSearchParams();
  const named = params.get('section');
  const section = isSection(named) ? named : undefined;
  const state = useListUrlState<'/api/finance/articles'>({ size: 10 });
  const query = useQuery({
    queryKey: ['articles', 'list', state.query],
    queryFn: ({ signal }) => api.get('/api/finance/articles', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  const title = section ? SECTIONS[section] : '金融资讯';
  usePageTitle(title);
  return (
    <>
      <PageHead
        title={title}
        last={title}
        intro={section ? SECTION_INTROS[section] : '融资资讯、行业动态，以及可以直接联系的银行和金融办窗口'}
      />
      <Wrap>
        <SearchList
          state={state}
          query={query}
          placeholder="搜标题、机构或来源"
          filters={
            <Facets
              groups={[
                {
                  name: 'section',
                  title: '栏目',
                  items: Object.entries(SECTIONS).map(([value, label]) => ({ value, label })),
                },
              ]}
            />
          }
          home="/finance/news"
          nothing="还没有发布内容"
          row={(article) => <NewsRow article={article} />}
        />
      </Wrap>
    </>
  );
}

function NewsRow({ article }: { article: Article }) {
  return (
    <ListItem
      media={<CoverPicture of={article.cover} kind={article.section} />}
      tags={
        <p>
          <Tag>{SECTIONS[article.section]}</Tag> {article.pinned && <Tag tone="info">置顶</Tag>}
        </p>
      }
      over={article.organisation === article.title ? undefined : article.organisation}
      title={<Link to={`/finance/news/${article.id}`}>{article.title}</Link>}
      highlight={article.summary}
      facts={[
        ['电话', article.phone && <a href={`tel:${article.phone}`}>{article.phone}</a>],
        ['服务时间', article.hours],
        ['来源', article.source],
        ['发布时间', longDate(article.publishedAt)],
      ]}
    />
  );
}
