import { noteBegunAfresh, reload } from './session-flow';
import type { Me } from './types';

/** As the services call it as well. */
export const ELSEWHERE = 'SWITCHED_ELSEWHERE';

/** For whom this window shows what it shows. */
let shownTo: { accountId: string; enterpriseId?: string } | undefined;

let refusing = false;
const watching = new Set<() => void>();

/**
 * Tells for whom this window shows what it shows: the services take changes from it for nobody else. The windows of a browser share a session; where another one has signed in as
 * somebody else, or acts for another enterprise, this one begins afresh. Who acts for none any more, or for a first one, is mistaken for nobody.
 *
 * @returns false where it is another: nothing of them belongs into this window, which may be kept to be read
 */
export function showsTo({ accountId, enterprise }: Pick<Me, 'accountId' | 'enterprise'>): boolean {
  const before = shownTo;
  if (before && (before.accountId !== accountId || isOther(before.enterpriseId, enterprise?.id))) {
    if (!refusing) beginAfresh();
    return false;
  }
  shownTo = { accountId, enterpriseId: enterprise?.id };
  return true;
}

const isOther = (before?: string, now?: string) => !!before && !!now && before !== now;

/**
 * What a request says of it. What is only read is read for the account: which enterprise it acts for may have changed by what this window did
 * itself.
 */
export function shownToHeader(changes: boolean): Record<string, string> {
  if (!shownTo) return {};
  const enterprise = changes ? shownTo.enterpriseId : undefined;
  return { 'X-Shown-To': [shownTo.accountId, enterprise].filter(Boolean).join('/') };
}

/** What this window shows is of somebody before; a form that is sent from it would be the other's. Who has typed something is asked by the browser, and may stay. */
export function beginAfresh(): void {
  refuseChangesForAnother();
  noteBegunAfresh();
  reload();
}

export const isShownToSomebody = () => shownTo !== undefined;

/** Who signs out leaves nothing behind that a later visitor were told of; and for tests, which share a window. */
export function showsToNobody(): void {
  shownTo = undefined;
  refuseChangesForAnother(false);
}

/**
 * Another window acts for another enterprise: what stands in this one was written for the enterprise of before, and is sent for
 * no other. Who keeps the page because of what they typed can still read it.
 */
export function refuseChangesForAnother(yes = true): void {
  refusing = yes;
  watching.forEach((listener) => listener());
}

export const refusesChanges = (): boolean => refusing;

/** Calls when that has changed. Returns the function that ends it. */
export function onRefusing(listener: () => void): () => void {
  watching.add(listener);
  return () => watching.delete(listener);
}
