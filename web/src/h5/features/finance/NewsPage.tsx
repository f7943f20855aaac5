import { Button } from 'antd-mobile';
import { useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { CoverPicture, isSection, SECTIONS } from '@/shared/fairs';
import { Empty, longDate, usePageTitle } from '@/shared/ui';
import { Body, Choice, Section } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import { FairRow } from './FairRow';

/** 融资资讯, 金融行业动态 and 金融直通车: one list, of which the address names the section. */
export default function NewsPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const named = params.get('section');
  const section = isSection(named) ? named : undefined;
  usePageTitle(section ? SECTIONS[section] : '金融资讯');
  const query = useGrowing(['articles', 'list', section, q], (page, signal) =>
    api.get('/api/finance/articles', { signal, query: { q: q || undefined, section, page, size: 20 } }),
  );
  const show = (next: { q?: string; section?: string }) =>
    setParams(
      Object.fromEntries(Object.entries({ q, section, ...next }).filter(([, value]) => value)) as Record<
        string,
        string
      >,
      { replace: true },
    );
  return (
    <Body>
      <Search
        key={q}
        label="搜索金融资讯"
        placeholder="标题、机构、来源"
        value={q}
        onSearch={(words) => show({ q: words })}
      />
      <Choice
        name="栏目"
        chosen={section ?? ''}
        options={[['', '全部'], ...Object.entries(SECTIONS)]}
        onChoose={(next) => show({ section: next })}
      />
      <Growing
        query={query}
        empty={
          <Empty title="没有相关内容">
            {(q || section) && <Button onClick={() => setParams({}, { replace: true })}>清除条件</Button>}
          </Empty>
        }
      >
        {(items) => (
          <Section flush>
            {items.map((one) => (
              <FairRow
                key={one.id}
                cover={<CoverPicture of={one.cover} kind={one.section} />}
                to={`/finance/news/${one.id}`}
                title={one.title}
                note={
                  <>
                    {one.organisation ? `${one.organisation}，${one.phone}` : one.summary}
                    <br />
                    {one.source}，<span className="zq-whole">{longDate(one.publishedAt)}</span>
                  </>
                }
              />
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}
