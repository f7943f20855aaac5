import { useQuery } from '@tanstack/react-query';
import { api, type AboutContent } from '@/shared/api';

/** What staff say of the enterprise code. */
export function useAbout() {
  return useQuery({
    queryKey: ['code-about'],
    queryFn: ({ signal }) => api.get('/api/code/about', { signal }),
    staleTime: 300_000,
  });
}

export const pictureUrl = ({ id }: Pick<AboutContent['pictures'][number], 'id'>) =>
  `/api/code/about/pictures/${id}`;
