export { CaseProgress } from './CaseProgress';
export { Promised, PromisedDate } from './Promised';
export {
  ANSWER,
  AWAITED,
  isOpenPromise,
  promisedBy,
  promiseText,
  promiseTone,
  willBe,
  type PromiseOf,
} from './promise';
