import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { SensitiveField } from '@/shared/api';
import { AntdRoot } from '@/shared/ui/antd';
import { FieldList, FieldPicker } from './FieldPicker';

const phone: SensitiveField = {
  code: 'finance.application.contact-phone',
  name: '联系电话',
  application: '融资服务',
  page: '融资申请',
  mask: 'PHONE',
  plainFor: ['finance.application.handle'],
  editable: false,
  most: 'MASKED',
};

it('a field is hidden or covered, but not shown more plainly than the one who gives it sees it', async () => {
  const changed = vi.fn();
  render(
    <AntdRoot>
      <FieldPicker
        fields={[phone]}
        permissions={['finance.application.handle']}
        value={{}}
        onChange={changed}
      />
    </AntdRoot>,
  );
  expect(screen.getByText('按功能权限（明文）')).toBeVisible();
  await userEvent.click(screen.getByRole('combobox', { name: '融资申请：联系电话' }));
  expect((await screen.findByTitle('明文')).className).toContain('disabled');
  await userEvent.click(screen.getByTitle('隐藏'));
  expect(changed).toHaveBeenLastCalledWith({ 'finance.application.contact-phone': 'HIDDEN' });
});

it('only a field that some form changes can be made editable', async () => {
  const changed = vi.fn();
  const { rerender } = render(
    <AntdRoot>
      <FieldPicker fields={[{ ...phone, most: 'PLAIN' }]} permissions={[]} value={{}} onChange={changed} />
    </AntdRoot>,
  );
  await userEvent.click(screen.getByRole('combobox', { name: '融资申请：联系电话' }));
  expect(await screen.findByTitle('隐藏')).toBeInTheDocument();
  expect(screen.queryByTitle('可编辑')).toBeNull();
  rerender(
    <AntdRoot>
      <FieldPicker
        fields={[{ ...phone, editable: true, most: 'EDITABLE' }]}
        permissions={[]}
        value={{}}
        onChange={changed}
      />
    </AntdRoot>,
  );
  await userEvent.click(await screen.findByTitle('可编辑'));
  expect(changed).toHaveBeenLastCalledWith({ 'finance.application.contact-phone': 'EDITABLE' });
});

it('a role that says nothing is read by its permissions', () => {
  render(<FieldList fields={[phone]} permissions={[]} rules={{}} />);
  expect(screen.getByText(/联系电话：遮盖/)).toHaveTextContent('（按功能权限）');
});
