import { describe, expect, it } from 'vitest';
import { ProblemError } from '../api';
import { claimOf, letterFailure, letterProblem, validIdNumber } from './claim';

describe('a claim', () => {
  it('checks the identity number by its check digit', () => {
    expect(validIdNumber('11010519491231002X')).toBe(true);
    expect(validIdNumber('11010519491231002x ')).toBe(true);
    expect(validIdNumber('110105194912310021')).toBe(false);
    expect(validIdNumber('1101051949123100')).toBe(false);
  });

  it('refuses a letter of a wrong kind or size before it is sent', () => {
    expect(letterProblem({ type: 'application/pdf', size: 1 })).toBeUndefined();
    expect(letterProblem({ type: 'text/html', size: 1 })).toMatch(/PDF/);
    expect(letterProblem({ type: 'image/png', size: 10 * 1024 * 1024 + 1 })).toMatch(/10 MB/);
  });

  it('says of a refused letter what the service says of the file', () => {
    const message = '文件是空的，请重新选择';
    const errors = [{ field: 'file', code: 'REQUIRED', message }];
    expect(letterFailure(new ProblemError({ status: 400, code: 'VALIDATION_FAILED', errors }))).toBe(message);
    expect(letterFailure(new Error('只接受 PDF'))).toBe('只接受 PDF');
    expect(letterFailure(null)).toBeUndefined();
  });

  it('becomes the request that the service wants', () => {
    const letterFileId = { id: 'f1', name: '授权书.pdf', contentType: 'application/pdf', size: 1 };
    expect(
      claimOf(
        { id: 'e1' },
        {
          legalRep: { name: ' 陈志远 ', idNumber: '11010519491231002x' },
          agent: { name: '周敏', phone: '13812345678' },
          letterFileId,
          consents: ['BASIC'],
        },
        'PC',
      ),
    ).toEqual({
      enterpriseId: 'e1',
      legalRep: { name: '陈志远', idNumber: '11010519491231002X' },
      agent: { name: '周敏', phone: '13812345678' },
      letterFileId: 'f1',
      consents: ['BASIC'],
      channel: 'PC',
    });
  });
});
