import { useQuery } from '@tanstack/react-query';
import { api } from '../api';
import { Loaded } from '../ui';
import { PROFILE } from './queries';
import { TagList } from './TagList';

/** 企业标签 of the own enterprise: what departments set, and what follows from the profile. It changes with the profile. */
export function OwnTags() {
  const query = useQuery({
    queryKey: [...PROFILE, 'tags'],
    queryFn: ({ signal }) => api.get('/api/match/my/tags', { signal }),
  });
  return (
    <Loaded query={query} compact>
      {(tags) => <TagList tags={tags} empty="还没有标签。部门设置的、按画像得出的标签会列在这里。" />}
    </Loaded>
  );
}
