import type { OfferView } from '@/shared/api';

type Service = OfferView['service'];

/** What a code can open, as staff choose it; `of` says of what kind the one thing is that it is about. */
export const services: Record<Service, { label: string; of?: 'policy' | 'product' }> = {
  POLICIES: { label: '惠企政策' },
  POLICY: { label: '一项政策', of: 'policy' },
  LOANS: { label: '贷款产品' },
  LOAN: { label: '申请一个贷款产品', of: 'product' },
  MATCH: { label: '政策与贷款智能匹配' },
  REPORT: { label: '政策申报规划报告' },
  CLAIM: { label: '领取企业码' },
  CODE: { label: '出示企业码' },
  PROFILE: { label: '完善企业画像' },
  CONSENTS: { label: '数据授权' },
};

export const serviceOptions = (Object.keys(services) as Service[]).map((value) => ({
  value,
  label: services[value].label,
}));

export const KINDS = { SERVICE: '服务码', VENUE: '场所码' } as const;
export const STATES = { ACTIVE: '使用中', STOPPED: '已停用' } as const;
