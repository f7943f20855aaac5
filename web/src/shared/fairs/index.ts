export * from './queries';
export * from './words';
export { CoverPicture, WideCover } from './CoverPicture';
export { ArticleTag, OwnPhaseTag, PhaseTag, SignUpTag } from './tags';
