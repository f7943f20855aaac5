/** What an enterprise is by the law, at the end of its name. */
const FORMS =
  /(?:股份有限公司|有限责任公司|有限公司|总公司|分公司|公司|集团|合伙企业|合作社|工作室|经营部|商行|厂|店)+$/;

/** What people call an enterprise by: without where it lies and what it is by the law. */
export function stemOf(enterprise: string, places: string[]): string {
  let stem = enterprise.replace(/[（(][^）)]*[）)]/g, '');
  const known = places
    .flatMap((place) => [place, place.replace(/[省市区县]$/, '')])
    .filter((place) => place.length > 1)
    .sort((one, other) => other.length - one.length);
  for (let place; (place = known.find((one) => stem.startsWith(one)));) stem = stem.slice(place.length);
  return stem.replace(FORMS, '');
}

/**
 * Names that stay to be read when words are published: the enterprise's short name or how it begins, and people whom the case knows. The full name is covered by the service.
 *
 * @param places where the platform is, as names begin with it
 */
export function namesIn(
  words: (string | undefined)[],
  { enterprise, people, places }: { enterprise?: string; people: string[]; places: string[] },
): string[] {
  const text = words.map((one) => (enterprise ? one?.replaceAll(enterprise, '　') : one)).join('\n');
  const stem = enterprise ? stemOf(enterprise, places) : '';
  const short = Array.from({ length: Math.max(0, stem.length - 1) }, (_, cut) =>
    stem.slice(0, stem.length - cut),
  );
  const found = [
    short.find((one) => text.includes(one)),
    ...people.filter((one) => one.length > 1 && text.includes(one)),
  ];
  return [...new Set(found.filter((one) => one !== undefined))];
}
