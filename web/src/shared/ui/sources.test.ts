import { expect, it } from 'vitest';
import {
  certaintyText,
  docNumberText,
  publicSources,
  remarkOf,
  sourceKind,
  sourcesIn,
  validityText,
} from './sources';

it('sources are links by their publisher, remarks stand beside them', () => {
  expect(
    sourcesIn(
      'https://www.gov.cn/a/content_7055562.htm (文号) ; https://www.stheadline.com/zh-hans/3537205/ (媒体报道,待核) ; etnet',
    ),
  ).toEqual([
    { url: 'https://www.gov.cn/a/content_7055562.htm', site: '中国政府网', kind: 'official', remark: '文号' },
    {
      url: 'https://www.stheadline.com/zh-hans/3537205/',
      site: '星岛头条',
      kind: 'press',
      remark: '媒体报道，待核',
    },
    { url: undefined, site: undefined, kind: undefined, remark: 'etnet' },
  ]);
});

it('a remark that repeats the publisher or the kind is left out', () => {
  const remarks = (text: string) => sourcesIn(text, { 'news.example.cn': '示例网' }).map(remarkOf);
  expect(remarks('https://www.stheadline.com/a (媒体报道)')).toEqual(['']);
  expect(remarks('https://www.stheadline.com/a (媒体报道,待核)')).toEqual(['待核']);
  expect(remarks('https://news.example.cn/b (示例网2023)')).toEqual(['']);
  expect(remarks('据公开资料整理')).toEqual(['据公开资料整理']);
});

it('only the government itself is the original; who is not known is a copy', () => {
  const text =
    'http://www.smx.gov.cn/a.html (2025年地方公告) ; https://www.lcdaily.cn/b (新华社2017-05-17) ; http://08654.cn/c';
  expect(sourceKind(text, 'http://www.smx.gov.cn/a.html')).toBe('local');
  expect(sourceKind(text, 'https://www.lcdaily.cn/b')).toBe('copy');
  expect(sourceKind(text, 'http://08654.cn/c')).toBe('copy');
  expect(sourceKind('', 'http://jjxxw.cq.gov.cn/d')).toBe('official');
  expect(sourceKind('', 'https://news.example.cn/d', { 'news.example.cn': '示例网' })).toBe('press');
  expect(sourceKind('', 'https://notgov.cn/d')).toBe('copy');
});

it('the public is led to no page that copied, and told how many there are', () => {
  const { told, copies } = publicSources(
    'https://www.gov.cn/a (文号) ; https://m.rongzi.com/b ; http://iqhub9.com/c (新华社) ; 据公开资料整理',
  );
  expect(told.map((one) => one.site ?? one.remark)).toEqual(['中国政府网', '据公开资料整理']);
  expect(copies).toBe(2);
});

it('a text without an address stays one', () => {
  expect(sourcesIn('据公开资料整理，原文待核实')).toEqual([{ remark: '据公开资料整理，原文待核实' }]);
});

it('what was checked and what was not is told in the words of the tags', () => {
  const certain = { verified: true, criteriaVerified: true, confidence: 'high' };
  expect(certaintyText(certain)).toBe('条款已核对');
  expect(certaintyText({ ...certain, verified: false })).toBe('条款待核实');
  expect(certaintyText({ ...certain, criteriaVerified: false })).toBe('条款已核对，条件参数待核实');
  expect(
    certaintyText({ verified: false, criteriaVerified: false, confidence: 'high(文号)/low(参数)' }),
  ).toBe('条款待核实（文号已核对，参数待核实），条件参数待核实');
});

it('what was read on a copy alone was checked with that, and the source does not say otherwise', () => {
  const checked = { verified: true, criteriaVerified: true, confidence: 'high' };
  const copy = 'http://dglyspjx.cn/dyjh/1075.html 转载条件与整理一致';
  expect(certaintyText({ ...checked, source: copy })).toBe('条款已与转载文本核对，未与发文机关核对');
  expect(certaintyText({ ...checked, source: `https://www.gov.cn/a ; ${copy}` })).toBe('条款已核对');
});

it('a validity is a day, what is known of it, or neither', () => {
  expect(validityText({ validTo: '2027-12-31' })).toBe('2027年12月31日');
  expect(validityText({ validityNote: '现行；是否修订待核实' })).toBe('现行；是否修订待核实');
  expect(validityText({})).toBe('未载明');
});

it('a number that is not known does not say twice what it would be the number of', () => {
  expect(docNumberText('文号待核实')).toBe('待核实');
  expect(docNumberText('渝府办发（文号待核实）')).toBe('渝府办发（文号待核实）');
  expect(docNumberText('国科发火〔2016〕32号')).toBe('国科发火〔2016〕32号');
});
