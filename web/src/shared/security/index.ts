export { AuthenticatorKey } from './AuthenticatorKey';
export { useDevices, useSignOutDevice } from './devices';
export { withProof } from './proof';
export { RecoveryCodes } from './RecoveryCodes';
export { closeMyAccount, GONE_AFTER_CLOSURE, KEPT_AFTER_CLOSURE, takeOutMyData } from './myData';
