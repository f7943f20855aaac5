export * from './evaluation';
export * from './queries';
export { EvaluationState, GradeTag } from './states';
