export { BrandMark } from './BrandMark';
export { CountdownRing, secondsLeft, useSecondsLeft } from './Countdown';
export { CountUp } from './CountUp';
export { Definition, type DefinitionItem } from './Definition';
export { DemoNotice } from './DemoNotice';
export * from './format';
export { Icon, type IconName } from './Icon';
export { Mascot, type Pose } from './Mascot';
export { Degree, MatchConditions } from './MatchConditions';
export { Motif } from './Motif';
export { useLargeText } from './preferences';
export {
  Empty,
  ErrorState,
  Forbidden,
  Loaded,
  NotFound,
  PageSkeleton,
  PlainButton,
  Skeleton,
  State,
} from './States';
export { DemoTag, StatusTag, Tag, Unverified, type Tone } from './StatusTag';
export { Timeline, type TimelineStep } from './Timeline';
export { useMedia } from './useMedia';
export { readDraft, useDraft } from './useDraft';
export { usePageTitle } from './usePageTitle';
export { useListUrlState, type ListUrlState } from './useUrlState';
