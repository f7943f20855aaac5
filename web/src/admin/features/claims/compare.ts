import type { ClaimDetail } from '@/shared/api';
import { label } from '@/shared/i18n';

export const USCC = '统一社会信用代码';

export interface Comparison {
  label: string;
  /** As the applicant gave it; absent where the applicant was not asked. */
  claimed?: string;
  /** Absent where it is hidden from the reviewer. */
  registered?: string;
  /** `covered`: the reviewer does not see both as they are. `doubtful`: other claims say otherwise. */
  verdict: 'same' | 'different' | 'covered' | 'doubtful';
  /** Numbers of the claims that say otherwise. */
  others?: string[];
}

// Full-width letters and brackets are how the same name gets typed differently.
const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

function against(name: string, claimed: string, registered: string): Comparison {
  const same = plain(claimed) === plain(registered);
  return { label: name, claimed, registered, verdict: same ? 'same' : 'different' };
}

/** What is hidden or covered from the reviewer cannot be compared: two people have the same family name. */
const againstIfSeen = (name: string, claimed?: string, registered?: string): Comparison =>
  claimed && registered && !`${claimed}${registered}`.includes('*')
    ? against(name, claimed, registered)
    : { label: name, claimed, registered, verdict: 'covered' };

/**
 * What the applicant gave beside what the register says, and the register's own state: an entry that is no longer
 * active counts as different, whatever was given.
 */
export function compare({
  claim,
  register,
  legalRepIdNumber,
  identityUnderOtherName,
  otherIdentities,
}: ClaimDetail): Comparison[] {
  if (!register) return [];
  const others = [...new Set([...identityUnderOtherName, ...otherIdentities])];
  return [
    against('企业名称', claim.enterpriseName, register.name),
    against(USCC, claim.uscc, register.uscc),
    againstIfSeen('法定代表人', claim.legalRepName, register.legalRep),
    ...(others.length
      ? [
          {
            label: '法定代表人证件号',
            claimed: legalRepIdNumber,
            verdict: 'doubtful',
            others,
          } as const,
        ]
      : []),
    {
      label: '登记状态',
      registered: label('enterpriseStatus', register.status),
      verdict: register.status === 'ACTIVE' ? 'same' : 'different',
    },
  ];
}

export function differences(detail: ClaimDetail): Comparison[] {
  return compare(detail).filter((row) => row.verdict === 'different');
}
