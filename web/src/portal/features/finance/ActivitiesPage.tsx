import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type Activity } from '@/shared/api';
import { CoverPicture, PhaseTag, placesText, placeText, timeText } from '@/shared/fairs';
import { dateTimeText, useListUrlState } from '@/shared/ui';
import { PageHead, Wrap } from '../../ui';
import { Facets } from '../../ui/Facets';
import { ListItem, SearchList } from '../../ui/List';

/** 金融活动: those that come, the next one first; then those that are over. */
export default function ActivitiesPage() {
  const state = useListUrlState<'/api/finance/activities'>({ size: 10 });
  const query = useQuery({
    queryKey: ['activities', 'list', state.query],
    queryFn: ({ signal }) => api.get('/api/finance/activities', { signal, query: state.query }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title="金融活动" intro="银企对接、政策宣讲与培训，在线报名，凭签到码到场" />
      <Wrap>
        <SearchList
          state={state}
          query={query}
          placeholder="搜活动、主办单位或参加对象"
          filters={
            <Facets
              groups={[
                {
                  name: 'over',
                  title: '活动时间',
                  items: [
                    { value: 'false', label: '未结束' },
                    { value: 'true', label: '已结束' },
                  ],
                },
              ]}
            />
          }
          home="/finance/activities"
          nothing="还没有金融活动"
          row={(activity) => <ActivityRow activity={activity} />}
        />
      </Wrap>
    </>
  );
}

function ActivityRow({ activity }: { activity: Activity }) {
  return (
    <ListItem
      media={<CoverPicture of={activity.cover} kind="ACTIVITY" />}
      tags={
        <p>
          <PhaseTag of={activity} />
        </p>
      }
      over={activity.organiser}
      title={<Link to={`/finance/activities/${activity.id}`}>{activity.title}</Link>}
      highlight={timeText(activity)}
      facts={[
        ['地点', placeText(activity)],
        ['名额', placesText(activity)],
        ['报名截止', dateTimeText(activity.signUpUntil)],
      ]}
    />
  );
}
