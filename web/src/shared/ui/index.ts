export { BrandMark } from './BrandMark';
export { CountdownRing, secondsLeft } from './Countdown';
export { CountUp } from './CountUp';
export { CountedFrom, Deadline } from './Deadline';
export { Definition } from './Definition';
export { DemoNotice } from './DemoNotice';
export { ErrorSummary, type Mistake } from './ErrorSummary';
export { Exclusions } from './Exclusions';
export * from './format';
export { Icon, type IconName } from './Icon';
export { Mascot, type Pose } from './Mascot';
export { beginsText, isUnclear, outcomeOf } from './conditions';
export { MatchConditions } from './MatchConditions';
export { Motif } from './Motif';
export { PlainTable } from './PlainTable';
export { prefersStill, useLargeText } from './preferences';
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
export { Sources } from './Sources';
export { certaintyText, NO_BENEFIT, sourceKind, validityText } from './sources';
export {
  DemoTag,
  LoanState,
  PolicyCertainty,
  StatusTag,
  Tag,
  toneOf,
  Unverified,
  type Certain,
  type Tone,
} from './StatusTag';
export { CodeNumber } from './CodeNumber';
export { Timeline, type TimelineStep } from './Timeline';
export { SectionNav } from './SectionNav';
export { Uscc } from './Uscc';
export { Whole } from './Whole';
export { inWords, Words } from './Words';
export { useScrollSpy } from './useScrollSpy';
export { useMedia } from './useMedia';
export { BrokenOff } from './BrokenOff';
export { ShownToAnother } from './ShownToAnother';
export { Offline } from './Offline';
export { useOnline } from './useOnline';
export { useDraft } from './useDraft';
export { useResend } from './useResend';
export { useShownStep, useSteps } from './useSteps';
export { usePageTitle } from './usePageTitle';
export {
  PASSWORD_RULE,
  passwordProblem,
  PERSON,
  PERSON_MAX,
  PERSON_RULE,
  personProblem,
  PHONE,
} from './fields';
export { isNarrowed, useListUrlState, type ListUrlState } from './useUrlState';
