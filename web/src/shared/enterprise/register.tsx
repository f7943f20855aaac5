import type { ReactNode } from 'react';
import type { EnterpriseDetail } from '../api';
import { dateText, figuresIn, percent } from '../ui/format';

interface RegisterTable {
  name: '股东' | '对外投资' | '资产' | '法务';
  head: string[];
  rows: ReactNode[][];
}

/** What the register lists of the own enterprise: who owns it, what it owns, and its cases. */
export function registerTables(
  enterprise: Pick<EnterpriseDetail, 'shareholders' | 'investments' | 'assets' | 'judicial'>,
): RegisterTable[] {
  return [
    {
      name: '股东',
      head: ['股东', '出资比例'],
      rows: (enterprise.shareholders ?? []).map((one) => [one.name, percent(one.ratio)]),
    },
    {
      name: '对外投资',
      head: ['被投资企业', '持股比例'],
      rows: (enterprise.investments ?? []).map((one) => [one.name, percent(one.ratio)]),
    },
    {
      name: '资产',
      head: ['类别', '说明'],
      rows: (enterprise.assets ?? []).map((one) => [one.kind, one.description && figuresIn(one.description)]),
    },
    {
      name: '法务',
      head: ['类别', '事项', '日期'],
      rows: (enterprise.judicial ?? []).map((one) => [
        one.kind,
        one.title,
        <time key="at">{dateText(one.date)}</time>,
      ]),
    },
  ];
}
