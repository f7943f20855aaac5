import dayjs from 'dayjs';
import { todayText } from '@/shared/ui';
import { within } from '../../ui/within';

/** Of a number of calls. */
export const callsRules = (most: number) => [{ required: true, message: '请填写' }, within(1, most)];

/** Between which days a key may end. */
export const dayLimits = () => ({
  firstDay: todayText(),
  lastDay: dayjs(todayText()).add(3, 'year').format('YYYY-MM-DD'),
});
