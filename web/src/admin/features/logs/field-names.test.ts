import { describe, expect, it } from 'vitest';
import { fieldName, fieldValue } from './field-names';

describe('what a changed field is called and says', () => {
  it('names fields, and shows unknown ones as they came', () => {
    expect(fieldName('agentPhone')).toBe('经办人手机');
    expect(fieldName('facts.employees')).toBe('指标 employees');
    expect(fieldName('somethingNew')).toBe('somethingNew');
  });

  it('says states in the words of what they belong to', () => {
    expect(fieldValue('status', '领码申请', 'APPROVED')).toBe('审核通过');
    expect(fieldValue('status', '融资申请', 'APPROVED')).toBe('审批通过');
    expect(fieldValue('consents', '领码申请', 'BASIC、TAX')).toBe('基本信息、税务信息');
    expect(fieldValue('level', '政策', 'DISTRICT')).toBe('区级');
    expect(fieldValue('level', '企业码', 'KEY')).toBe('重点');
    expect(fieldValue('result', '登录日志', 'LOCKED、BAD_CODE')).toBe('账号已锁定、验证码错误');
    expect(fieldValue('kind', '信息推送日志', 'CODE')).toBe('企业码');
    expect(fieldValue('granted', '数据授权', 'true')).toBe('是');
    expect(fieldValue('reason', '企业码', undefined)).toBe('（无）');
    expect(fieldValue('agentPhone', '领码申请', '138****5678')).toBe('138****5678');
  });
});
