import { beforeEach, expect, it, vi } from 'vitest';
import { answerWith, json, problem } from '../test/http';
import { closedAt, closeMyAccount, takeOutMyData } from './myData';

let saved: Blob | undefined;

const at = '2026-11-26T10:00:00+08:00';

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=t';
  URL.createObjectURL = (blob: Blob) => {
    saved = blob;
    return 'blob:data';
  };
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
});

it('what every service keeps of a person is one file, in words that they read', async () => {
  answerWith({
    'POST /api/auth/me/data': json({
      phone: '13800000001',
      displayName: '王小明',
      userType: '企业用户',
      registeredAt: at,
      secondFactor: false,
      passkeys: [{ id: 'p1', name: '手机', createdAt: at, backedUp: true }],
      devices: [{ address: '10.0.0.1', userAgent: 'Chrome', startedAt: at, seenAt: at }],
      signIns: [{ at, address: '10.0.0.1', userAgent: 'Chrome', result: 'SUCCESS' }],
      allowedApps: [{ name: '园区平台', owner: '科技局', knows: ['手机号'], givenAt: at }],
    }),
    'GET /api/user/my/data': json({
      memberships: [{ name: '某公司', role: '企业管理员', joinedAt: at }],
      formerMemberships: [
        { name: '另一公司', role: '企业成员', joinedAt: at, endedAt: at, why: '企业码注销：经办人调离' },
      ],
      invitations: [],
      applications: [],
    }),
    'GET /api/code/my/data': json({
      claims: [{ number: 'LM1', enterpriseName: '某公司', status: '已通过', agentPhone: '13800000001' }],
      scans: [],
    }),
    'GET /api/finance/my/data': json({
      applications: [{ number: 'RZ1', amount: 500000 }],
      drafts: [{ productTitle: '云税贷', amountWan: '88', purposeNote: '机床', savedAt: at }],
      demands: [{ number: 'XQ1', amount: 500000, postedAt: at }],
      signUps: [{ activityTitle: '银企对接会', people: 2, signedUpAt: at }],
      declarations: [{ number: 'XT1', declaredAt: at }],
      files: [{ name: '流水.pdf', size: 20480, applicationNumber: 'RZ1', uploadedAt: at }],
    }),
    'GET /api/policy/my/data': json({
      declarations: [{ number: 'SB1', answers: { field1: '原样' } }],
      redemptions: [
        {
          number: 'DF1',
          basis: 3,
          statement: '已投产',
          accountName: '某公司',
          accountBank: '某银行',
          accountNumber: '62',
        },
      ],
    }),
    'GET /api/match/my/data': json({ facts: [{ fact: '职工总数', value: 45, asOf: '2026-11-01' }] }),
    'GET /api/ops/my/data': json({
      evaluations: [
        { caseNumber: 'RZ1', caseTitle: '云税贷', grade: '不满意', words: '太慢', evaluatedAt: at },
      ],
    }),
    'GET /api/message/my/data': json({ messages: [{ at, title: '标题', body: '内容' }] }),
  });

  await takeOutMyData({ password: 'Gut-gewaehlt7' });

  const file = JSON.parse(await saved!.text()) as Record<string, unknown>;
  expect(file).toMatchObject({
    账号: { 手机号: '13800000001', 登录记录: [{ 结果: '成功' }] },
    企业与机构: {
      已结束的成员身份: [{ 名称: '另一公司', 角色: '企业成员', 结束原因: '企业码注销：经办人调离' }],
    },
    企业码: { 领码申请: [{ 编号: 'LM1', 经办人电话: '13800000001' }] },
    融资: {
      申请: [{ 编号: 'RZ1' }],
      申请草稿: [{ '金额（万元）': '88' }],
      融资需求: [{ 编号: 'XQ1', 发布时间: at }],
      活动报名: [{ 活动: '银企对接会', 人数: 2, 报名时间: at }],
      融资协调申报: [{ 编号: 'XT1', 申报时间: at }],
      上传的文件: [{ 名称: '流水.pdf', '大小（字节）': 20480, 申请编号: 'RZ1', 上传时间: at }],
    },
    // Whatever a department called the fields of its form.
    政策申报: {
      政策申报: [{ 填报内容: { field1: '原样' } }],
      政策兑付: [
        { 编号: 'DF1', 申报数额: 3, 情况说明: '已投产', 户名: '某公司', 开户银行: '某银行', 银行账号: '62' },
      ],
    },
    企业画像: { 填写的企业数据: [{ 项目: '职工总数', 值: 45 }] },
    服务评价: {
      评价: [{ 办理编号: 'RZ1', 办理事项: '云税贷', 满意程度: '不满意', 评价内容: '太慢', 评价时间: at }],
    },
    消息: { 站内消息: [{ 标题: '标题' }] },
  });
  const text = JSON.stringify(file).replaceAll('field1', '');
  expect(text.match(/"[A-Za-z]+":/g)).toBeNull();
});

it('who closes the account is led to the page that says what was done, and nothing else of it stays in the browser', async () => {
  sessionStorage.clear();
  localStorage.setItem('zq.draft.claim', '"甲"');
  const sent = answerWith({
    'POST /api/auth/me/closure': new Response(null, { status: 204 }),
    'POST /bff/logout': new Response(null, { status: 204 }),
  });
  const go = vi.fn();
  await closeMyAccount({ password: 'Gut-gewaehlt7' }, '/m/', go);

  expect(go).toHaveBeenCalledExactlyOnceWith('/account-closed?from=%2Fm%2F');
  expect(sent.map((one) => one.url.pathname)).toEqual(['/api/auth/me/closure', '/bff/logout']);
  expect(closedAt()).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(localStorage.getItem('zq.draft.claim')).toBeNull();
});

it('an account that was not closed is not said to be', async () => {
  sessionStorage.clear();
  answerWith({ 'POST /api/auth/me/closure': problem(409, 'CLOSURE_ONLY_ADMIN') });
  const go = vi.fn();

  await expect(closeMyAccount({ password: 'Gut-gewaehlt7' }, '/', go)).rejects.toThrow();
  expect(go).not.toHaveBeenCalled();
  expect(closedAt()).toBeUndefined();
});
