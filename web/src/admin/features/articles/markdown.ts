/** What editors may write, as `Prose` shows it. */
export const MARKDOWN_HINT = '## 小标题，- 列表，1. 编号，**加粗**，[文字](https://网址)；空一行分段';
