import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { answerWith, json } from '../test/http';
import { renderAt } from '../test/render';
import { Files } from './Files';
import { MOST_EARLIER } from './queries';

const file = (id: string, name: string) => ({
  id,
  name,
  contentType: 'application/pdf',
  size: 2048,
  uploadedAt: '2026-03-01T10:00:00+08:00',
});

const shown = (many: number, set = vi.fn()) => {
  renderAt(
    '/',
    <Files
      id="licence"
      name="营业执照"
      formats={['PDF']}
      most={10}
      ids={[]}
      disabled={false}
      filling={{
        files: [],
        earlier: Array.from({ length: many }, (_, at) => file(`f${at}`, '合作协议.pdf')),
        onUpload: () => Promise.resolve({ id: 'x' }),
      }}
      set={set}
    />,
  );
  return set;
};

it('files of one name are told apart by their day and size', () => {
  shown(2);
  expect(screen.getAllByRole('option', { name: '合作协议.pdf（2026-03-01，2 KB）' })).toHaveLength(2);
  expect(screen.queryByRole('searchbox')).toBeNull();
});

it('one that is not among those that are listed is found by its name', async () => {
  const sent = answerWith({ 'GET /api/policy/declaration-files': json([file('old', '2019年审计报告.pdf')]) });
  const set = shown(MOST_EARLIER);
  await userEvent.type(screen.getByRole('searchbox', { name: /按文件名查找/ }), '审计');

  const found = await screen.findByRole('option', { name: /2019年审计报告\.pdf/ });
  expect(sent.at(-1)!.url.searchParams.get('q')).toBe('审计');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /选用已上传的文件/ }), found);
  expect(set).toHaveBeenCalledWith(['old']);
});
