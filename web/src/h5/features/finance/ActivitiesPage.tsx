import { Button } from 'antd-mobile';
import { useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { CoverPicture, PhaseTag, placesText, placeText, timeText } from '@/shared/fairs';
import { Empty } from '@/shared/ui';
import { Body, Section } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import { FairRow } from './FairRow';

export default function ActivitiesPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const query = useGrowing(['activities', 'list', q], (page, signal) =>
    api.get('/api/finance/activities', { signal, query: { q: q || undefined, page, size: 20 } }),
  );
  const search = (value: string) => setParams(value ? { q: value } : {}, { replace: true });
  return (
    <Body>
      <Search key={q} label="搜索金融活动" placeholder="活动、主办单位" value={q} onSearch={search} />
      <Growing
        query={query}
        empty={
          <Empty title={q ? '没有找到相关活动' : '还没有金融活动'}>
            {q && <Button onClick={() => search('')}>清除条件</Button>}
          </Empty>
        }
      >
        {(items) => (
          <Section flush>
            {items.map((one) => (
              <FairRow
                key={one.id}
                cover={<CoverPicture of={one.cover} kind="ACTIVITY" />}
                to={`/finance/activities/${one.id}`}
                title={one.title}
                note={
                  <>
                    {timeText(one)}
                    <br />
                    {placeText(one)}
                    <br />
                    名额 {placesText(one)}
                  </>
                }
                aside={<PhaseTag of={one} />}
              />
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}
