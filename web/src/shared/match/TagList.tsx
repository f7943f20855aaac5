import type { EnterpriseTag } from '../api';
import { conditionText, dateText, Tag } from '../ui';
import { Fold } from '../ui/Fold';
import css from './TagList.module.css';

/** Tags of one enterprise: those it has with who set them or why they follow, then those that could be known. */
export function TagList({ tags, empty }: { tags: EnterpriseTag[]; empty: string }) {
  if (!tags.length) return <p className={css.none}>{empty}</p>;
  const open = tags.filter(({ state }) => state === 'UNKNOWN');
  return (
    <>
      <ul className={css.tags}>
        {tags
          .filter(({ state }) => state === 'HAS')
          .map((tag) => (
            <One key={tag.tagId} tag={tag} />
          ))}
      </ul>
      {open.length > 0 && (
        <Fold title={`补充数据后可判定的标签（${open.length}）`} className={css.open}>
          <ul className={css.tags}>
            {open.map((tag) => (
              <One key={tag.tagId} tag={tag} />
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function One({ tag }: { tag: EnterpriseTag }) {
  // A tag that it has follows from conditions that are all met: saying so of each says nothing more.
  const reasons = tag.reasons.map((reason) =>
    conditionText(tag.state === 'HAS' ? reason.replace(/[，：]已满足$/, '') : reason),
  );
  const why = !tag.derived && (
    <>
      {tag.setBy && `${tag.setBy}设置`}
      {tag.setAt && (
        <>
          {tag.setBy && '，'}
          <time dateTime={tag.setAt}>{dateText(tag.setAt)}</time>
        </>
      )}
      {tag.note && `，${tag.note}`}
    </>
  );
  return (
    <li>
      <Tag tone={tag.state === 'UNKNOWN' ? 'quiet' : tag.derived ? 'info' : 'good'}>{tag.name}</Tag>
      <span className={css.why}>
        {tag.kind === 'BASIC' ? '基础标签' : '进阶标签'} · {tag.category}
        {why && <>：{why}</>}
        {tag.derived &&
          reasons.map((reason, index) => (
            <span key={index} className={css.reason}>
              {reason}
            </span>
          ))}
      </span>
    </li>
  );
}
