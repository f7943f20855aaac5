import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { FormDesign } from '@/shared/api';
import { answerWith, json } from '@/shared/test/http';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { FormDesigner } from './FormDesigner';

const dependent: FormDesign = {
  groups: [
    {
      title: '进口设备',
      fields: [
        { key: 'imports', label: '是否进口设备', type: 'YES_NO', required: true },
        {
          key: 'amount',
          label: '进口设备金额',
          type: 'MONEY',
          required: true,
          shownWhen: { field: 'imports', values: ['true'] },
        },
      ],
    },
  ],
};

it('a condition whose field was deleted says so and can be taken away', async () => {
  answerWith({ 'GET /api/policy/manage/projects/facts': json([]) });
  let designed = dependent;
  function Page() {
    const [form, setForm] = useState(dependent);
    designed = form;
    return (
      <AntdRoot>
        <FormDesigner form={form} onChange={setForm} />
      </AntdRoot>
    );
  }
  const person = userEvent.setup();
  const { container } = renderAt('/', <Page />);
  await person.click(await screen.findByRole('button', { name: '删除字段是否进口设备' }));
  await screen.findByText('所依据的字段已删除，请清除或另选');
  const clear = container.querySelectorAll('.ant-select-clear');
  await person.hover(clear[clear.length - 1]!);
  await person.pointer({ keys: '[MouseLeft]', target: clear[clear.length - 1]! });
  await waitFor(() => expect(designed.groups[0]!.fields[0]!.shownWhen).toBeUndefined());
});

it('a field and a group go down as well as up', async () => {
  answerWith({ 'GET /api/policy/manage/projects/facts': json([]) });
  let designed: FormDesign = {
    groups: [
      {
        title: '设备',
        fields: [
          { key: 'a', label: '名称', type: 'TEXT', required: true },
          { key: 'b', label: '型号', type: 'TEXT', required: true },
        ],
      },
      { title: '人员', fields: [{ key: 'c', label: '人数', type: 'NUMBER', required: true }] },
    ],
  };
  function Page() {
    const [form, setForm] = useState(designed);
    designed = form;
    return (
      <AntdRoot>
        <FormDesigner form={form} onChange={setForm} />
      </AntdRoot>
    );
  }
  const person = userEvent.setup();
  renderAt('/', <Page />);
  await person.click(await screen.findByRole('button', { name: '下移字段名称' }));
  expect(designed.groups[0]!.fields.map(({ key }) => key)).toEqual(['b', 'a']);
  expect(screen.queryByRole('button', { name: '下移字段名称' })).toBeNull();
  const [down, last] = screen.getAllByRole('button', { name: /^下\s?移$/ });
  expect(last).toBeDisabled();
  await person.click(down!);
  expect(designed.groups.map(({ title }) => title)).toEqual(['人员', '设备']);
});

it('a column of numbers has its least and its greatest figure, which go when it is none any more', async () => {
  answerWith({ 'GET /api/policy/manage/projects/facts': json([]) });
  let designed: FormDesign = {
    groups: [
      {
        title: '设备',
        fields: [
          {
            key: 'devices',
            label: '设备清单',
            type: 'TABLE',
            required: true,
            columns: [{ key: 'many', label: '数量', type: 'NUMBER', required: true }],
          },
        ],
      },
    ],
  };
  function Page() {
    const [form, setForm] = useState(designed);
    designed = form;
    return (
      <AntdRoot>
        <FormDesigner form={form} onChange={setForm} />
      </AntdRoot>
    );
  }
  const column = () => designed.groups[0]!.fields[0]!.columns![0]!;
  const person = userEvent.setup();
  renderAt('/', <Page />);
  await person.type(await screen.findByLabelText('最小值'), '1');
  await person.type(screen.getByLabelText('最大值'), '500');
  await person.tab();
  await waitFor(() => expect(column()).toMatchObject({ min: 1, max: 500 }));

  await person.clear(screen.getByLabelText('最大值'));
  await person.type(screen.getByLabelText('最大值'), '1e30');
  await person.tab();
  expect(await screen.findByText(/^应在 -1,000,000,000,000 到 1,000,000,000,000 之间/)).toBeInTheDocument();
  expect(screen.getByLabelText('最大值')).toHaveValue('1e30');

  await person.click(screen.getAllByLabelText('类型')[1]!);
  await person.click((await screen.findAllByTitle('日期')).at(-1)!);

  await waitFor(() => expect(column().type).toBe('DATE'));
  expect(column().min).toBeUndefined();
  expect(column().max).toBeUndefined();
  expect(screen.queryByLabelText('最小值')).toBeNull();
});
