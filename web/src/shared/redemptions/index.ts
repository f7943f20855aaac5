export * from './queries';
export { shownStatus } from './mine';
export { amountText, MyRedemptions, RedemptionProjectList } from './Projects';
export { ApplyBody } from './ApplyBody';
export { RedeemLink, useRedeemable } from './RedeemLink';
export { ClaimFacts, RedemptionBody } from './RedemptionBody';
export { RedemptionProgress } from './RedemptionProgress';
export { RedemptionProjectBody } from './ProjectBody';
export { figureOf, isEvaluated, isUnderWay } from './claim';
