import { useParams } from 'react-router';
import type { AnswerOf } from '@/shared/api/paths';
import { SECTIONS, useArticle, WideCover } from '@/shared/fairs';
import { dateTimeText, Definition, Loaded, Skeleton, usePageTitle } from '@/shared/ui';
import { Prose } from '@/shared/ui/Prose';
import { Body, LinkButton, Section } from '../../ui';
import css from './finance.module.css';

type Detail = AnswerOf<'get', '/api/finance/articles/{id}'>;

export default function ArticlePage() {
  const { id = '' } = useParams();
  const query = useArticle(id);
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={14} />}
      instead={<LinkButton to="/finance/news">看看其他资讯</LinkButton>}
    >
      {(detail) => <Shown detail={detail} />}
    </Loaded>
  );
}

function Shown({ detail: { article, body, sourceUrl } }: { detail: Detail }) {
  usePageTitle(article.title);
  return (
    <Body>
      <Section title={article.title}>
        {article.cover && <WideCover of={article.cover} />}
        <p className={css.meta}>
          {SECTIONS[article.section]}，来源 {article.source}，
          <span className="zq-whole">{dateTimeText(article.publishedAt)}</span>
        </p>
        <p>{article.summary}</p>
      </Section>
      {article.organisation && (
        <Section title="联系方式">
          <Definition
            columns={1}
            items={[
              { label: '机构或窗口', value: article.organisation },
              { label: '电话', value: <a href={`tel:${article.phone}`}>{article.phone}</a> },
              { label: '服务时间', value: article.hours },
              { label: '地址', value: article.address },
              { label: '服务内容', value: article.services },
            ]}
          />
        </Section>
      )}
      <Section title="正文">
        <Prose text={body} />
        {sourceUrl && (
          <p>
            <a href={sourceUrl} target="_blank" rel="noreferrer">
              查看原文
            </a>
          </p>
        )}
      </Section>
    </Body>
  );
}
