import { expect, it } from 'vitest';
import { ProblemError } from '../api/problem';
import { fieldErrors } from './fieldErrors';

const problem = (...fields: string[]) =>
  new ProblemError({
    status: 400,
    code: 'VALIDATION_FAILED',
    errors: fields.map((field) => ({ field, code: 'WRONG', message: '不对' })),
  });

it('an error at one of several figures goes to the field of that figure', () => {
  expect(fieldErrors(problem('revenue[1]'), ['revenue.0', 'revenue.1'])).toEqual({
    fields: [{ name: ['revenue', 1], errors: ['不对'] }],
    complete: true,
  });
});

it('an error at one entry goes to the field of the whole list, beside the others of that field', () => {
  const error = new ProblemError({
    status: 400,
    code: 'VALIDATION_FAILED',
    errors: [
      { field: 'addresses', code: 'FORMAT', message: 'x 不是 IP 地址或网段' },
      { field: 'addresses', code: 'RANGE', message: '10.0.0.0/8 范围过大' },
      { field: 'addresses[3]', code: 'REQUIRED', message: '不能为空' },
    ],
  });
  expect(fieldErrors(error, ['addresses'])).toEqual({
    fields: [{ name: ['addresses'], errors: ['x 不是 IP 地址或网段', '10.0.0.0/8 范围过大', '不能为空'] }],
    complete: true,
  });
});

it('what the form does not show is left to be told', () => {
  expect(fieldErrors(problem('revenue', 'employees'), ['employees'])).toEqual({
    fields: [{ name: ['employees'], errors: ['不对'] }],
    complete: false,
  });
});
