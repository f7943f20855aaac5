import { expect, it } from 'vitest';
import { coveredIn, namesIn, stemOf } from './names';

const places = ['示例市', '河湾区'];

it.each([
  ['示例市河湾区星河科技有限公司', '星河科技'],
  ['示例星河精密机械股份有限公司', '星河精密机械'],
  ['星河（示例）商贸有限责任公司', '星河商贸'],
  ['河湾区老街面馆', '老街面馆'],
  ['甲公司', '甲'],
])('%s is called %s', (name, stem) => {
  expect(stemOf(name, places)).toBe(stem);
});

it.each([
  ['星河科技等了两个月', ['星河科技']],
  ['我们星河等了两个月', ['星河']],
  ['示例市河湾区星河科技有限公司等了两个月', []],
  ['示例的银行都这样', []],
  ['陈静经理很耐心，星河谢谢她', ['星河', '陈静']],
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
      enterprise: '示例市河湾区星河科技有限公司',
      people: ['陈静', '李', '客户经理 曹佳涛'],
      places,
    }),
  ).toEqual(names);
});

it('of an anonymous one whose enterprise is not told the people are looked for all the same', () => {
  expect(namesIn(['陈静不接电话'], { people: ['陈静', '陈静'], places })).toEqual(['陈静']);
});

it('what is covered is covered wherever it stands, the longest first', () => {
  expect(coveredIn('星河科技的星河', ['星河', '星河科技'])).toBe('***的***');
});
