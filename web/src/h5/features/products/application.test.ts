import { describe, expect, it } from 'vitest';
import { amountProblem } from './ApplyPage';
import { applicationOf } from './application';

const typed = {
  amountWan: '123.45',
  termMonths: '12',
  purpose: ' 采购原材料 ',
  contactName: '张三',
  contactPhone: '13800000000',
};

describe('applying from the phone', () => {
  it('turns 万元 into yuan to the cent and says that it came by the official account', () => {
    const request = applicationOf('p1', typed);
    expect(request.amount).toBe(1_234_500);
    expect(request.channel).toBe('WECHAT');
    expect(request.purpose).toBe('采购原材料');
  });

  it('is a first loan unless it names the loan that it renews', () => {
    expect(applicationOf('p1', typed).kind).toBe('FIRST');
    expect(applicationOf('p1', { ...typed, renews: 'a1' })).toMatchObject({
      kind: 'RENEWAL',
      renewsApplicationId: 'a1',
    });
  });

  it('refuses amounts that are no numbers, too small, or above the product', () => {
    expect(amountProblem('一百', 300)).toBe('请填写数字，最多两位小数');
    expect(amountProblem('0.5', 300)).toBe('申请金额不能少于 1 万元');
    expect(amountProblem('301', 300)).toContain('不能超过产品最高额度');
    expect(amountProblem('300', 300)).toBeUndefined();
    expect(amountProblem('99999', undefined)).toBeUndefined();
  });
});
