import { describe, expect, it } from 'vitest';
import type { ScanResult } from '../api';
import { advice, cleaned, scan, start, takesCode, type ScanEvent, type ScanState } from './flow';

const result = { scanId: 's', scannedAt: '2026-11-25T10:00:00+08:00' } as ScanResult;
const refusal = { code: 'CODE_EXPIRED', message: '该企业码已过期' };
const after = (from: ScanState, ...events: ScanEvent[]) => events.reduce(scan, from);

describe('a scan', () => {
  it('goes from a code over the question to the card', () => {
    const asked = after(start('CAMERA'), { type: 'read', content: 'ZQ1:abc' });
    expect(asked.phase).toEqual({ kind: 'sending', content: 'ZQ1:abc', source: 'CAMERA' });
    expect(scan(asked, { type: 'answered', result }).phase).toEqual({ kind: 'shown', result });
  });

  it('takes nothing else while the platform is asked, because a dynamic code works once', () => {
    const asked = after(start('CAMERA'), { type: 'read', content: 'ZQ1:abc' });
    for (const event of [
      { type: 'read', content: 'ZQ1:abc' },
      { type: 'read', content: 'ZQ1:other' },
      { type: 'picture' },
      { type: 'way', way: 'TYPED' },
      { type: 'again' },
    ] satisfies ScanEvent[])
      expect(scan(asked, event)).toBe(asked);
    expect(takesCode(asked)).toBe(false);
  });

  it('by camera rests until it is asked for again', () => {
    const shown = after(start('CAMERA'), { type: 'read', content: 'ZQ1:abc' }, { type: 'answered', result });
    expect(takesCode(shown)).toBe(false);
    expect(scan(shown, { type: 'read', content: 'ZQ1:abc' })).toBe(shown);
    expect(takesCode(scan(shown, { type: 'again' }))).toBe(true);
  });

  it('by a typing scanner may follow the last one at once, after a refusal too', () => {
    const shown = after(start('TYPED'), { type: 'read', content: 'ZQ1:a' }, { type: 'answered', result });
    expect(scan(shown, { type: 'read', content: 'ZQ1:b' }).phase.kind).toBe('sending');
    const refused = after(start('TYPED'), { type: 'read', content: 'ZQ1:a' }, { type: 'refused', refusal });
    expect(refused.phase).toEqual({ kind: 'refused', refusal });
    expect(scan(refused, { type: 'read', content: 'ZQ1:b' }).phase.kind).toBe('sending');
  });

  it('an answer that comes when nothing was asked changes nothing', () => {
    const ready = start('TYPED');
    expect(scan(ready, { type: 'answered', result })).toBe(ready);
    expect(scan(ready, { type: 'refused', refusal })).toBe(ready);
  });

  it('an empty line of a scanner is no code', () => {
    const ready = start('TYPED');
    expect(scan(ready, { type: 'read', content: ' \n' })).toBe(ready);
  });

  it('that could not be asked shows what the phone itself can tell', () => {
    const check = { outcome: 'FORGED' } as const;
    const asked = after(start('CAMERA'), { type: 'read', content: 'ZQ1:abc' });
    expect(scan(asked, { type: 'checked', check }).phase).toEqual({ kind: 'checked', check });
    expect(scan(start('CAMERA'), { type: 'checked', check })).toEqual(start('CAMERA'));
  });

  it('a picture without a code says so', () => {
    const state = after(start('PICTURE'), { type: 'picture' }, { type: 'nothing-found', lacks: 'CODE' });
    expect(state.phase).toMatchObject({ kind: 'refused', refusal: { code: 'NO_CODE' } });
  });

  it('a file that is no picture is not called an unclear one', () => {
    const state = after(start('PICTURE'), { type: 'picture' }, { type: 'nothing-found', lacks: 'PICTURE' });
    expect(state.phase).toMatchObject({
      kind: 'refused',
      refusal: { code: 'NO_PICTURE', message: expect.stringContaining('这个文件不是图片') as string },
    });
  });

  it('a picture that could not be looked at says so', () => {
    const state = after(start('PICTURE'), { type: 'picture' }, { type: 'refused', refusal });
    expect(state.phase).toEqual({ kind: 'refused', refusal });
  });

  it('another way of scanning starts afresh', () => {
    const refused = after(start('TYPED'), { type: 'read', content: 'x' }, { type: 'refused', refusal });
    expect(scan(refused, { type: 'way', way: 'CAMERA' })).toEqual(start('CAMERA'));
    expect(scan(refused, { type: 'way', way: 'TYPED' })).toBe(refused);
  });
});

it('what a scanner types is cleaned of line ends and full-width letters, and keeps its case', () => {
  expect(cleaned(' ＺＱ１：aB-c_9\r\n')).toBe('ZQ1:aB-c_9');
});

it('each refusal of a code comes with what to do', () => {
  for (const code of [
    'CODE_EXPIRED',
    'CODE_USED',
    'STATIC_CODE_REVOKED',
    'CODE_FROZEN',
    'CODE_REVOKED',
    'CODE_FOREIGN',
    'CODE_UNKNOWN',
  ])
    expect(advice(code)).toBeTruthy();
  expect(advice('INTERNAL_ERROR')).toBeUndefined();
});
