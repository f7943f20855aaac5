import type { ReactNode } from 'react';
import css from './Prose.module.css';

/**
 * The part of Markdown that editors of the platform write: headings, lists, quotations, bold, links, paragraphs. It becomes elements,
 * never HTML, so whatever is written is at worst shown as it was typed.
 */
export function Prose({ text }: { text: string }) {
  return <div className={css.prose}>{blocksOf(text).map(blockElement)}</div>;
}

type Block =
  | { kind: 'heading' | 'paragraph' | 'quotation'; lines: string[] }
  | { kind: 'bullets' | 'numbers'; lines: string[] };

const LINE: [Block['kind'], RegExp][] = [
  ['heading', /^#{1,6}\s+(.+)$/],
  ['bullets', /^[-*]\s+(.+)$/],
  ['quotation', /^>\s*(.+)$/],
  ['numbers', /^\d{1,3}[.、]\s*(.+)$/],
];

/** Lines that belong together, by what they begin with; an empty line ends all of them. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (!line) {
      open = undefined;
      continue;
    }
    const [kind, content] = kindOf(line);
    if (open?.kind === kind && kind !== 'heading') open.lines.push(content);
    else blocks.push((open = { kind, lines: [content] }));
  }
  return blocks;
}

function kindOf(line: string): [Block['kind'], string] {
  for (const [kind, begins] of LINE) {
    const content = begins.exec(line)?.[1];
    if (content) return [kind, content];
  }
  return ['paragraph', line];
}

function blockElement({ kind, lines }: Block, at: number): ReactNode {
  const items = lines.map((line, row) => <li key={row}>{inline(line)}</li>);
  if (kind === 'heading') return <h3 key={at}>{inline(lines[0]!)}</h3>;
  if (kind === 'bullets') return <ul key={at}>{items}</ul>;
  if (kind === 'numbers') return <ol key={at}>{items}</ol>;
  const words = (
    <p key={at}>
      {lines.map((line, row) => (
        <span key={row}>
          {row > 0 && <br />}
          {inline(line)}
        </span>
      ))}
    </p>
  );
  return kind === 'quotation' ? <blockquote key={at}>{words}</blockquote> : words;
}

/** Bold, and links that lead to the web: any other address stays text. */
const MARKED = /\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

function inline(line: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const found of line.matchAll(MARKED)) {
    if (found.index > from) parts.push(line.slice(from, found.index));
    const [, bold, words, address] = found;
    parts.push(
      bold ? (
        <b key={found.index}>{bold}</b>
      ) : (
        <a key={found.index} href={address} target="_blank" rel="noreferrer">
          {words}
        </a>
      ),
    );
    from = found.index + found[0].length;
  }
  if (from < line.length) parts.push(line.slice(from));
  return parts;
}
