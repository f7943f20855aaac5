export { DocumentText } from './DocumentText';
