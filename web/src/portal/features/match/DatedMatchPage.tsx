import dayjs from 'dayjs';
import { DatedMatch, type DatedPaths } from '@/shared/match/DatedMatch';
import { DayField } from '@/shared/ui/antd/DayField';
import { Notice, PageHead, Wrap } from '../../ui';
import css from './DatedMatchPage.module.css';
import { MatchRow } from './MatchRow';
import { PaperHead } from './PaperHead';

const paths: DatedPaths = {
  policy: (code) => `/policies/${code}`,
  loan: (code) => `/loans/${code}`,
};

export default function DatedMatchPage() {
  return (
    <>
      <PaperHead />
      <PageHead
        title="按日期匹配"
        intro="选一个日期，按那一天重新计算：过去的日期，看新旧政策交替前后有什么不同；今后的日期，看现在已发布的条款到那一天的结论。"
      />
      <Wrap>
        <DatedMatch
          paths={paths}
          notice={(text) => <Notice tone="bad">{text}</Notice>}
          row={(match, said) => <MatchRow grouped match={match} said={said} />}
          dayField={({ id, value, min, max, onChange }) => (
            <div>
              <DayField
                id={id}
                value={value ? dayjs(value) : null}
                first={min}
                last={max}
                aria-describedby={`${id}-hint`}
                onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
              />
              <p id={`${id}-hint`} className={css.hint}>
                可直接填写，如 2026-11-27
              </p>
            </div>
          )}
        />
      </Wrap>
    </>
  );
}
