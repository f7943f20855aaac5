import { useQuery } from '@tanstack/react-query';
import { api } from '@/shared/api';
import { PROFILE } from '@/shared/match';
import { TagList } from '@/shared/match/TagList';
import { Loaded } from '@/shared/ui';
import { Panel } from '../../ui/Panel';

/** 企业标签: what departments set, and what follows from the profile. It changes with the profile. */
export function OwnTags() {
  const query = useQuery({
    queryKey: [...PROFILE, 'tags'],
    queryFn: ({ signal }) => api.get('/api/match/my/tags', { signal }),
  });
  return (
    <Panel title="企业标签">
      <Loaded query={query} compact>
        {(tags) => <TagList tags={tags} empty="还没有标签。部门设置的、按画像得出的标签会列在这里。" />}
      </Loaded>
    </Panel>
  );
}
