import { expect, it } from 'vitest';
import type { Claim, ClaimDetail, RegisterBasics } from '@/shared/api';
import { compare, differences } from './compare';

const register = {
  name: '重庆渝巴精密机械有限公司',
  uscc: '91500113MAX5XQ4WX4',
  legalRep: '陈志远',
  status: 'ACTIVE',
} as RegisterBasics;
const given = (differently: Partial<Claim> = {}, entry: RegisterBasics | undefined = register) =>
  ({
    claim: {
      enterpriseName: '重庆渝巴精密机械有限公司',
      uscc: '91500113MAX5XQ4WX4',
      legalRepName: '陈志远',
      ...differently,
    },
    register: entry,
    identityUnderOtherName: [] as string[],
    otherIdentities: [] as string[],
  }) as ClaimDetail;

it('a claim that says what the register says has no differences', () => {
  expect(differences(given())).toEqual([]);
  expect(compare(given()).map((row) => row.label)).toEqual([
    '企业名称',
    '统一社会信用代码',
    '法定代表人',
    '登记状态',
  ]);
});

it('another legal representative is a difference', () => {
  expect(differences(given({ legalRepName: '陈建国' }))).toEqual([
    { label: '法定代表人', claimed: '陈建国', registered: '陈志远', verdict: 'different' },
  ]);
});

it.each([
  ['陈**', '陈**'],
  [undefined, undefined],
])('who is covered or hidden is not called the same', (legalRepName, legalRep) => {
  const entry = { ...register, legalRep } as RegisterBasics;
  expect(compare(given({ legalRepName }, entry))).toContainEqual({
    label: '法定代表人',
    claimed: legalRepName,
    registered: legalRep,
    verdict: 'covered',
  });
});

it('an identity number that other claims contradict stands among what is compared', () => {
  const doubted = {
    ...given(),
    legalRepIdNumber: '500***',
    identityUnderOtherName: ['LM1'],
    otherIdentities: ['LM1', 'LM2'],
  };
  expect(compare(doubted)).toContainEqual({
    label: '法定代表人证件号',
    claimed: '500***',
    verdict: 'doubtful',
    others: ['LM1', 'LM2'],
  });
});

it('spaces, width and case of letters are not a difference', () => {
  const typed = { enterpriseName: ' 重庆渝巴 精密机械有限公司', uscc: '91500113max5xq4wx4' };
  expect(differences(given(typed))).toEqual([]);
  const brackets = { ...register, name: '沅舟半导体（重庆）有限公司' };
  expect(differences(given({ enterpriseName: '沅舟半导体(重庆)有限公司' }, brackets))).toEqual([]);
});

it('an enterprise that was struck off is marked, whatever was given', () => {
  const [row] = differences(given({}, { ...register, status: 'REVOKED' }));
  expect(row).toMatchObject({ label: '登记状态', registered: '吊销' });
});

it('without the register nothing is compared', () => {
  expect(compare({ ...given(), register: undefined })).toEqual([]);
});
