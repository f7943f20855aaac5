import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Words } from './Words';

const lines = (text: string) => {
  const { container } = render(<Words>{text}</Words>);
  return container.innerHTML.replace(/<span[^>]*>|<\/span>/g, '').split('<wbr>');
};

it('the lines of a name end between its words, and its signs stay with them', () => {
  expect(lines('残疾人就业保障金')).not.toContain('业');
  expect(lines('中国邮政储蓄银行')).toEqual(['中国', '邮政', '储蓄', '银行']);
  expect(lines('《梯度培育（重庆）管理办法》')).toEqual(['《梯度', '培育', '（重庆）', '管理', '办法》']);
});

it('nothing of the name is lost', () => {
  const name = '关于加快培育 5G+工业互联网“专精特新”企业的若干措施（试行）';
  const { container } = render(<Words>{name}</Words>);
  expect(container).toHaveTextContent(name);
});
