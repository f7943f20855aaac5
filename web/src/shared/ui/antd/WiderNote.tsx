import css from './WiderNote.module.css';

/**
 * Over a table that is wider than its place: the columns that are out of sight are not lost, which has to be said.
 * `inside` a panel its table reaches to the edges.
 */
export const WiderNote = ({ inside = false }: { inside?: boolean }) => (
  <p className={inside ? `${css.wider} ${css.inside}` : css.wider}>表格较宽，左右滚动查看其余各列</p>
);
