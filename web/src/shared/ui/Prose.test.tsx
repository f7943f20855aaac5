import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { blocksOf, Prose } from './Prose';

it('headings, lists and paragraphs become what they are', () => {
  expect(
    blocksOf('## 议程\n- 介绍\n- 洽谈\n\n第一行\n第二行\n\n1. 报名\n2、签到').map(({ kind }) => kind),
  ).toEqual(['heading', 'bullets', 'paragraph', 'numbers']);
  render(<Prose text={'## 议程\n- 介绍\n- 洽谈\n\n请带**营业执照**'} />);
  expect(screen.getByRole('heading', { name: '议程' })).toBeInTheDocument();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText('营业执照').tagName).toBe('B');
});

it('a quotation stands apart, without its sign', () => {
  render(<Prose text={'第一段\n\n> 这是演示活动，不会实际举办。'} />);
  expect(screen.getByText('这是演示活动，不会实际举办。').closest('blockquote')).not.toBeNull();
});

it('a link leads to the web alone, and markup is shown as it was typed', () => {
  const { container } = render(
    <Prose text={'[公告](https://example.cn/a) [坏](javascript:alert(1)) <img src=x onerror=alert(1)>'} />,
  );
  expect(screen.getAllByRole('link')).toHaveLength(1);
  expect(screen.getByRole('link', { name: '公告' })).toHaveAttribute('href', 'https://example.cn/a');
  expect(container.querySelector('img')).toBeNull();
  expect(container).toHaveTextContent('[坏](javascript:alert(1)) <img src=x onerror=alert(1)>');
});
