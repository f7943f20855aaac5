import { describe, expect, it } from 'vitest';
import { ProblemError } from '../api';
import type { Claim, EnterpriseHit } from '../api';
import {
  canShowCode,
  claimDeclaration,
  claimNext,
  claimOf,
  claimRefusal,
  claimSteps,
  consentsText,
  letterFailure,
  letterProblem,
  maskedIdNumber,
  unclaimable,
  validIdNumber,
  valuesOf,
} from './claim';

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

  it('agrees to nothing before it is ticked, and says what is agreed to', () => {
    expect(valuesOf().consents).toEqual([]);
    expect(consentsText([])).toBe('暂不授权');
    expect(claimDeclaration([])).not.toContain('同意');
    const all = claimDeclaration(['BASIC', 'LEGAL', 'TAX']);
    expect(all).toMatch(/银行.*查看企业的基本信息、法务信息；/);
    expect(all).toMatch(/税务信息，用于匹配.*不向扫码人展示$/);
    expect(claimDeclaration(['TAX'])).not.toContain('查看');
  });

  it('says to whom a scan shows what is allowed, where not all who scan are meant', () => {
    expect(valuesOf().scanners).toEqual([]);
    expect(valuesOf({ consents: ['LEGAL'], scanners: ['BANK'] } as Claim).scanners).toEqual(['BANK']);
    expect(claimDeclaration(['LEGAL'], ['GOVERNMENT', 'BANK'])).toMatch(
      /同意政府工作人员、银行扫码核验时查看企业的法务信息/,
    );
    expect(consentsText(['LEGAL', 'TAX'], ['BANK'])).toBe('法务信息（扫码时仅银行可见）、税务信息');
    expect(consentsText(['TAX'], ['BANK'])).toBe('税务信息');
    expect(consentsText(['LEGAL'], ['GOVERNMENT', 'BANK', 'PROVIDER', 'OTHER'])).toBe('法务信息');
  });

  it('shows an identity number as the console does', () => {
    expect(maskedIdNumber('50011319900101123X')).toBe('500113********123X');
    expect(maskedIdNumber('')).toBe('');
  });

  it('is not for enterprises that are gone or have their code', () => {
    const hit = { status: 'ACTIVE', certified: false } as EnterpriseHit;
    expect(unclaimable(hit)).toBeUndefined();
    expect(unclaimable({ ...hit, status: 'REVOKED' })).toMatch(/已吊销/);
    expect(unclaimable({ ...hit, status: 'CANCELLED', certified: true })).toMatch(/已注销/);
    expect(unclaimable({ ...hit, certified: true })).toBe('已领码');
  });

  it('says why it was refused as a whole, and leaves to the fields what is theirs', () => {
    const refusal = (status: number, code: string, errors?: object[]) =>
      claimRefusal(new ProblemError({ status, code, detail: '不行', errors: errors as never }));
    expect(refusal(409, 'ENTERPRISE_ALREADY_CLAIMED')).toBe('不行');
    expect(refusal(422, 'ENTERPRISE_NOT_ACTIVE')).toBe('不行');
    expect(refusal(429, 'CLAIMS_USED_UP')).toBe('不行');
    expect(refusal(422, 'LEGAL_REP_MISMATCH')).toBeUndefined();
    expect(refusal(422, 'VALIDATION_FAILED', [{ field: 'a' }])).toBeUndefined();
    expect(refusal(503, 'SERVICE_UNAVAILABLE')).toBeUndefined();
    expect(claimRefusal(null)).toBeUndefined();
  });

  it('whose code was given up says so, and when, and leads to no code any more', () => {
    const at = '2026-11-20T10:00:00+08:00';
    const enterprise = { id: 'e1' };
    const issued = {
      enterpriseId: 'e1',
      submittedAt: at,
      decidedAt: at,
      codeIssuedAt: at,
      status: 'APPROVED',
      codeStatus: 'ACTIVE',
    } as Claim;
    const ended: Claim = {
      ...issued,
      codeStatus: 'REVOKED',
      codeEnding: '解绑',
      codeEndedAt: '2026-11-27T05:26:00+08:00',
    };
    expect(claimSteps(issued).at(-1)?.label).toBe('企业码已发放');
    expect(claimSteps(ended).at(-1)).toEqual({
      label: '企业码已注销（解绑）',
      at: '2026-11-27T05:26:00+08:00',
      tone: 'ended',
    });
    expect(claimSteps({ ...ended, codeEnding: '注销' }).at(-1)?.label).toBe('企业码已注销');
    expect(canShowCode(issued, enterprise)).toBe(true);
    expect(canShowCode(ended, enterprise)).toBe(false);
    expect(canShowCode(issued, undefined)).toBe(false);
    expect(canShowCode(issued, { id: 'e2' })).toBe(false);
  });

  it('that was sent back waits for its applicant, then for the review again', () => {
    expect(claimNext({ status: 'SUBMITTED', kind: 'FIRST' })).toEqual(['工作人员审核', '发放企业码']);
    expect(claimNext({ status: 'RETURNED', kind: 'FIRST' })[0]).toBe('申请人补正并重新提交');
    expect(claimNext({ status: 'APPROVED', kind: 'FIRST' })).toEqual([]);
  });

  it('that was sent back says when and why', () => {
    const at = '2026-11-20T10:00:00+08:00';
    const back = '2026-11-23T15:00:00+08:00';
    const corrections = [{ submittedAt: at, returnedAt: back, reason: '公章不清晰' }];
    const steps = claimSteps({
      submittedAt: at,
      status: 'RETURNED',
      reason: '公章不清晰',
      corrections,
    } as Claim);
    expect(steps.at(-1)).toEqual({ label: '退回补正', at: back, tone: 'back', note: '公章不清晰' });
  });

  it('that was sent back, corrected and refused keeps all of it', () => {
    const [at, back, again, end] = ['20', '21', '22', '23'].map((day) => `2026-11-${day}T10:00:00+08:00`);
    const corrections = [{ submittedAt: at, returnedAt: back, reason: '公章不清晰', resubmittedAt: again }];
    expect(
      claimSteps({
        submittedAt: again,
        decidedAt: end,
        status: 'REJECTED',
        reason: '企业不符',
        corrections,
      } as Claim),
    ).toEqual([
      { label: '提交申请', at },
      { label: '退回补正', at: back, tone: 'back', note: '公章不清晰' },
      { label: '补正后重新提交', at: again },
      { label: '审核不通过', at: end, tone: 'ended', note: '企业不符' },
    ]);
  });

  it('that was taken back has the time of it', () => {
    const at = '2026-11-20T10:00:00+08:00';
    const steps = claimSteps({ submittedAt: at, withdrawnAt: at, status: 'WITHDRAWN' } as Claim);
    expect(steps.at(-1)).toEqual({ label: '已撤回', at, tone: 'ended' });
  });
});
