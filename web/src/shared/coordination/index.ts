export * from './coordination';
export * from './queries';
export { AnswerState, CaseState, StandingTag } from './states';
