import type { EvaluationDetail } from '@/shared/api';

/** The family names that most people have, without those that begin other words as often: what is missed by this is found by whoever reads. */
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱江尹薛闫雷侯龙陶黎贺顾毛郝龚邵严覃武戴莫孔汤';
const OFFICE = '经理|主任|科长|处长|局长|行长|主管|专员|柜员|老师|同志|先生|女士|小姐';
/** What stands between a name and an office, and is neither. */
const PLACE = '客户|银行|贷款|信贷|大堂|值班|网点|支行|分行|窗口|柜台|项目|业务|部门|区域|中心';
/** What follows a name of two letters rather than ends one of three. */
const NO_END = '不很也都的了没在说是就和把将给对为要从又太真总与及时态办接来去到先等后，。；';
const PERSON = `[${FAMILY}][\\u4e00-\\u9fa5](?:(?![${NO_END}])[\\u4e00-\\u9fa5])?`;

/** People as they are spoken of in words: "客户经理曹佳涛", "找周涛敏", "张主任". */
function spokenOf(text: string): string[] {
  const named = [
    ...text.matchAll(new RegExp(`(?:${OFFICE}|联系人|找)(${PERSON})`, 'g')),
    ...text.matchAll(new RegExp(`([${FAMILY}](?:(?!${PLACE})[\\u4e00-\\u9fa5]){0,2}(?:${OFFICE}))`, 'g')),
  ];
  return named.map(([, name]) => name!);
}

/** An account is called by what its person does too: "客户经理 曹佳涛". */
const nameOf = (account: string) => account.trim().split(/\s+/).at(-1)!;

/**
 * Names that stay to be read when words are published: short names of the enterprise, which the service finds, and people whom the case knows. The full name is covered by the service.
 *
 * @param enterprise where its full name is known; no person is looked for in it
 */
export function namesIn(
  words: (string | undefined)[],
  { enterprise, shortNames, people }: { enterprise?: string; shortNames: string[]; people: string[] },
): string[] {
  const text = words.map((one) => (enterprise ? one?.replaceAll(enterprise, '　') : one)).join('\n');
  const spoken = [
    ...people.map(nameOf).filter((one) => one.length > 1 && text.includes(one)),
    ...spokenOf(text),
  ];
  const names = [...new Set([...shortNames, ...spoken])];
  // "曹佳涛态" is the name that is known, with a letter more; a short name is covered as far as it stands there.
  return names.filter(
    (one) => shortNames.includes(one) || !names.some((other) => other !== one && one.startsWith(other)),
  );
}

/** All that is said in words and read by everybody once it is published. */
export const wordsOf = ({ words, answerWords, againWords }: EvaluationDetail['evaluation']) =>
  [
    { title: '评价内容', text: words },
    { title: '处理结果', text: answerWords },
    { title: '再次评价内容', text: againWords },
  ].flatMap(({ title, text }) => (text ? [{ title, text }] : []));

export const namesOf = ({ evaluation: one, steps, shortNames, ownNames }: EvaluationDetail) =>
  namesIn(
    // What is covered is no name to be found.
    wordsOf(one).map(({ text }) => coveredIn(text, [...one.coveredWords, ...ownNames])),
    {
      // 申请人, who speaks for no enterprise, is no name.
      enterprise: one.enterpriseId && one.enterpriseName,
      shortNames,
      people: steps.flatMap((step) => step.byName ?? []),
    },
  );

/** The longest first, for a short one may stand within it. */
export const coveredIn = (text: string, cover: readonly string[]) =>
  [...cover]
    .sort((one, other) => other.length - one.length)
    .reduce((said, one) => (one ? said.replaceAll(one, '***') : said), text);
