import { useQuery } from '@tanstack/react-query';
import { api, type Claim } from '../api';
import { dateTimeText } from '../ui/format';

/** Who had covered fields of a claim shown, or opened its papers, as its applicant reads of it; nothing where nobody did. */
export function ClaimReadings({ of: claim }: { of: Claim }) {
  const { data } = useQuery({
    queryKey: ['claim', claim.id, 'readings'],
    queryFn: ({ signal }) => api.get('/api/code/my/claims/{id}/readings', { path: { id: claim.id }, signal }),
  });
  if (!data?.length) return null;
  return (
    <section>
      <h3>谁看过这份申请的材料</h3>
      <ul>
        {data.map((reading) => (
          <li key={reading.id}>
            <time dateTime={reading.at}>{dateTimeText(reading.at)}</time>{' '}
            {[reading.institutionName, reading.readerName].filter(Boolean).join(' ')}：
            {reading.revealed ? `${reading.revealed}（明文）` : reading.document}，{reading.purpose}
          </li>
        ))}
      </ul>
    </section>
  );
}
