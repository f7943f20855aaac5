import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { InfoDrawer } from './InfoDrawer';

it('a long text without anything to press in it can be scrolled by keyboard', () => {
  render(
    <InfoDrawer open title="高新技术企业认定管理办法" onClose={() => undefined} width={480}>
      <p>条文</p>
    </InfoDrawer>,
  );
  const text = screen.getByRole('region', { name: '高新技术企业认定管理办法' });
  text.focus();
  expect(text).toHaveFocus();
  expect(text).toHaveTextContent('条文');
});
