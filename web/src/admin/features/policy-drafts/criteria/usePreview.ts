import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { GoldenCase } from '@/shared/api';
import { OF_POLICIES, type Asked } from './asked';
import type { Criterion } from './model';

const PAUSE = 500;

/** What the server says of the tree as it stands: faults, or the conditions in words and how the cases come out. */
export function usePreview(criteria: Criterion | undefined, cases: GoldenCase[], whom: Asked = OF_POLICIES) {
  const [asked, setAsked] = useState({ criteria, cases });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ criteria, cases }), PAUSE);
    return () => clearTimeout(timer);
  }, [criteria, cases]);
  const complete = asked.cases.filter((one) => one.name.trim());
  return useQuery({
    queryKey: [`${whom.key}-criteria-preview`, asked.criteria, complete],
    queryFn: ({ signal }) => whom.preview(asked.criteria!, complete, signal),
    enabled: !!asked.criteria,
    placeholderData: asked.criteria ? keepPreviousData : undefined,
  });
}
