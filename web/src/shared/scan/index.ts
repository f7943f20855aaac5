export { decodePicture } from './decode';
export { advice, cleaned, scan, start, takesCode, type ScanState, type Way } from './flow';
export { checkOffline, offlineCheckSince, prepareOfflineCheck, type OfflineCheck } from './offline';
export { serviceTokenOf } from './serviceCode';
export { useCamera, type CameraState } from './useCamera';
