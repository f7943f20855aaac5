import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderAt } from '@/shared/test/render';
import { AntdRoot } from '@/shared/ui/antd';
import { ServiceCodeDrawer } from './ServiceCodeDrawer';

it('a further service is offered where a code has several, and not where it opens one', async () => {
  renderAt(
    '/',
    <AntdRoot>
      <ServiceCodeDrawer code={null} onClose={() => undefined} />
    </AntdRoot>,
  );
  const add = () => screen.queryByRole('button', { name: '添加服务' });
  await screen.findByRole('radio', { name: /^场所码/, checked: true });
  expect(add()).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: /^服务码/ }));
  expect(add()).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: /^场所码/ }));
  expect(add()).toBeInTheDocument();
});
