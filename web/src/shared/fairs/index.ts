export * from './queries';
export * from './words';
export { ArticleTag, PhaseTag, SignUpTag } from './tags';
