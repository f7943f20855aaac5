import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api, useMe } from '@/shared/api';
import { Definition, Loaded, Tag } from '@/shared/ui';
import { PageHead, pageCss, Panel } from '../../ui/page';
import { Preview } from '../policy-drafts/criteria/Preview';
import { Holders } from './Holders';
import { KINDS, originOf, SUBJECTS } from './words';

/** A tag with its rule, and who has it. */
export default function TagPage() {
  const { id = '' } = useParams();
  const { can } = useMe();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['tags', 'one', id],
    queryFn: ({ signal }) => api.get('/api/match/tags/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded page query={query}>
      {(tag) => (
        <div className={pageCss.page}>
          <PageHead
            title={tag.name}
            tags={<Tag tone={tag.retired ? 'quiet' : 'good'}>{tag.retired ? '已停用' : '使用中'}</Tag>}
          >
            {can('match.tag.manage') && (
              <Button onClick={() => void navigate(`/tags/${tag.id}/edit`)}>修改</Button>
            )}
          </PageHead>
          <Panel title="标签">
            <Definition
              items={[
                { label: '对象', value: SUBJECTS[tag.subject] },
                { label: '类型', value: KINDS[tag.kind] },
                { label: '分类', value: tag.category },
                { label: '得出方式', value: originOf(!!tag.criteria) },
                { label: '说明', value: tag.description, wide: true },
              ]}
            />
          </Panel>
          {tag.criteria && (
            <Preview
              title="判定条件"
              answer={{ faults: [], conditions: tag.conditions, outcomes: [] }}
              loading={false}
              error={null}
              empty={false}
            />
          )}
          <Holders tag={tag} />
        </div>
      )}
    </Loaded>
  );
}
