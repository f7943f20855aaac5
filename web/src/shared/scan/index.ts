export { decodePicture } from './decode';
export { advice, cleaned, scan, start, takesCode, type ScanState, type Way } from './flow';
export { useCamera, type CameraState } from './useCamera';
