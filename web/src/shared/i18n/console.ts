import i18next from 'i18next';

/** What the console alone speaks of: the first page of the portal and of H5 does not load it. */
export const consoleZhCN = {
  pushChannel: { IN_SITE: '站内信', SMS: '短信', WECHAT: '公众号' },
  pushResult: { DELIVERED: '已送达', ACCEPTED: '已提交', FAILED: '发送失败' },
  noticeState: { ENABLED: '启用', DISABLED: '停用' },
  notificationState: {
    DRAFT: '草稿',
    PENDING_APPROVAL: '待审批',
    REJECTED: '已驳回',
    SCHEDULED: '待发送',
    SENDING: '发送中',
    SENT: '已发送',
    CANCELLED: '已取消',
  },
  deliveryResult: {
    WAITING: '待发送',
    TAKEN: '发送中',
    DELIVERED: '已送达',
    ACCEPTED: '已提交',
    FAILED: '发送失败',
    UNCERTAIN: '结果不明',
    NOBODY: '未绑定',
    GONE: '账号已停用',
    CANCELLED: '已取消',
    DECLINED: '接收人不接收',
  },
  audienceTarget: { ACCOUNTS: '全部账号', ENTERPRISES: '企业用户', INSTITUTIONS: '机构人员' },
  duty: { SYSTEM: '系统管理', SECURITY: '安全管理', AUDIT: '审计管理' },
  referenceKind: {
    DICTIONARY: '字典',
    INDUSTRY: '行业',
    DIVISION: '行政区划',
    TOWN: '镇街',
    PARK: '园区',
  },
  scopeKind: {
    ALL: '全部',
    INSTITUTION: '本机构及下级',
    OWN: '本人经办',
    TOWNS: '指定镇街',
    INSTITUTIONS: '指定机构',
  },
  fieldRule: { EDITABLE: '可编辑', PLAIN: '明文', MASKED: '遮盖', HIDDEN: '隐藏' },
  draftState: { DRAFT: '草拟中', REVIEW: '待审核', PUBLISHED: '已发布' },
  sandboxChange: { GAIN: '新增可享', LOSE: '不再可享', UNKNOWN: '待补充', SAME: '不变' },
  sandboxTruth: { TRUE: '可享', FALSE: '不符合', UNKNOWN: '待补充' },
  entryStatus: {
    DRAFT: '录入中',
    SUBMITTED: '待审核',
    RETURNED: '已退回',
    APPROVED: '已发布',
    DISCARDED: '已作废',
  },
  publication: { DRAFT: '草稿', PUBLISHED: '已发布', REPLACED: '已被新版替代', WITHDRAWN: '已撤下' },
  batchState: {
    DRAFT: '待复核',
    APPROVED: '已复核',
    EXPORTED: '已送国库',
    SETTLED: '已登记结果',
    CANCELLED: '已作废',
  },
  paymentOutcome: {
    PENDING: '支付中',
    PAID: '成功',
    FAILED: '失败',
    RETURNED: '已退回',
    CANCELLED: '已作废',
  },
  returnState: { OPEN: '待确认', CONFIRMED: '已确认', REFUSED: '不予确认' },
  fieldType: {
    TEXT: '文字',
    NUMBER: '数字',
    MONEY: '金额',
    DATE: '日期',
    CHOICE: '单选',
    MULTI_CHOICE: '多选',
    YES_NO: '是否',
    FILE: '附件',
    TABLE: '表格',
  },
};

export function speakOfTheConsole(): void {
  i18next.addResourceBundle('zh-CN', 'translation', consoleZhCN, true);
}
