export { CaseProgress } from './CaseProgress';
export { Promised, PromisedDate } from './Promised';
export {
  ANSWER,
  AWAITED,
  firstDue,
  isOpenPromise,
  promisedBy,
  promiseText,
  promiseTone,
  willBe,
  willBeBy,
  type PromiseOf,
} from './promise';
