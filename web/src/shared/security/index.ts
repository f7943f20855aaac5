export { AuthenticatorKey } from './AuthenticatorKey';
export { useDevices, useSignOutDevice } from './devices';
export { withProof } from './proof';
export { RecoveryCodes } from './RecoveryCodes';
export { ClosureTerms } from './ClosureTerms';
export { closeMyAccount, takeOutMyData } from './myData';
