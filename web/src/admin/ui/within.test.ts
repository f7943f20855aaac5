import { expect, test } from 'vitest';
import { within } from './within';

const sources = import.meta.glob('../features/**/*.tsx', { query: '?raw', import: 'default', eager: true });

test('what is out of range is told with the range', () => {
  expect(within(0.0001, 100).message).toBe('应在 0.0001 到 100 之间');
});

test('no form of the console changes a figure that was typed', () => {
  const clamping = Object.entries(sources)
    .filter(([, source]) => /<InputNumber(?:<number>)?[^>]*\s(?:min|max)=/.test(source as string))
    .map(([file]) => file);
  expect(clamping).toEqual([]);
});
