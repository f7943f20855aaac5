import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Button, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { expect, it, vi } from 'vitest';
import { AntdRoot } from './AntdRoot';
import { DayField, dayRule } from './DayField';

const kept = vi.fn<(day: string | undefined) => void>();

/** A form whose day lies in 2027, with one to begin with. */
function renderForm() {
  kept.mockClear();
  render(
    <AntdRoot>
      <Form<{ until?: Dayjs | null }>
        initialValues={{ until: dayjs('2027-06-30') }}
        onFinish={({ until }) => kept(until?.format('YYYY-MM-DD'))}
      >
        <Form.Item
          name="until"
          label="有效期至"
          rules={[{ required: true, message: '请选择有效期' }, dayRule('2027-01-01', '2027-12-31')]}
        >
          <DayField first="2027-01-01" last="2027-12-31" />
        </Form.Item>
        <Button htmlType="submit">提交</Button>
      </Form>
    </AntdRoot>,
  );
  return screen.getByLabelText('有效期至');
}

async function type(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.clear(field);
  if (text) await userEvent.type(field, text);
  await userEvent.tab();
}

it('a day typed outside of the range stands as it was typed, with the reason under it', async () => {
  const field = renderForm();
  await type(field, '2020-01-01');
  expect(await screen.findByText(/不能早于 2027年1月1日/)).toBeInTheDocument();
  expect(field).toHaveValue('2020-01-01');
  expect(kept).not.toHaveBeenCalled();
});

it('what is no day stands as it was typed, and the form is not sent with the day before it', async () => {
  const field = renderForm();
  await type(field, '2027-02-30');
  expect(await screen.findByText(/“2027-02-30”不是日期/)).toBeInTheDocument();
  expect(field).toHaveValue('2027-02-30');
  await userEvent.click(screen.getByRole('button', { name: /提/ }));
  expect(await screen.findByText('请选择有效期')).toBeInTheDocument();
  expect(kept).not.toHaveBeenCalled();

  await type(field, '2027-06-30');
  await userEvent.click(screen.getByRole('button', { name: /提/ }));
  await waitFor(() => expect(kept).toHaveBeenCalledWith('2027-06-30'));
  expect(screen.queryByText(/不是日期/)).not.toBeInTheDocument();
});

it('a time that was typed counts, confirmed or not', async () => {
  const chosen = vi.fn<(at: string | undefined) => void>();
  render(
    <AntdRoot>
      <DayField
        id="at"
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        onChange={(at) => chosen(at?.format('YYYY-MM-DD HH:mm'))}
      />
      <label htmlFor="at">发送时间</label>
    </AntdRoot>,
  );
  await type(screen.getByLabelText('发送时间'), '2027-03-01 09:30');
  await waitFor(() => expect(chosen).toHaveBeenLastCalledWith('2027-03-01 09:30'));
});

it('a day that is taken out is not there any more', async () => {
  const field = renderForm();
  await type(field, '');
  await userEvent.click(screen.getByRole('button', { name: /提/ }));
  expect(await screen.findByText('请选择有效期')).toBeInTheDocument();
  expect(kept).not.toHaveBeenCalled();
});

it('a day that is chosen by the link of the calendar is the value, and leaving the calendar harms nothing', async () => {
  const field = renderForm();
  await userEvent.click(field);
  const today = await screen.findByText(/今天|Today/);
  today.setAttribute('tabindex', '0');
  today.focus();
  await userEvent.click(today);
  today.blur();
  await waitFor(() => expect(field).toHaveValue(dayjs().format('YYYY-MM-DD')));
});

it('Enter takes the day that was typed, and does not send the form', async () => {
  const field = renderForm();
  await userEvent.click(field);
  await userEvent.clear(field);
  await userEvent.type(field, '2027-03-05{Enter}');
  expect(field).toHaveValue('2027-03-05');
  expect(kept).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '提交' }));
  await waitFor(() => expect(kept).toHaveBeenCalledWith('2027-03-05'));
});

it('who presses 确定 has not left the field: the form takes the time with the press, not before it', async () => {
  const told = vi.fn<(day: Dayjs | null) => void>();
  render(
    <AntdRoot>
      <DayField showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" onChange={told} />
    </AntdRoot>,
  );
  const field = screen.getByRole('textbox');
  await userEvent.click(field);
  await userEvent.type(field, '2027-06-30 10:00');
  const confirm = await screen.findByRole('button', { name: /确\s*定/ });
  fireEvent.blur(field, { relatedTarget: confirm });
  expect(told).not.toHaveBeenCalled();
  await userEvent.click(confirm);
  await waitFor(() => expect(told.mock.lastCall?.[0]?.format('YYYY-MM-DD HH:mm')).toBe('2027-06-30 10:00'));
});
