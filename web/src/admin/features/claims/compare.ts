import type { ClaimDetail } from '@/shared/api';
import { label } from '@/shared/i18n';

export interface Comparison {
  label: string;
  /** As the applicant gave it; null where the applicant was not asked. */
  claimed: string | null;
  registered: string | null;
  verdict: 'same' | 'different';
}

// Full-width letters and brackets are how the same name gets typed differently.
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

function against(name: string, claimed: string, registered: string | null | undefined): Comparison {
  const same = !!registered && plain(claimed) === plain(registered);
  return { label: name, claimed, registered: registered ?? null, verdict: same ? 'same' : 'different' };
}

/**
 * What the applicant gave beside what the register says, and the register's own state: an entry that is no longer
 * active counts as different, whatever was given.
 */
export function compare(claim: ClaimDetail): Comparison[] {
  const { enterprise } = claim;
  if (!enterprise) return [];
  return [
    against('企业名称', claim.enterpriseName, enterprise.name),
    against('统一社会信用代码', claim.uscc, enterprise.uscc),
    against('法定代表人', claim.legalRepName, enterprise.legalRep),
    {
      label: '登记状态',
      claimed: null,
      registered: label('enterpriseStatus', enterprise.status),
      verdict: enterprise.status === 'ACTIVE' ? 'same' : 'different',
    },
  ];
}

export function differences(claim: ClaimDetail): Comparison[] {
  return compare(claim).filter((row) => row.verdict === 'different');
}
