export { AuthenticatorKey } from './AuthenticatorKey';
export { useDevices, useShownDevices, useSignOutDevice } from './devices';
export { askPasskey, makePasskey, whyNoPasskeys } from './passkey';
export { passkeyFacts, PASSKEYS_INTRO, usePasskeyChanges, usePasskeys, type NewPasskey } from './passkeys';
export { changePhone, usePhoneCode, type NewPhone } from './phone';
export { withProof } from './proof';
export { RecoveryCodes } from './RecoveryCodes';
export { ClosureFate, ClosureTerms } from './ClosureTerms';
export { closeMyAccount, closedAt, MY_DATA_HOLDS, takeOutMyData } from './myData';
