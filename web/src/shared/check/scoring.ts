/** What follows is what a part is worth: 80%5分, ≥500万或≥10%:10, 其他3或0. */
const WORTH = /^(.+?)[:：]?(\d+(?:或\d+)?)分?((?:（[^）]*）)?)$/;
const ON_ITS_OWN = /[^\d.\-~>≥<≤]/;

function partText(part: string): string {
  const worth = WORTH.exec(part);
  if (!worth) return part;
  const [, when = '', points = '', rest = ''] = worth;
  // A lone figure is none that anything is worth: 50-60 without its points, 30 of 30%.
  if (!ON_ITS_OWN.test(when) && !/[:：]/.test(part)) return part;
  const said = points.replace('或', ' 或 ');
  return when.endsWith('最高') ? `${when} ${said} 分${rest}` : `${when} 得 ${said} 分${rest}`;
}

/**
 * A row of a scoring table as the collected tables have it, in words that can be read: 80%5分，70%3分 becomes 80% 得 5 分，70% 得 3 分. What it is a row of is said above it and
 * left out; what is not written so stays.
 */
export function scoringText(text: string, name: string): string {
  const own = text.startsWith(`${name}：`) ? text.slice(name.length + 1) : text;
  return (
    own
      .replace(/分最高/g, '分，最高')
      .split(/([;；,，])/)
      .map((part) => (part === ';' ? '；' : part === ',' ? '，' : partText(part)))
      .join('')
      // A table has no days and no numbers to call: what stands between two figures is a range.
      .replace(/(\d[%万]?)-(?=\d)/g, '$1—')
  );
}
