import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, useMe, type Consent, type ConsentCategory, type ScannerKind } from '../api';
import { label as labelOf } from '../i18n';
import { dateText, dateTimeText, inZone } from '../ui/format';

export { ConsentHead } from './ConsentHead';

/** Whether the person decides for the enterprise who may read what; the others of the enterprise read what was decided. */
export const useMayConsent = () => useMe().can('enterprise.consent');

/** Said to those who may not. */
export const CONSENTS_OF_ADMINISTRATORS = '授权、调整和收回由企业管理员办理，您可以查看。';

export const consentCategories: readonly ConsentCategory[] = ['BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX'];

/** What each category is. */
export const consentTexts: Record<ConsentCategory, string> = {
  BASIC:
    '法定代表人、主体类型、登记状态、注册资本、成立日期、行业、镇街、住所；企业名称和统一社会信用代码由企业码本身表明，不在此项内',
  INVESTMENT: '股东及出资比例、对外投资企业',
  ASSET: '不动产、机器设备、知识产权等',
  LEGAL: '诉讼、执行、行政处罚等司法与合规记录',
  TAX: '纳税信用等级、纳税额、开票额等，由平台取得，用于匹配政策和贷款；不向扫码人展示',
  REPORT:
    '登记信息、经营指标、税务和开票指标（本企业填报的，或另行授权平台取得的）、司法与合规记录（含平台向政务数据平台查询的失信、执行、裁判文书件数、处罚和经营异常）、在该机构的其他融资申请，以及在其他机构的申请笔数和状态',
  MATCHES: '符合条件的政策和贷款产品及匹配度；不含企业填报的信息和涉税数据',
};

/** Who may scan a code: those who have the permission by their role. */
export const SCANNERS = '政府部门、镇街、银行、服务机构、平台运营单位和商会中有扫码核验权限的工作人员';

/** The kinds of those who scan; a system scans as who answers for it. */
export const scannerKinds: readonly ScannerKind[] = ['GOVERNMENT', 'BANK', 'PROVIDER', 'OTHER'];

/** Some of them, in words; undefined where all are meant. */
export function someScanners(scanners: readonly ScannerKind[] = []): string | undefined {
  return scanners.length && scanners.length < scannerKinds.length
    ? scanners.map((one) => labelOf('scannerKind', one)).join('、')
    : undefined;
}

/** Stands beside the choice of who scans. */
export const SCANNERS_HINT = '其他扫码人指平台运营单位、商会等；第三方系统按其申请单位归类。';

/** What the whole of it governs, and what not. */
export const CONSENT_SCOPE = `您可以决定谁能看到企业的哪些信息、用于什么、看到何时。扫码核验人员是${SCANNERS}；每类信息可以只给其中几类扫码人看。收回立即生效，对方下一次查看时就看不到。`;

/** Stands above the categories that are chosen with a claim. */
export const CLAIM_CONSENT = `勾选的类别，只有在下面选定的扫码人扫码核验时看得到，扫码人是${SCANNERS}；税务信息除外，它由平台取得，只用于匹配政策和贷款产品，不向扫码人展示。都不勾选也可以领码，扫码时看不到任何信息，只提示企业未授权。授权自发码之日起两年内有效，税务信息为一年；以后可以随时在“数据授权”中更改。`;

/** Stands beside the choice of who scans in a claim, where nobody is chosen before. */
export const CLAIM_SCANNERS_HINT = `选中的扫码人看得到上面勾选的类别，未选的看不到；没有勾选类别的不必选，以后可以在“数据授权”中更改。${SCANNERS_HINT}`;

/** The authorization to fetch tax data and the consent of this category are one: either sets both. */
export const TAX_CONSENT = {
  given: '同意后，“数据授权 · 税务信息”同时开启；涉税数据只用于匹配，不向扫码人展示。',
  withdrawn:
    '“数据授权 · 税务信息”同时收回：平台不再取得和使用涉税数据，用到涉税数据的匹配结果一并删除（融资申请引用的，只留结论），请重新匹配。',
} as const;

/** What withdrawing a category does. */
export const withdrawalText = (category: ConsentCategory) =>
  category === 'TAX'
    ? '收回后，平台不再取得和使用涉税数据，用到涉税数据的匹配结果一并删除；融资申请引用的，只留结论，去除涉税数据。'
    : category === 'BASIC'
      ? '收回后，扫码人立即看不到此类信息；出示企业码时，企业名称、统一社会信用代码和企业码的状态、级别仍会显示。'
      : '收回后，扫码人立即看不到此类信息。';

/** What withdrawing from a bank does. */
const bankWithdrawalText = (bank: string) =>
  `收回后，${bank}立即不能再查看企业登记信息；已提交的申请仍可办理，需要的材料由银行另行联系。`;

/** What withdrawing from the systems of somebody does. */
const systemWithdrawalText = (owner: string) => `收回后，${owner}的系统立即不能再读取匹配结果。`;

