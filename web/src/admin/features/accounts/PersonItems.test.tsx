import { render, screen } from '@testing-library/react';
import { Form } from 'antd';
import { expect, it } from 'vitest';
import { AntdRoot } from '@/shared/ui/antd';
import { NOT_EDITABLE, PersonItems } from './PersonItems';

const open = (locked: boolean) =>
  render(
    <AntdRoot>
      <Form initialValues={{ displayName: '张三', phone: '138****1234' }}>
        <PersonItems locked={locked} />
      </Form>
    </AntdRoot>,
  );

it('a phone that the role may not change is shown, locked, with the reason', () => {
  open(true);
  expect(screen.getByLabelText('手机号')).toBeDisabled();
  expect(screen.getByLabelText('手机号')).toHaveValue('138****1234');
  expect(screen.getByText(NOT_EDITABLE)).toBeVisible();
  expect(screen.getByLabelText('姓名')).toBeEnabled();
});

it('one that is editable is not', () => {
  open(false);
  expect(screen.getByLabelText('手机号')).toBeEnabled();
  expect(screen.queryByText(NOT_EDITABLE)).toBeNull();
});
