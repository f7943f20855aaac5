export * from './demand';
export * from './queries';
export { DemandState, ClaimState } from './states';
