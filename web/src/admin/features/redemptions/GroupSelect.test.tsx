import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { GroupSelect, groupName } from './GroupSelect';

function Field() {
  const [group, setGroup] = useState<string>();
  return (
    <>
      <label htmlFor="group">互斥组</label>
      <GroupSelect id="group" value={group} onChange={setGroup} />
      <output>{group ?? '没有'}</output>
    </>
  );
}

it('a group is one that there is, with how many projects it has, or a new one on purpose; what was only typed is none', async () => {
  const sent = answerWith({
    'GET /api/policy/manage/redemption-projects/exclusive-groups': json([{ name: '技改补助A', projects: 2 }]),
  });
  renderAt(
    '/',
    <AntdRoot>
      <Field />
    </AntdRoot>,
  );
  const field = await screen.findByLabelText('互斥组');
  await userEvent.type(field, '技改 ａ');
  expect(await screen.findByTitle('新建互斥组“技改A”')).toBeInTheDocument();
  expect(sent.at(-1)!.url.searchParams.get('q')).toBe('技改A');
  await userEvent.tab();
  expect(screen.getByRole('status')).toHaveTextContent('没有');

  await userEvent.click(field);
  await userEvent.click(await screen.findByTitle('技改补助A（2 个项目）'));
  expect(screen.getByRole('status')).toHaveTextContent('技改补助A');

  await userEvent.type(field, '人才');
  await userEvent.click(await screen.findByTitle('新建互斥组“人才”'));
  expect(screen.getByRole('status')).toHaveTextContent('人才');
});

it('the same name in another writing is not called new', async () => {
  answerWith({
    'GET /api/policy/manage/redemption-projects/exclusive-groups': json([{ name: '技改补助A', projects: 2 }]),
  });
  renderAt(
    '/',
    <AntdRoot>
      <Field />
    </AntdRoot>,
  );
  await userEvent.type(await screen.findByLabelText('互斥组'), ' 技改补助 a');
  expect(await screen.findByTitle('技改补助A（2 个项目）')).toBeInTheDocument();
  expect(screen.queryByTitle(/^新建互斥组/)).not.toBeInTheDocument();
});

it('a group is written as the service writes it', () => {
  expect(groupName(' 技改（ａ） 补助　b')).toBe('技改(A)补助B');
});
