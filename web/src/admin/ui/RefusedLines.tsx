import { Alert } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { isProblem } from '@/shared/api';
import { PlainTable } from '@/shared/ui';

export interface RefusedLine {
  row: string;
  text: string;
}

/** `rows[12]` is line 12 of the file; what is missing stands at none. */
const rowOf = (field: string) => /\[(\d+)\]/.exec(field)?.[1] ?? '—';

/** The lines that a refusal with this code names; none for another refusal. */
export function refusedLines(error: unknown, code: string): RefusedLine[] {
  return error instanceof Error && isProblem(error) && isProblem(error, code)
    ? error.fields.map(({ field, message }) => ({
        row: rowOf(field),
        text: message.replace(/^第 \d+ 行：/, ''),
      }))
    : [];
}

/** Whether it is sure that nothing was done: where nobody answered, it may have been. */
export const wasRefused = (error: unknown): boolean =>
  error instanceof Error && isProblem(error) && error.status >= 400 && error.status < 500;

/** Brings what was refused into sight; one function, so that it does so once. */
export const intoView = (node: HTMLElement | null) => node?.scrollIntoView?.({ block: 'nearest' });

/** What is wrong with each row, said together: the number that all its faults begin with stands once. */
function byRow(lines: RefusedLine[]): ReactNode[][] {
  const rows = new Map<string, string[]>();
  for (const { row, text } of lines) rows.set(row, [...(rows.get(row) ?? []), text]);
  return [...rows].map(([row, texts]) => {
    if (texts.length === 1) return [row, texts[0]];
    const about = /^\S+ /.exec(texts[0]!)?.[0] ?? '';
    const shared = about && texts.every((text) => text.startsWith(about));
    return [
      row,
      <Fragment key="faults">
        {shared && <b>{about.trim()}</b>}
        <ul style={{ paddingInlineStart: '1.25em', listStyle: 'disc' }}>
          {texts.map((text) => (
            <li key={text}>{shared ? text.slice(about.length).replace(/^的/, '') : text}</li>
          ))}
        </ul>
      </Fragment>,
    ];
  });
}

/** What is wrong with a list that is taken as a whole or not at all. */
export function RefusedLines({ lines, kept }: { lines: RefusedLine[]; kept: string }) {
  if (!lines.length) return null;
  return (
    <div style={{ marginTop: 16, display: 'grid', gap: 16 }} ref={intoView}>
      <Alert type="error" role="alert" title={`有 ${lines.length} 处错误，${kept}`} />
      <PlainTable numbered head={['行', '错误']} rows={byRow(lines)} />
    </div>
  );
}
