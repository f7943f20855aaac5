import type { EnterpriseCode } from '../api';

/** What is read where a code that is frozen or revoked would stand: why, and whom to ask. */
export function stoppedCode(
  { status, statusReason }: Pick<EnterpriseCode, 'status' | 'statusReason'>,
  hotline: { label: string; number: string },
) {
  const reason = statusReason?.trim().replace(/[。.；;]+$/, '');
  return {
    title: status === 'FROZEN' ? '企业码已冻结' : '企业码已注销',
    hint: [
      '企业码当前不能出示。',
      reason && `原因：${reason}。`,
      '如有疑问，请联系发码单位',
      hotline.number && `，或拨打${hotline.label} ${hotline.number}`,
      '。',
    ]
      .filter(Boolean)
      .join(''),
  };
}
