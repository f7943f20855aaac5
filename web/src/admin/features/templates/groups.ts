import type { NoticeTemplate } from '@/shared/api';

type Group = NoticeTemplate['template']['group'];

/** What notices are about, in the order of the list. */
export const GROUPS: Record<Group, string> = {
  ACCOUNT: '账号安全',
  COLLEAGUE: '企业成员',
  ADMISSION: '机构入驻',
  OPEN_API: '开放接口',
  CODE: '企业码',
  POLICY: '政策推送',
  DECLARATION: '政策申报',
  REDEMPTION: '政策兑现',
  LOAN: '融资申请',
  DEMAND: '融资需求',
  EVALUATION: '好差评',
  ACTIVITY: '金融活动',
  COORDINATION: '小微融资协调',
  EXPORT: '后台导出',
  NOTIFICATION: '消息通知',
};
