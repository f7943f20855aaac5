import { Link, useNavigate } from 'react-router';
import { useMe } from '@/shared/api';
import { ARTICLE_STATUSES, ArticleTag, SECTIONS } from '@/shared/fairs';
import { dateText, dateTimeText, NONE, Tag } from '@/shared/ui';
import { ListPage } from '@/shared/ui/antd';
import { MainButton, pageCss } from '../../ui/page';
import { Reason } from '../../ui/Reason';

/** 金融内容: what is written, waits for its review, and is published of 融资资讯, 金融行业动态 and 金融直通车. */
export default function ArticlesPage() {
  const { can } = useMe();
  const navigate = useNavigate();
  return (
    <ListPage
      title="金融内容"
      intro="融资资讯、金融行业动态和金融直通车；由另一人审核后对外发布"
      queryKey={['articles', 'managed', 'list']}
      path="/api/finance/manage/articles"
      rowKey="id"
      defaultSort="changedAt,desc"
      exportPath="/api/finance/manage/articles/export"
      tabs={{
        name: 'status',
        label: '状态',
        options: Object.entries(ARTICLE_STATUSES).map(([value, label]) => ({ value, label })),
      }}
      filters={[
        { kind: 'text', name: 'q', label: '关键词', placeholder: '标题、摘要、来源、机构' },
        {
          kind: 'select',
          name: 'section',
          label: '栏目',
          options: Object.entries(SECTIONS).map(([value, label]) => ({ value, label })),
        },
      ]}
      toolbar={() =>
        can('finance.news.edit') && (
          <MainButton onClick={() => void navigate('/articles/new')}>新建内容</MainButton>
        )
      }
      empty={{ title: '还没有金融内容', hint: '新建并提交，由另一人审核后发布' }}
      columns={[
        {
          key: 'title',
          title: '标题',
          sorter: true,
          render: (_, { id, content, pinned }) => (
            <>
              <Link to={`/articles/${id}`}>{content.title}</Link>
              <span className={pageCss.sub}>
                {content.organisation ?? content.source} {pinned && <Tag tone="info">置顶</Tag>}
              </span>
            </>
          ),
        },
        { key: 'section', title: '栏目', sorter: true, render: (_, one) => SECTIONS[one.content.section] },
        {
          key: 'status',
          title: '状态',
          render: (_, one) => (
            <>
              <ArticleTag of={one} />
              {one.status === 'RETURNED' && one.returnReason && <Reason>{one.returnReason}</Reason>}
            </>
          ),
        },
        { key: 'author', title: '编写人', render: (_, one) => one.author },
        { key: 'decidedBy', title: '审核人', render: (_, one) => one.decidedBy ?? NONE },
        {
          key: 'publishedAt',
          title: '发布时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => (one.publishedAt ? dateText(one.publishedAt) : NONE),
        },
        {
          key: 'changedAt',
          title: '更新时间',
          sorter: true,
          className: pageCss.num,
          render: (_, one) => dateTimeText(one.changedAt),
        },
      ]}
    />
  );
}
