import { label } from '@/shared/i18n';
import { Skeleton } from '@/shared/ui';
import css from './Dashboard.module.css';

const CHARTS = [
  [css.bars, 2],
  [css.rings, 3],
] as const;

/** The cards of the figures before they come. Apart from the figures: those bring the charts with them. */
export function BoardSkeleton() {
  return (
    <div role="status" aria-label={label('common', 'loading')}>
      <div className={css.board} aria-hidden="true">
        <div className={css.totals}>
          {Array.from({ length: 3 }, (_, card) => (
            <Skeleton key={card} className={`${css.total} ${css.blank}`} lines={2} height={24} />
          ))}
        </div>
        {CHARTS.map(([row, cards]) => (
          <div key={cards} className={row}>
            {Array.from({ length: cards }, (_, card) => (
              <div key={card} className={css.card}>
                <Skeleton lines={1} height={20} />
                <Skeleton lines={1} height={260} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
