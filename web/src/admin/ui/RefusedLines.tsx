import { Alert } from 'antd';
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

/** What is wrong with a list that is taken as a whole or not at all. */
export function RefusedLines({ lines, kept }: { lines: RefusedLine[]; kept: string }) {
  if (!lines.length) return null;
  return (
    <div
      style={{ marginTop: 16, display: 'grid', gap: 16 }}
      ref={(node) => node?.scrollIntoView?.({ block: 'nearest' })}
    >
      <Alert type="error" role="alert" title={`有 ${lines.length} 处错误，${kept}`} />
      <PlainTable numbered head={['行', '错误']} rows={lines.map(({ row, text }) => [row, text])} />
    </div>
  );
}
