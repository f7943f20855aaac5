import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Consent, type ConsentCategory } from '../api';

export const consentCategories: readonly ConsentCategory[] = ['BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX'];

/** What each category is. */
export const consentTexts: Record<ConsentCategory, string> = {
  BASIC: '名称、信用代码、法定代表人、注册资本、成立日期、住所、行业',
  INVESTMENT: '股东及出资比例、对外投资企业',
  ASSET: '不动产、机器设备、知识产权等',
  LEGAL: '诉讼、执行、行政处罚等司法与合规记录',
  TAX: '纳税信用等级、纳税额、开票额等，由平台取得，用于匹配政策和贷款；不向扫码人展示',
};

/** What the whole of it governs, and what not. */
export const CONSENT_SCOPE =
  '授权范围是政府工作人员扫企业码时能看到的信息；税务信息不向扫码人展示，只用于匹配。收回立即生效。';

/** The authorization to fetch tax data and the consent of this category are one: either sets both. */
export const TAX_CONSENT = {
  given: '同意后，“数据授权 · 税务信息”同时开启；涉税数据只用于匹配，不向扫码人展示。',
  withdrawn: '“数据授权 · 税务信息”同时收回：平台不再取得和使用涉税数据。',
} as const;

/** What withdrawing a category does. */
export const withdrawalText = (category: ConsentCategory) =>
  category === 'TAX' ? '收回后，平台不再取得和使用涉税数据。' : '收回后，扫码人立即看不到此类信息。';

export function useConsents() {
  return useQuery({
    queryKey: ['consents'],
    queryFn: ({ signal }) => api.get('/api/code/my/consents', { signal }),
  });
}

/** Grants (true) or withdraws one category; `told` gets the sentence that says so. */
export function useConsentChange(
  { category, label }: Consent,
  then: { told: (text: string) => void; onError: (error: Error) => void },
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (granted: boolean) =>
      api.put('/api/code/my/consents/{category}', { path: { category }, body: { granted } }),
    onSuccess: (_answer, granted) => then.told(granted ? `已授权${label}` : `已收回${label}的授权`),
    onError: then.onError,
    // What the consent governs is read afresh: the card, and the profile with its tax facts.
    onSettled: () =>
      Promise.all(
        [['consents'], ['card'], ['profile']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}
