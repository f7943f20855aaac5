import { Grouped } from './Grouped';

/** The number of an enterprise code as it is read out: its letters, its district, and the rest by fours. */
export function CodeNumber({ of: number }: { of: string }) {
  const groups = /^([A-Z]{2})(\d{6})(\d{4})(\d{4})$/.exec(number)?.slice(1);
  return <Grouped groups={groups ?? [number]} />;
}
