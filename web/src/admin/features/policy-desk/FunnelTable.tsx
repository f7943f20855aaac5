import type { PolicyFunnel } from '@/shared/api';
import { numberText, PlainTable, yuanInRow } from '@/shared/ui';

export const STAGES = [
  { key: 'matched', name: '匹配' },
  { key: 'told', name: '推送' },
  { key: 'opened', name: '打开' },
  { key: 'filed', name: '申报' },
  { key: 'approved', name: '通过' },
  { key: 'paid', name: '兑付' },
] as const satisfies { key: keyof PolicyFunnel; name: string }[];

/** How some policies are taken up, each in a row. */
export function FunnelTable({ funnels }: { funnels: PolicyFunnel[] }) {
  return (
    <PlainTable
      figures
      head={['政策', ...STAGES.map(({ name }) => `${name}（家）`), '兑付金额']}
      rows={funnels.map((funnel) => [
        funnel.title,
        ...STAGES.map(({ key }) => numberText(funnel[key])),
        yuanInRow(funnel.amountPaid),
      ])}
    />
  );
}
