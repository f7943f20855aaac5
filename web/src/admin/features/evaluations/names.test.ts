import { expect, it } from 'vitest';
import { coveredIn, namesIn } from './names';

it.each([
  ['示例市河湾区陈静科技有限公司等了两个月', []],
  ['陈静经理很耐心', ['陈静']],
  ['办得很快', []],
  ['客户经理曹佳涛态度生硬，请找周涛敏', ['曹佳涛', '周涛敏']],
  ['信贷部李经理不回电话', ['李经理']],
  ['经理和主任都很好', []],
  ['客户经理高度重视，联系方式有效', []],
  ['感谢客户经理，办得很快', []],
  ['由于客户经理态度不好，对于贷款专员的服务不满意', []],
  ['谢谢王经理，也向银行经理反映过', ['王经理']],
  ['客户经理何时回复', []],
])('%s', (words, names) => {
  expect(
    namesIn([undefined, words], {
      enterprise: '示例市河湾区陈静科技有限公司',
      shortNames: [],
      people: ['陈静', '李', '客户经理 曹佳涛'],
    }),
  ).toEqual(names);
});

it('short names that the service finds stand first, also those that begin as another', () => {
  expect(
    namesIn(['星河科技等了两个月，星河谢谢陈静'], { shortNames: ['星河科技', '星河'], people: ['陈静'] }),
  ).toEqual(['星河科技', '星河', '陈静']);
});

it('of an anonymous one whose enterprise is not told the people are looked for all the same', () => {
  expect(namesIn(['陈静不接电话'], { shortNames: [], people: ['陈静', '陈静'] })).toEqual(['陈静']);
});

it('what is covered is covered wherever it stands, the longest first', () => {
  expect(coveredIn('星河科技的星河', ['星河', '星河科技'])).toBe('***的***');
});
