import { label } from '@/shared/i18n';
import { dateTimeText, NONE, numberText, Tag, type Tone } from '@/shared/ui';
import { pageCss } from '../../ui/page';

/** What attempts by any outer way have in common. */
interface Attempt {
  receiver?: string;
  number: number;
  state: string;
  millis?: number;
  sentAt: string;
}

type Words = Parameters<typeof label>[0];

/** The columns and filters that a list of attempts has whatever the way, by what becomes of one there. */
export function attemptsBy<S extends string>(words: Words, tones: Record<S, Tone>) {
  return {
    filters: {
      receiver: { kind: 'text', name: 'receiver', label: '接收人', placeholder: '输入姓名' },
      state: {
        kind: 'select',
        name: 'state',
        label: '结果',
        options: (Object.keys(tones) as S[]).map((value) => ({ value, label: label(words, value) })),
      },
      days: { kind: 'dates', name: 'at', label: '日期', from: 'from', to: 'to' },
    },
    columns: {
      receiver: {
        key: 'receiver',
        title: '接收人',
        render: (_: unknown, row: Attempt) => row.receiver ?? NONE,
      },
      state: {
        key: 'state',
        title: '结果',
        render: (_: unknown, row: Attempt) => (
          <Tag tone={tones[row.state as S]}>{label(words, row.state as S)}</Tag>
        ),
      },
      millis: {
        key: 'millis',
        title: '应答时间',
        align: 'right',
        className: pageCss.num,
        render: (_: unknown, row: Attempt) =>
          row.millis === undefined ? NONE : `${numberText(row.millis)} 毫秒`,
      },
      sentAt: {
        key: 'sentAt',
        title: '发送时间',
        sorter: true,
        className: pageCss.num,
        render: (_: unknown, row: Attempt) => dateTimeText(row.sentAt, true),
      },
    },
  } as const;
}

/** By which way, and for which time where it was not the first. */
export const Way = ({ name, number }: { name: string; number: number }) => (
  <>
    {name}
    {number > 1 && <span className={pageCss.sub}>第 {number} 次提交</span>}
  </>
);
