import type { CodeStatus } from '@/shared/api';

export const CODE_ACTIONS = {
  freeze: {
    title: '冻结',
    intro: '冻结后企业不能出示企业码，已出示的也不能再被扫码查看；可随时解冻。企业会收到通知。',
    usual: 'REASON_CODE_FREEZE',
    done: '已冻结',
  },
  unfreeze: {
    title: '解冻',
    intro: '解冻后企业可重新出示企业码。企业会收到通知。',
    usual: 'REASON_CODE_UNFREEZE',
    done: '已解冻',
  },
  reissue: {
    title: '换发',
    intro: '换发后编号和静态码都是新的，此前出示和印制的码立即失效；状态和级别不变。企业会收到通知。',
    usual: 'REASON_CODE_REISSUE',
    done: '已换发',
  },
  revoke: {
    title: '注销',
    intro:
      '注销后不可恢复：企业的管理员和成员与企业的关联随即解除，在重新领码并通过审核前，看不到企业的融资申请、政策申报、数据授权和查看记录；企业给出的数据授权全部终止，未办结的申请由受理单位继续办理。只需暂停示码时请用“冻结”。企业会收到通知。',
    usual: 'REASON_CODE_REVOKE',
    done: '已注销',
  },
} as const;

export type CodeAction = keyof typeof CODE_ACTIONS;

/** What may be done with a code in this state, what cannot be taken back last. A revoked one stays revoked. */
export function actionsOf(status: CodeStatus): (CodeAction | 'level')[] {
  if (status === 'REVOKED') return [];
  return [status === 'ACTIVE' ? 'freeze' : 'unfreeze', 'reissue', 'level', 'revoke'];
}
