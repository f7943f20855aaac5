import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '@/shared/api';
import { Report } from './Report';

/** 企业信息报告 for a demand whose enterprise lets the bank see whose it is. */
export default function DemandReportPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['demands', 'report', id],
    queryFn: ({ signal }) => api.get('/api/finance/demand-claims/{id}/report', { path: { id }, signal }),
    // Each reading is told to the enterprise: only one that is meant.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Report
      query={query}
      back="/demands"
      file={() => api.file('/api/finance/demand-claims/{id}/report.pdf', { path: { id } })}
    />
  );
}
