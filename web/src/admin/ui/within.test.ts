import { expect, test } from 'vitest';
import { figureFault, within } from './within';

const sources = import.meta.glob(['../**/*.tsx', '../../portal/**/*.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

test('what is out of range is told with the range', () => {
  expect(figureFault(0, 0.0001, 100, 4)).toBe('应在 0.0001 到 100 之间，最多 4 位小数');
  expect(figureFault(201, 1, 200)).toBe('应为 1 到 200 的整数');
  expect(figureFault(200, 1, 200)).toBeUndefined();
  expect(figureFault(null, 1, 200)).toBeUndefined();
});

test('decimals that there cannot be are refused, not rounded away', async () => {
  expect(figureFault(1.5, 1, 200)).toBe('应为 1 到 200 的整数');
  expect(figureFault(4.12345, 0.0001, 24, 4)).toMatch('最多 4 位小数');
  expect(figureFault(4.1234, 0.0001, 24, 4)).toBeUndefined();
  expect(figureFault(999_999_999_999.99, 0.01, 999_999_999_999.99, 2)).toBeUndefined();
  await expect(within(1, 200).validator({}, 1.5)).rejects.toThrow('整数');
});

test('no form of the console or the portal changes a figure that was typed', () => {
  const clamping = Object.entries(sources)
    .filter(([, source]) =>
      /<InputNumber(?:<number>)?[^>]*\s(?:min|max)=|\sprecision=/.test(source as string),
    )
    .map(([file]) => file);
  expect(clamping).toEqual([]);
});
