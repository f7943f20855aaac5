import { longDate } from '../ui/format';

/** From one day to another, both of them included. */
export function DateRange({ from, to }: { from: string; to: string }) {
  return (
    <span>
      申报时间 <time dateTime={from}>{longDate(from)}</time> 至 <time dateTime={to}>{longDate(to)}</time>
    </span>
  );
}
