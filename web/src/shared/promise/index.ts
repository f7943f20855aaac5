export { Promised, PromisedDate } from './Promised';
export { ANSWER, isOpenPromise, promisedBy, promiseText, promiseTone, type PromiseOf } from './promise';
