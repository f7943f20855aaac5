import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldName, fieldValue } from './field-names';

describe('what a changed field is called and says', () => {
  it('names fields, and shows unknown ones as they came', () => {
    expect(fieldName('agentPhone')).toBe('经办人手机');
    expect(fieldName('facts.employees')).toBe('职工总数');
    expect(fieldName('perDay')).toBe('每日次数上限');
    expect(fieldName('somethingNew')).toBe('somethingNew');
  });

  it('knows every fact of the profile by the name that matching-service gives it', () => {
    const facts = JSON.parse(
      readFileSync(
        '../matching-service/api/src/main/resources/cn/zhengqi/matching/api/facts/facts.json',
        'utf8',
      ),
    ) as { name: string; label: string }[];
    expect(facts.length).toBeGreaterThan(20);
    for (const { name, label } of facts) expect(fieldName(`facts.${name}`)).toBe(label);
  });

  it('says times, sums, reasons and scopes as people read them', () => {
    expect(fieldValue('expiresAt', '接口密钥', '2026-11-27T12:56:25.690807376+08:00')).toBe(
      '2026-11-27 12:56:25',
    );
    expect(fieldValue('expiresAt', '接口密钥', '2027-11-27T16:00:00Z')).toBe('2027-11-28 00:00:00');
    expect(fieldValue('amount', '融资申请', '1200000.00')).toBe('1,200,000');
    expect(fieldValue('refusalReasonCode', '融资申请', 'CREDIT_RECORD')).toBe('征信记录不符合要求');
    expect(fieldValue('scopes', '接口密钥', 'code.verify card.read')).toBe('核验动态企业码、读取企业名片');
  });

  it('says states in the words of what they belong to', () => {
    expect(fieldValue('status', '领码申请', 'APPROVED')).toBe('审核通过');
    expect(fieldValue('status', '融资申请', 'APPROVED')).toBe('审批通过');
    expect(fieldValue('consents', '领码申请', 'BASIC、TAX')).toBe('基本信息、税务信息');
    expect(fieldValue('status', '融资需求', 'OFFERED')).toBe('已报价');
    expect(fieldValue('guarantees', '融资需求', 'MORTGAGE、PLEDGE')).toBe('抵押、质押');
    expect(fieldValue('level', '政策', 'DISTRICT')).toBe('区级');
    expect(fieldValue('status', '政策兑现', 'IN_NOTICE')).toBe('公示中');
    expect(fieldValue('kind', '兑付项目', 'EXEMPT')).toBe('免申即享');
    expect(fieldValue('state', '支付批次', 'EXPORTED')).toBe('已送国库');
    expect(fieldValue('level', '企业码', 'KEY')).toBe('重点');
    expect(fieldValue('result', '登录日志', 'LOCKED、BAD_CODE')).toBe('账号已锁定、验证码错误');
    expect(fieldValue('kind', '信息推送日志', 'CODE')).toBe('企业码');
    expect(fieldValue('granted', '数据授权', 'true')).toBe('是');
    expect(fieldValue('reason', '企业码', undefined)).toBe('（无）');
    expect(fieldValue('agentPhone', '领码申请', '138****5678')).toBe('138****5678');
  });
});
