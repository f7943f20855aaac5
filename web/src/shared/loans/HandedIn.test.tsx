import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { LoanApplication } from '../api';
import { HandedIn } from './HandedIn';

type Step = LoanApplication['timeline'][number];

const step = (day: string, kind: Step['kind'], more: Partial<Step> = {}): Step => ({
  at: `2026-11-${day}T10:00:00+08:00`,
  kind,
  label: kind,
  ...more,
});
const file = (id: string, name: string) => ({
  id,
  name,
  contentType: 'application/pdf',
  size: 1_572_864,
  uploadedAt: '2026-11-22T09:00:00+08:00',
});

it('of each file its name, size and time are told, and what the bank had asked for where it answers that', () => {
  render(
    <HandedIn
      of={{
        timeline: [
          step('20', 'SUBMITTED'),
          step('20', 'FILES_ADDED', { files: [file('f1', '营业执照.pdf')] }),
          step('21', 'MATERIAL_ASKED', { note: '近六个月银行流水' }),
          step('22', 'MATERIAL_SUPPLIED', { files: [file('f2', '流水上.pdf'), file('f3', '流水下.pdf')] }),
          step('25', 'MATERIAL_ASKED', { note: '购销合同' }),
          step('26', 'MATERIAL_SUPPLIED', { note: '合同已送交网点' }),
        ],
      }}
    />,
  );
  const [first, second, third, ...more] = screen.getAllByRole('listitem');
  expect(more).toEqual([]);
  expect(first).toHaveTextContent('企业主动提交');
  expect(second).toHaveTextContent('答复银行的要求：近六个月银行流水');
  expect(second).toHaveTextContent('1.5 MB');
  expect(second).toHaveTextContent('2026-11-22');
  expect(third).toHaveTextContent('答复银行的要求：近六个月银行流水');
  expect(within(first!).getByRole('link', { name: '营业执照.pdf' })).toHaveAttribute(
    'href',
    '/api/finance/application-files/f1',
  );
  expect(within(first!).getByRole('link', { name: '下载营业执照.pdf' })).toHaveAttribute(
    'download',
    '营业执照.pdf',
  );
});
