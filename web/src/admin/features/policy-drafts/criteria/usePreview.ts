import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type GoldenCase } from '@/shared/api';
import type { Criterion } from './model';

const PAUSE = 500;

/** What the server says of the tree as it stands: faults, or the conditions in words and how the cases come out. */
export function usePreview(criteria: Criterion | undefined, cases: GoldenCase[]) {
  const [asked, setAsked] = useState({ criteria, cases });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ criteria, cases }), PAUSE);
    return () => clearTimeout(timer);
  }, [criteria, cases]);
  const complete = asked.cases.filter((one) => one.name.trim());
  return useQuery({
    queryKey: ['policy-criteria-preview', asked.criteria, complete],
    queryFn: ({ signal }) =>
      api.post('/api/policy/manage/criteria/preview', {
        body: { criteria: asked.criteria as unknown as Record<string, unknown>, cases: complete },
        signal,
      }),
    enabled: !!asked.criteria,
    placeholderData: asked.criteria ? keepPreviousData : undefined,
  });
}
