import type { Consent } from '../api';

/** Whom it is given to, and below that which of several: what breaks is the name. */
export function ConsentHead({ of: { category, label, receiverId, receiverName } }: { of: Consent }) {
  if (!receiverId) return label;
  if (category !== 'REPORT') return receiverName;
  return (
    <>
      {receiverName}
      <br />
      {label}
    </>
  );
}
