/** What nobody reads in two pieces: a day, the hour by which something is done, an amount with its unit, a rate. */
const KEPT = new RegExp(
  `(${[
    '\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}日)?)?',
    '\\d{1,2}月\\d{1,2}日',
    '\\d{4}-\\d{2}-\\d{2}',
    '\\d{1,2}:\\d{2}(?: 前[\\u4e00-\\u9fff]{2})?',
    '\\d[\\d,.]*\\s?[万亿]?元(?:以[内上下])?',
    '年化\\s?\\d[\\d.]*%',
  ].join('|')})`,
);

/** A sentence whose days, hours, amounts and rates each keep to one line. */
export function Whole({ children: text }: { children: string }) {
  return text.split(KEPT).map((part, index) =>
    index % 2 ? (
      <span key={index} className="zq-whole">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
