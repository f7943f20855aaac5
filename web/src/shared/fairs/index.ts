export * from './queries';
export * from './words';
export { CoverPicture, WideCover } from './CoverPicture';
export { ArticleTag, PhaseTag, SignUpTag } from './tags';
