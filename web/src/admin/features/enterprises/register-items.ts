import type { EnterpriseDetail } from '@/shared/api';
import { dateText, industryText, wan } from '@/shared/ui';

type Entry = Pick<EnterpriseDetail, 'entityType' | 'establishedOn' | 'industryName' | 'townName'> &
  Partial<Pick<EnterpriseDetail, 'address' | 'industryCode' | 'legalRep' | 'registeredCapital'>>;

/** What the register tells of an enterprise, in one order wherever it is read. */
export const registerItems = (entry: Entry) => [
  { label: '法定代表人', value: entry.legalRep, sensitive: true },
  { label: '主体类型', value: entry.entityType },
  { label: '注册资本', value: wan(entry.registeredCapital) },
  { label: '成立日期', value: dateText(entry.establishedOn) },
  { label: '所属行业', value: industryText(entry.industryCode, entry.industryName) },
  { label: '所属镇街', value: entry.townName },
  { label: '住所', value: entry.address, wide: true, sensitive: true },
];
