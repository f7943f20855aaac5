import { Prose } from '@/shared/ui/Prose';
import { Fold } from '@/shared/ui/Fold';
import css from './MarkdownExample.module.css';

const EXAMPLE = `## 办理材料

- 营业执照
- 最近一年的**财务报表**

1. 网上提交
2. 银行受理

> 以银行通知为准。

详见[办事指南](https://www.gov.cn)`;

/** Under a text that is laid out: what to type for it, beside what comes of it. */
export const MARKDOWN_HINT = '空一行另起一段。需要小标题、列表、编号、加粗、引用或链接的，照下面的例子写';

export function MarkdownExample() {
  return (
    <Fold title="看排版的例子" className={css.example}>
      <div className={css.sides}>
        <figure>
          <figcaption>这样写</figcaption>
          <pre>{EXAMPLE}</pre>
        </figure>
        <figure>
          <figcaption>显示为</figcaption>
          <Prose text={EXAMPLE} />
        </figure>
      </div>
    </Fold>
  );
}
