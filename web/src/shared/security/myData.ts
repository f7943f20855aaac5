import { api, saveFile } from '../api';
import { dropDrafts } from '../api/drafts';
import { showsToNobody } from '../api/shownTo';
import { tellSignedOut } from '../api/windows';
import { inZone } from '../ui';
import { ACCOUNT_WORDS, inWords } from './myDataWords';
import type { Proofs } from './secondFactor';

/** What stays after an account was closed, and why: said before it is. */
export const KEPT_AFTER_CLOSURE = [
  '登录日志和操作日志：按《网络安全法》留存不少于六个月，平台依法留存，不再用于其他目的',
  '以企业名义提交的领码、融资等申请及其办理记录：属于企业，由企业和办理单位依法留存；领码申请办结后满保存期限的，身份证号码和授权委托书清除',
  '授权变更和扫码、查看记录：作为处理依据留存，满保存期限后删除',
  '消息推送记录：只留是否送达，消息内容删除',
] as const;

export const GONE_AFTER_CLOSURE = [
  '手机号、姓名、密码、两步验证、通行密钥、外部身份绑定、常用设备，立即删除，手机号可以重新注册',
  '与企业的关联和成员身份，立即解除',
  '站内消息和未通过的入驻申请，随后删除；正在办理的领码申请，随后自动撤回',
] as const;

/** What the file of {@link takeOutMyData} holds, as it is said before. */
export const MY_DATA_HOLDS =
  '账号资料、登录设备、登录记录，所属和曾经所属的企业与机构，领码申请和扫码记录，融资申请和草稿、上传给银行的文件的名称、融资需求、活动报名、融资协调申报，政策申报和兑付，填写的企业画像数据，服务评价，站内消息';

/** One file with all that is kept of the person who is signed in: of each service its part, in words. */
export async function takeOutMyData(proofs: Proofs): Promise<void> {
  // The first part puts on record that it was taken out.
  const account = await api.post('/api/auth/me/data', { body: proofs });
  const [belonging, code, finance, policy, profile, said, messages] = await Promise.all([
    api.get('/api/user/my/data', {}),
    api.get('/api/code/my/data', {}),
    api.get('/api/finance/my/data', {}),
    api.get('/api/policy/my/data', {}),
    api.get('/api/match/my/data', {}),
    api.get('/api/ops/my/data', {}),
    api.get('/api/message/my/data', {}),
  ]);
  const now = inZone(Date.now());
  const file = {
    导出时间: now.format(),
    账号: inWords(account, ACCOUNT_WORDS),
    企业与机构: inWords(belonging),
    企业码: inWords(code),
    融资: inWords(finance, { declarations: '融资协调申报' }),
    政策申报: inWords(policy),
    企业画像: inWords(profile),
    服务评价: inWords(said),
    消息: inWords(messages),
  };
  saveFile(
    new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }),
    `我的数据-${now.format('YYYY-MM-DD')}.json`,
  );
}

const CLOSED_AT = 'zq.account-closed';

/** When an account was closed in this window; nothing else of it is known here. */
export function closedAt(): string | undefined {
  try {
    return sessionStorage.getItem(CLOSED_AT) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Closes the account for good and leaves for the page that says what was done: nothing of it stays in this browser but when that was. `home` is where
 * that page leads.
 */
export async function closeMyAccount(
  proofs: Proofs,
  home: '/' | '/m/',
  go: (to: string) => void = (to) => location.assign(to),
): Promise<void> {
  await api.post('/api/auth/me/closure', { body: proofs });
  try {
    sessionStorage.setItem(CLOSED_AT, new Date().toISOString());
  } catch {
    // Storage is switched off: the page says what is done with closed accounts, and not when this one was closed.
  }
  await api.post('/bff/logout', { keep401: true }).catch(() => undefined);
  tellSignedOut();
  showsToNobody();
  dropDrafts();
  go(`/account-closed?from=${encodeURIComponent(home)}`);
}
