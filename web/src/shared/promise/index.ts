export { CaseProgress } from './CaseProgress';
export { Promised, PromisedDate } from './Promised';
export {
  ANSWER,
  AWAITED,
  isOpenPromise,
  promisedBy,
  promiseText,
  promiseTone,
  submittedText,
  willBe,
  type BoardOf,
  type PromiseOf,
} from './promise';
