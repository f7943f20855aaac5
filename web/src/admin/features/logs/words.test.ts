import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ANSWER_STATUSES, CASE_STATUSES, CREDIT_KINDS, ORIGINS } from '@/shared/coordination/coordination';
import { CLAIM_STATUSES, DEMAND_STATUSES, GUARANTEES } from '@/shared/demands/demand';
import { zhCN } from '@/shared/i18n/zh-CN';
import { consoleZhCN } from '@/shared/i18n/console';

/** ops-service says what a changed field and its value are called, on the page and in the file. */
const { lists } = JSON.parse(
  readFileSync('../ops-service/server/src/main/resources/cn/zhengqi/ops/audit/words.json', 'utf8'),
) as { lists: Record<string, Record<string, string>> };

/** Lists that only the log has: outcomes of a reverse match are those of policies and of loan products, which the pages tell in words of their own. */
const OWN = ['service', 'reverseOutcome'];

it('operations are told in the words that the pages of what was changed have', () => {
  // By its day, between two states: no field ever has it.
  const { NOTICE_OVER, ...redemptionStatus } = zhCN.redemptionStatus;
  expect(NOTICE_OVER).toBe('公示期满');
  const pages: Record<string, object | undefined> = {
    ...zhCN,
    ...consoleZhCN,
    redemptionStatus,
    demandStatus: { ...DEMAND_STATUSES, ...CLAIM_STATUSES },
    demandGuarantee: GUARANTEES,
    coordinationStatus: { ...CASE_STATUSES, ...ANSWER_STATUSES },
    coordinationCreditKind: CREDIT_KINDS,
    coordinationOrigin: ORIGINS,
  };
  const compared = Object.keys(lists).filter((name) => !OWN.includes(name));
  expect(compared.length).toBeGreaterThan(25);
  for (const name of compared) expect({ [name]: lists[name] }).toEqual({ [name]: pages[name] });
});