/** What withdrawing the report from a bank does. */
const reportWithdrawalText = (bank: string) =>
  `收回后，${bank}立即不能再查看企业信息报告；已下载的报告由银行按约定保管。登记信息的授权不受影响。`;

/** What withdrawing from a receiver that is named does. */
export const namedWithdrawalText = ({ category, receiverKind, receiverName }: Consent) =>
  receiverKind === 'SYSTEM'
    ? systemWithdrawalText(receiverName)
    : category === 'REPORT'
      ? reportWithdrawalText(receiverName)
      : bankWithdrawalText(receiverName);

/** What it is called: a bank has two, one of which stands for all that it reads. */
export const consentName = ({ category, label, receiverId, receiverName }: Consent) =>
  !receiverId ? label : category === 'REPORT' ? `${receiverName}：${label}` : receiverName;

/** Stands at what a receiver was given that takes part no more: nobody of it gets in. */
export const RECEIVER_LEFT = '该机构已退出平台，不能再查看企业信息，也不能再向其授权。';

/** Whether the person can give it, or take it back where it is given. */
export const isOpen = ({ granted, receiverLeft }: Consent, decides: boolean) =>
  decides && (granted || !receiverLeft);

/** What a receiver that is named gets; of a report its head says what it is. */
export const namedText = ({ category, receiverKind, label }: Consent) =>
  receiverKind === 'SYSTEM' || category === 'REPORT'
    ? consentTexts[category]
    : `${label}：${consentTexts[category]}`;

const TAX_MONTHS = 12;

/** How long a consent may be given for. */
const terms = [
  { months: 6, label: '6 个月' },
  { months: 12, label: '1 年' },
  { months: 24, label: '2 年' },
  { months: 36, label: '3 年' },
] as const;

/** Tax data is never allowed for longer than the authorization to fetch it. */
const termsOf = (category: ConsentCategory) =>
  category === 'TAX' ? terms.filter((term) => term.months <= TAX_MONTHS) : terms;

/** The term that is offered first: what the centre gives without a choice. */
const usualTerm = (category: ConsentCategory) => (category === 'TAX' ? TAX_MONTHS : 24);

/** The last day of a consent that is given today for some months. */
export function lastDay(months: number, today: Dayjs = inZone(Date.now())): string {
  return today.add(months, 'month').format('YYYY-MM-DD');
}

/** Since when it holds or held no more, and until when. */
export function periodText(consent: Consent): string {
  const { standing, validFrom, validUntil, withdrawnAt } = consent;
  switch (standing) {
    case 'GIVEN':
      return `有效期 ${dateText(validFrom)} 至 ${dateText(validUntil)}（含）`;
    case 'EXPIRED':
      return `有效期至 ${dateText(validUntil)}（含）`;
    case 'WITHDRAWN':
      return `${dateTimeText(withdrawnAt)} 收回`;
    case 'NEVER':
      return '未授权';
  }
}

/** Whether it is about what a scan shows: then it is chosen to whom. */
const isForScanners = ({ receiverKind }: Consent) => receiverKind === 'SCANNER';

/** To whom it is given. */
export const receiverText = (consent: Consent) => someScanners(consent.scanners) ?? consent.receiverName;

/** What is changed of one that is given. */
export const changeText = (consent: Consent) => (isForScanners(consent) ? '调整范围和期限' : '调整期限');

/** What is agreed to by giving it, as it is read before; to which scanners, is chosen beside it. */
export const consentItems = (consent: Consent) => [
  {
    label: '授权内容',
    value: consent.receiverId
      ? `${consent.label}：${consentTexts[consent.category]}`
      : consentTexts[consent.category],
  },
  ...(isForScanners(consent) ? [] : [{ label: '提供给', value: consent.receiverName }]),
  { label: '用途', value: consent.purpose },
];

/** Stands for the end that a consent has. */
const AS_IT_IS = 0;

/** What is chosen before a consent is given or changed: for how long, and where it is about scans to whom it is shown. */
export function useConsentChoice(consent: Consent) {
  const { category, granted, validUntil } = consent;
  const [months, setMonths] = useState(granted ? AS_IT_IS : usualTerm(category));
  const [scanners, setScanners] = useState<ScannerKind[]>(granted ? consent.scanners : []);
  const forScanners = isForScanners(consent);
  return {
    months,
    setMonths,
    terms: [
      ...(granted ? [{ value: AS_IT_IS, label: `不变（至 ${dateText(validUntil)}）` }] : []),
      ...termsOf(category).map((term) => ({
        value: term.months,
        label: `${term.label}（至 ${lastDay(term.months)}）`,
      })),
    ],
    scanners,
    setScanners,
    forScanners,
    complete: !forScanners || scanners.length > 0,
    said: {
      granted: true,
      ...(months !== AS_IT_IS && { validUntil: lastDay(months) }),
      ...(forScanners && { scanners }),
    } satisfies Said,
  };
}

/** Names a consent among those of a page. */
export const consentKey = ({ category, receiverId, receiverKind }: Consent) =>
  !receiverId
    ? category
    : category === 'REPORT'
      ? `${category}-${receiverId}`
      : `${receiverKind}-${receiverId}`;

