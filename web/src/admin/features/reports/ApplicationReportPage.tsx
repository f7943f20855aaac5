import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '@/shared/api';
import { Report } from './Report';

/** 企业信息报告 for an application. */
export default function ApplicationReportPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['applications', 'report', id],
    queryFn: ({ signal }) => api.get('/api/finance/applications/{id}/report', { path: { id }, signal }),
    // Each reading is told to the enterprise: only one that is meant.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Report
      query={query}
      back={`/applications/${id}`}
      file={() => api.file('/api/finance/applications/{id}/report.pdf', { path: { id } })}
    />
  );
}
