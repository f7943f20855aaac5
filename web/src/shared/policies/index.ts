export { DocumentText } from './DocumentText';
export { Carried } from './Carried';
export { NotTogether } from './NotTogether';
export { PolicyNotices } from './PolicyNotices';
export { endedText } from './ended';
