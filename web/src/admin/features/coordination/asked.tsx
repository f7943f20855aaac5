import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import { CREDIT_KINDS } from '@/shared/coordination';
import { DemoTag, termText, yuanInRow } from '@/shared/ui';
import { pageCss } from '../../ui/page';
import { useTowns } from '../../reference';

/** Who asks banks for money by the coordination, and for what. */
interface Asked {
  id: string;
  number: string;
  enterpriseName: string;
  townName: string;
  demo: boolean;
  amount: number;
  termMonths: number;
  creditKind: keyof typeof CREDIT_KINDS;
  purpose: string;
}

/** The first columns of every list of them; `of` is where the pages of their rows are. */
export const askedColumns = <T extends Asked>(of: string): TableColumnType<T>[] => [
  {
    key: 'enterpriseName',
    title: '企业',
    sorter: true,
    render: (_, one) => (
      <>
        <Link to={`/coordination/${of}/${one.id}`}>{one.enterpriseName}</Link> {one.demo && <DemoTag short />}
        <span className={pageCss.sub}>
          {one.townName}，{one.number}
        </span>
      </>
    ),
  },
  {
    key: 'amount',
    // Words stand under the sum: on the right they would begin anywhere.
    title: '金额与用途',
    sorter: true,
    className: pageCss.num,
    render: (_, one) => (
      <>
        {yuanInRow(one.amount)}
        <span className={pageCss.sub}>
          {termText(one.termMonths)}，{CREDIT_KINDS[one.creditKind]}
        </span>
        <span className={pageCss.sub}>{one.purpose}</span>
      </>
    ),
  },
];

/** By which every list of them is searched. */
export function useAskedFilters() {
  const towns = useTowns();
  return [
    { kind: 'text', name: 'q', label: '关键词', placeholder: '编号、企业、信用代码' },
    {
      kind: 'select',
      name: 'townCode',
      label: '镇街',
      options: (towns.data ?? []).map(({ code, name }) => ({ value: code, label: name })),
      loading: towns.isPending,
    },
  ] as const;
}