export function useConsents() {
  return useQuery({
    queryKey: ['consents'],
    queryFn: ({ signal }) => api.get('/api/code/my/consents', { signal }),
  });
}

/** How every consent came to stand as it does, the newest first. */
export function useConsentHistory(page: number, size: number) {
  return useQuery({
    queryKey: ['consents', 'history', page, size],
    queryFn: ({ signal }) => api.get('/api/code/my/consents/history', { query: { page, size }, signal }),
    placeholderData: keepPreviousData,
  });
}

interface Said {
  granted: boolean;
  /** Last day; without it as it stands, or the usual time. */
  validUntil?: string;
  /** To whom a scan shows it; without it as it stands, or to all. */
  scanners?: ScannerKind[];
}

/** Grants, withdraws or changes the end of one consent; `told` gets the sentence that says so. */
export function useConsentChange(
  consent: Consent,
  then: { told: (text: string) => void; onError: (error: Error) => void },
) {
  const queries = useQueryClient();
  const { category, receiverId, receiverKind, granted: before } = consent;
  const what = consentName(consent);
  return useMutation({
    mutationFn: (said: Said) =>
      receiverId
        ? receiverKind === 'SYSTEM'
          ? api.put('/api/code/my/consents/systems/{ownerId}', { path: { ownerId: receiverId }, body: said })
          : api.put(
              category === 'REPORT'
                ? '/api/code/my/consents/banks/{bankId}/report'
                : '/api/code/my/consents/banks/{bankId}',
              { path: { bankId: receiverId }, body: said },
            )
        : api.put('/api/code/my/consents/{category}', { path: { category }, body: said }),
    onSuccess: (_answer, { granted, validUntil }) =>
      then.told(
        granted && before
          ? `${what}的授权已调整${validUntil ? `，有效期至 ${validUntil}` : ''}`
          : granted
            ? `已授权${what}`
            : receiverId
              ? `已收回对${what}的授权`
              : `已收回${what}的授权`,
      ),
    onError: then.onError,
    // What the consent governs is read afresh: the card, and the profile with its tax facts.
    onSettled: () =>
      Promise.all(
        [['consents'], ['card'], ['profile']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}

/** What the switch for personalised recommendations does. */
export const RECOMMENDATION_TEXT =
  '开启时，政策和贷款按企业画像的匹配程度排序，本企业打开过的政策计入统计家数。关闭后，首页、匹配结果和消息不再按企业画像排序和推荐，按通用顺序展示，也不再计入统计；随时可以重新开启。';

/** Stands above a list in general order. */
export const GENERAL_ORDER = '个性化推荐已关闭，以下按编号顺序展示，不按企业画像排序。';

export function useRecommendations() {
  return useQuery({
    queryKey: ['recommendations'],
    queryFn: ({ signal }) => api.get('/api/match/my/recommendations', { signal }),
  });
}

/** Switches on or off; everything that is put in order is read afresh. */
export function useRecommendationSwitch(then: {
  told: (text: string) => void;
  onError: (error: Error) => void;
}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (personalised: boolean) =>
      api.put('/api/match/my/recommendations', { body: { personalised } }),
    onSuccess: (_choice, personalised) => then.told(personalised ? '个性化推荐已开启' : '个性化推荐已关闭'),
    onError: then.onError,
    onSettled: () =>
      Promise.all(
        [['recommendations'], ['match']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}

/** What the switch for new policies does. */
export const PUSH_TEXT =
  '开启时，新政策发布后企业符合条件的，告知企业成员，同一政策只告知一次；站内信之外用哪些方式，由各成员在“消息设置”中选择。关闭个性化推荐后也不再推送。';

export function usePushChoice() {
  return useQuery({
    queryKey: ['push'],
    queryFn: ({ signal }) => api.get('/api/match/my/push', { signal }),
  });
}

export function usePushSwitch(then: { told: (text: string) => void; onError: (error: Error) => void }) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: boolean) => api.put('/api/match/my/push', { body: { wanted } }),
    onSuccess: (_choice, wanted) => then.told(wanted ? '政策推送已开启' : '政策推送已关闭'),
    onError: then.onError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['push'] }),
  });
}

/** What the switch for the public ticker does. */
export const TICKER_TEXT =
  '开启时，本企业领取企业码、申请融资、申报政策的动态以遮盖后的企业名称展示在首页“最新动态”。关闭后已展示的立即撤下，此后的不再展示；重新开启只展示以后的。';

export function useTickerChoice() {
  return useQuery({
    queryKey: ['ticker', 'choice'],
    queryFn: ({ signal }) => api.get('/api/stats/my/ticker', { signal }),
  });
}

export function useTickerSwitch(then: { told: (text: string) => void; onError: (error: Error) => void }) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (shown: boolean) => api.put('/api/stats/my/ticker', { body: { shown } }),
    onSuccess: (_choice, shown) => then.told(shown ? '最新动态展示已开启' : '最新动态展示已关闭'),
    onError: then.onError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['ticker'] }),
  });
}
