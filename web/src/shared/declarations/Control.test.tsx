import { fireEvent, screen, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { FormColumn } from '../api';
import { renderAt } from '../test/render';
import { CELL_TYPES, flawsIn, type Answers, type Row } from './form';
import { FormReading } from './FormReading';
import { FormRenderer } from './FormRenderer';

/** What is typed or chosen for each kind, what is handed on of it, and how it is read. */
const FILLED: Record<(typeof CELL_TYPES)[number], [typed: string, kept: unknown, read: string]> = {
  TEXT: ['数控机床', '数控机床', '数控机床'],
  NUMBER: ['3', 3, '3'],
  MONEY: ['1200.5', 1200.5, '1,200.50 元'],
  DATE: ['2026-01-31', '2026-01-31', '2026-01-31'],
  CHOICE: ['进口', '进口', '进口'],
  YES_NO: ['false', false, '否'],
};

const columns = CELL_TYPES.map((type): FormColumn => ({
  key: type,
  label: type,
  type,
  required: true,
  ...(type === 'CHOICE' ? { options: ['国产', '进口'] } : {}),
}));
const form = {
  groups: [
    {
      title: '一组',
      fields: [{ key: 'devices', label: '设备', type: 'TABLE' as const, required: true, columns }],
    },
  ],
};

let kept: Answers = {};

function Filled() {
  const [answers, setAnswers] = useState<Answers>({ devices: [{}] });
  useEffect(() => {
    kept = answers;
  });
  return (
    <FormRenderer
      form={form}
      materials={[]}
      answers={answers}
      papers={{}}
      files={[]}
      onAnswer={(key, value) => setAnswers((now) => ({ ...now, [key]: value }))}
      onPapers={() => undefined}
    />
  );
}

it('whatever kind of column the designer offers can be filled in, and is read as it was meant', () => {
  const filling = renderAt('/', <Filled />);
  for (const type of CELL_TYPES)
    fireEvent.change(screen.getByLabelText(new RegExp(`^${type}`)), { target: { value: FILLED[type][0] } });

  const row = (kept.devices as Row[])[0]!;
  expect(row).toEqual(Object.fromEntries(CELL_TYPES.map((type) => [type, FILLED[type][1]])));
  expect(flawsIn(form, [], kept, {})).toEqual([]);
  filling.unmount();

  renderAt('/', <FormReading form={form} materials={[]} answers={kept} papers={{}} files={[]} />);
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(
    CELL_TYPES.map((type) => FILLED[type][2]),
  );
});

it('a yes or no of a row can be left open again', () => {
  renderAt('/', <Filled />);
  const control = screen.getByLabelText('YES_NO');
  fireEvent.change(control, { target: { value: 'true' } });
  expect((kept.devices as Row[])[0]).toEqual({ YES_NO: true });
  fireEvent.change(control, { target: { value: '' } });
  expect((kept.devices as Row[])[0]!.YES_NO).toBeUndefined();
});

it('signs that no text may have, as a paste brings them along, go no further', () => {
  renderAt('/', <Filled />);
  fireEvent.change(screen.getByLabelText(/^TEXT/), { target: { value: '数控\u000b机床' } });
  expect((kept.devices as Row[])[0]).toEqual({ TEXT: '数控机床' });
});

it('on a phone no table is cut: each row stands by itself, with every name beside its value', () => {
  const media = matchMedia('');
  vi.spyOn(globalThis, 'matchMedia').mockImplementation((query) => ({
    ...media,
    matches: query === '(max-width: 599px)',
  }));
  const row = Object.fromEntries(CELL_TYPES.map((type) => [type, FILLED[type][1]]));
  renderAt(
    '/',
    <FormReading form={form} materials={[]} answers={{ devices: [row, row] }} papers={{}} files={[]} />,
  );

  expect(screen.queryByRole('table')).toBeNull();
  const rows = within(screen.getByRole('list', { name: '设备' })).getAllByRole('listitem');
  expect(rows).toHaveLength(2);
  expect(
    within(rows[1]!)
      .getAllByRole('term')
      .map((term) => term.textContent),
  ).toEqual([...CELL_TYPES]);
  expect(
    within(rows[1]!)
      .getAllByRole('definition')
      .map((value) => value.textContent),
  ).toEqual(CELL_TYPES.map((type) => FILLED[type][2]));
});

it('a figure as programs write it is none', () => {
  renderAt('/', <Filled />);
  fireEvent.change(screen.getByLabelText(/^NUMBER/), { target: { value: '0x10' } });
  expect(screen.getByLabelText(/^NUMBER/)).toHaveValue('0x10');
  expect(kept).toEqual({ devices: [{ NUMBER: '0x10' }] });
});
