import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '@/shared/api';
import { Icon, prefersStill, tidied, timeAgo, Words } from '@/shared/ui';
import { Wrap } from '../../ui';
import css from './Ticker.module.css';

const SECONDS = 5;

/** The latest events, one at a time. Stops while the pointer or the focus is on it, or for good by its button. */
export function Ticker() {
  const { data = [] } = useQuery({
    queryKey: ['ticker'],
    queryFn: ({ signal }) => api.get('/api/stats/public/ticker', { signal }),
    staleTime: 60_000,
    refetchInterval: 60_000,
  });
  const [at, setAt] = useState(0);
  const [stopped, setStopped] = useState(prefersStill);
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (stopped || held || data.length < 2) return;
    const timer = setInterval(() => setAt((now) => now + 1), SECONDS * 1000);
    return () => clearInterval(timer);
  }, [stopped, held, data.length]);

  if (!data.length) return null;
  const item = data[at % data.length]!;
  const step = (by: number) => setAt((now) => (now + by + data.length) % data.length);
  return (
    <section
      className={css.ticker}
      aria-label="最新动态"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Wrap className={css.inner}>
        <h2>最新动态</h2>
        <p key={at} className={css.item}>
          <Words>{tidied(item.text)}</Words>
          <time dateTime={item.at}>{timeAgo(item.at)}</time>
        </p>
        <div className={css.controls}>
          <button type="button" aria-label="上一条" onClick={() => step(-1)}>
            <Icon name="left" size={16} />
          </button>
          <button type="button" aria-label="下一条" onClick={() => step(1)}>
            <Icon name="right" size={16} />
          </button>
          <button
            type="button"
            aria-label={stopped ? '开始滚动' : '暂停滚动'}
            aria-pressed={stopped}
            onClick={() => setStopped(!stopped)}
          >
            <Icon name={stopped ? 'play' : 'pause'} size={16} />
          </button>
        </div>
      </Wrap>
    </section>
  );
}
