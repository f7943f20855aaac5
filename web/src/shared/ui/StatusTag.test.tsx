import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { BrandProvider, completeBrand } from '../brand';
import { DemoTag, LoanState, PolicyCertainty } from './StatusTag';

const tags = () => screen.queryAllByText(/待核实/).map((one) => one.textContent);

it('the text of a policy and the figures of its conditions are two things that may not be certain', () => {
  const { rerender } = render(<PolicyCertainty of={{ verified: false, criteriaVerified: true }} />);
  expect(tags()).toEqual(['条款待核实']);
  rerender(<PolicyCertainty of={{ verified: true, criteriaVerified: false }} />);
  expect(tags()).toEqual(['条件参数待核实']);
  rerender(<PolicyCertainty of={{ verified: false, criteriaVerified: false }} />);
  expect(tags()).toEqual(['条款待核实', '条件参数待核实']);
  rerender(<PolicyCertainty of={{ verified: true, criteriaVerified: true }} />);
  expect(tags()).toEqual([]);
});

it('rows of a list are not marked as made up where the notice above every page says so', () => {
  const marked = (notice: string) => {
    const { container, unmount } = render(
      <BrandProvider brand={completeBrand({ demo: { notice } })}>
        <DemoTag short />
        <DemoTag />
      </BrandProvider>,
    );
    const texts = [...container.children].map((one) => one.textContent);
    unmount();
    return texts;
  };
  expect(marked('演示环境：数据为虚构')).toEqual(['演示数据']);
  expect(marked('')).toEqual(['演示', '演示数据']);
});

it('a granted application says how much of it was paid out', () => {
  const { container } = render(
    <LoanState of={{ status: 'APPROVED', grantedAmount: 500_000, disbursedAmount: 200_000 }} />,
  );
  expect(container).toHaveTextContent('已放款 20 / 50 万元');
});
