import type { PromiseSummary } from '@/shared/api';
import { numberText } from '@/shared/ui';
import css from './BoardPage.module.css';
import { STANDINGS, standings, type Standing } from './boards';

/** How many stand how; each figure chooses its list. */
export function Figures({
  summary,
  chosen,
  choose,
}: {
  summary: PromiseSummary;
  chosen: Standing;
  choose: (standing: Standing) => void;
}) {
  return (
    <ul className={css.figures} aria-label="承诺时限概况">
      {standings.map((standing) => {
        const count = summary.all[STANDINGS[standing].figure];
        const bad = standing === 'OVERDUE' && count > 0;
        return (
          <li key={standing}>
            <button type="button" aria-pressed={chosen === standing} onClick={() => choose(standing)}>
              <span>{STANDINGS[standing].label}</span>
              <b className={`zq-num ${bad ? css.bad : ''}`}>
                {numberText(count)} <small>件</small>
              </b>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
