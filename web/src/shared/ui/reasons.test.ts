import { expect, it } from 'vitest';
import { enoughWords, tooFewWords } from './reasons';

it.each(['否', '  否    ', '　不同意　', ' 一二三四 '])(
  'blanks around “%s” do not make it a reason',
  async (typed) => {
    expect(tooFewWords('驳回的原因', typed)).toBe('驳回的原因不少于 5 字');
    await expect(enoughWords('驳回的原因').validator({}, typed)).rejects.toThrow('驳回的原因不少于 5 字');
  },
);

it.each([undefined, '', '   ', '一二三四五', '  一二三四五'])(
  '“%s” is not told to be too short',
  async (typed) => {
    expect(tooFewWords('驳回的原因', typed)).toBeUndefined();
    await expect(enoughWords('驳回的原因').validator({}, typed)).resolves.toBeUndefined();
  },
);
