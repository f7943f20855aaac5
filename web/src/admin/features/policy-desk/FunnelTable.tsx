import type { PolicyFunnel } from '@/shared/api';
import { inWan, PlainTable } from '@/shared/ui';
import css from './PolicyDesk.module.css';
import { StageFigure } from './StageFigure';
import { headOf, STAGES } from './stages';

/** How some policies are taken up, each in a row. */
export function FunnelTable({ funnels }: { funnels: PolicyFunnel[] }) {
  return (
    <PlainTable
      figures
      named
      head={['政策', ...STAGES.map(headOf), '兑付金额（万元）']}
      rows={funnels.map((funnel) => [
        <span key="title" className={css.title}>
          {funnel.title}
        </span>,
        ...STAGES.map((stage) => <StageFigure key={stage.key} funnel={funnel} stage={stage} dated />),
        inWan(funnel.amountPaid),
      ])}
    />
  );
}
