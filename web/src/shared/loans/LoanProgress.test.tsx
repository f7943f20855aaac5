import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { LoanProgress } from './LoanProgress';

const submitted = {
  at: '2026-03-15T10:00:00+08:00',
  kind: 'SUBMITTED' as const,
  label: '提交',
  actor: '甲',
};
const stepsOf = (of: Parameters<typeof LoanProgress>[0]['of']) =>
  [...render(<LoanProgress of={of} />).container.querySelectorAll('li')].map((step) => step.textContent);

it('the steps of an application go on with what is still to come', () => {
  const steps = stepsOf({ status: 'SUBMITTED', timeline: [submitted] });
  expect(steps[0]).toMatch(/^提交/);
  expect(steps.slice(1)).toEqual(['银行受理', '银行审批', '放款']);
});

it('they end with a refusal', () => {
  const refused = { ...submitted, kind: 'REFUSED' as const, label: '审批不通过', note: '纳税额不足' };
  const steps = stepsOf({ status: 'REFUSED', timeline: [submitted, refused] });
  expect(steps).toHaveLength(2);
  expect(steps[1]).toMatch(/纳税额不足$/);
});

it('files after a whole sentence follow without another sign', () => {
  const file = { id: 'f1', name: '流水.pdf', contentType: 'application/pdf', size: 1 };
  const supplied = { ...submitted, kind: 'MATERIAL_SUPPLIED' as const, label: '补充材料' };
  const steps = (note: string | undefined) =>
    stepsOf({ status: 'IN_REVIEW', timeline: [{ ...supplied, note, files: [file] }] as never })[0];
  expect(steps('已上传流水，请审核。')).toMatch(/请审核。提交文件 1 份$/);
  expect(steps('流水见附件')).toMatch(/流水见附件；提交文件 1 份$/);
  expect(steps(undefined)).toMatch(/[^；]提交文件 1 份$/);
});
