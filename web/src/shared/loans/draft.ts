import type { LoanDraft, LoanDraftTyped } from '../api';
import { termsOf, type LoanValues } from './application';

/** What was typed and has not reached the platform yet, as this machine keeps it; `base` is the version that it goes on from. */
export interface KeptHere {
  base?: number;
  values: LoanValues;
}

/** What the form starts with, and where it comes from. */
export interface Start {
  values?: LoanValues;
  /** Not yet on the platform: it is sent as soon as the form is open. */
  here: boolean;
  /** Something is kept here that went on from a draft that is another by now. */
  dropped: boolean;
  /** Whose account's number the bank was to call: now it is the account of who goes on, and the name with it. */
  contactOf?: string;
}

/** An earlier release kept the form by itself. */
const kept = (found: KeptHere | LoanValues | undefined): KeptHere | undefined =>
  found && ('values' in found ? found : { values: found as LoanValues });

/** What is on this machine goes before the draft that it goes on from, and after one that somebody else went on with. */
export function startOf(
  product: { minTermMonths?: number; termMonths?: number },
  draft: LoanDraft | undefined,
  found: KeptHere | LoanValues | undefined,
): Start {
  const here = kept(found);
  if (here && here.base === draft?.version)
    return { values: fitting(product, here.values), here: true, dropped: false };
  return {
    values: draft && fitting(product, valuesOf(draft)),
    here: false,
    dropped: !!here && !!draft,
    ...(draft && isContactOfOther(draft) && { contactOf: draft.savedBy }),
  };
}

/** A term that the product does not offer any more has to be chosen anew. */
function fitting(product: { minTermMonths?: number; termMonths?: number }, values: LoanValues): LoanValues {
  const { termMonths } = values;
  return termMonths !== undefined && !termsOf(product).includes(Number(termMonths))
    ? { ...values, termMonths: undefined }
    : values;
}

/** The number of an account is of whoever hands in: beside it stands nobody else's name. */
const isContactOfOther = (draft: LoanDraft) => draft.useAccountPhone && !draft.savedByMe;

/** A draft as the forms hold it; without a name where it is not of the account whose number is called. */
export function valuesOf(draft: LoanDraft): LoanValues {
  return {
    amountWan: draft.amountWan,
    termMonths: draft.termMonths,
    purpose: draft.purpose,
    purposeNote: draft.purposeNote,
    kind: draft.kind,
    renewsApplicationId: draft.renewsApplicationId,
    ...(!isContactOfOther(draft) && { contactName: draft.contactName }),
    phoneOf: draft.useAccountPhone ? 'ACCOUNT' : 'OTHER',
    contactPhone: draft.contactPhone,
  };
}

/** Whoever goes back to the number of the own account is who is called. */
export const withOneContact = (changed: LoanValues, all: LoanValues, own: LoanValues): LoanValues =>
  changed.phoneOf === 'ACCOUNT' && own.contactName ? { ...all, contactName: own.contactName } : all;

/** The fields of the portal hold numbers where numbers are meant. */
export const asNumbers = (values: LoanValues | undefined): LoanValues | undefined =>
  values && { ...values, amountWan: numberOf(values.amountWan), termMonths: numberOf(values.termMonths) };

function numberOf(typed: number | string | undefined): number | undefined {
  const number = Number(String(typed ?? '').trim() || NaN);
  return Number.isFinite(number) ? number : undefined;
}

/** A field of the phone's form holds text. */
export const asTexts = (values: LoanValues | undefined): LoanValues =>
  Object.fromEntries(
    Object.entries(values ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

/** The form as it is saved: whatever is in it so far. */
export function typedOf(
  product: { edition: number },
  values: LoanValues,
  version: number | undefined,
): LoanDraftTyped {
  const amount = String(values.amountWan ?? '').trim();
  return {
    version,
    productEdition: product.edition,
    amountWan: amount || undefined,
    termMonths: numberOf(values.termMonths),
    purpose: values.purpose || undefined,
    purposeNote: values.purposeNote || undefined,
    kind: values.kind,
    renewsApplicationId: values.renewsApplicationId || undefined,
    contactName: values.contactName || undefined,
    useAccountPhone: values.phoneOf === 'ACCOUNT',
    contactPhone: values.contactPhone || undefined,
  };
}
