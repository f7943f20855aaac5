import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAt } from '@/shared/test/render';
import DatedMatchPage from './DatedMatchPage';

it('the change from old policies to new ones is promised for days that are over alone', () => {
  renderAt('/match/on', <DatedMatchPage />);
  expect(screen.getByText(/新旧政策交替/)).toHaveTextContent(
    '过去的日期，看新旧政策交替前后有什么不同；今后的日期，看现在已发布的条款到那一天的结论。',
  );
});
