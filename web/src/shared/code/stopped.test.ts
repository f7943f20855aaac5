import { expect, it } from 'vitest';
import { stoppedCode } from './stopped';

it('a code that cannot be shown says why and whom to ask, its reason ended once', () => {
  expect(
    stoppedCode(
      { status: 'FROZEN', statusReason: '登记住所无法联系。' },
      { label: '便民热线', number: '12345' },
    ),
  ).toEqual({
    title: '企业码已冻结',
    hint: '企业码当前不能出示。原因：登记住所无法联系。如有疑问，请联系发码单位，或拨打便民热线 12345。',
  });
});

it('where no reason was given and no hotline is known, nothing is said of them', () => {
  expect(stoppedCode({ status: 'REVOKED' }, { label: '便民热线', number: '' }).hint).toBe(
    '企业码当前不能出示。如有疑问，请联系发码单位。',
  );
});
