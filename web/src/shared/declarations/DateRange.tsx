import { longDate } from '../ui/format';

/** From one day to another, both of them included. */
export function DateRange({ name = '申报时间', from, to }: { name?: string; from: string; to: string }) {
  return (
    <span>
      {name} <time dateTime={from}>{longDate(from)}</time> 至 <time dateTime={to}>{longDate(to)}</time>
    </span>
  );
}
