export { DocumentText } from './DocumentText';
export { Carried } from './Carried';
export { NotTogether } from './NotTogether';
export { withdrawnText } from './withdrawn';
