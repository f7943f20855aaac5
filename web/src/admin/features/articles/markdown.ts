/** What editors may write, as `Prose` shows it. */
export const MARKDOWN_HINT =
  '可以排版：行首写“## ”是小标题，“- ”是列表，“1. ”是编号，“> ”是引用；**文字** 加粗，[文字](https://网址) 是链接；空一行分段';
