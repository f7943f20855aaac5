/**
 * What may be sent where, read off the services' OpenAPI documents: a path, path value, query, body or answer that the
 * documents do not have does not compile. openapi-fetch has such types too, but its client answers `{data, error}` and
 * would stand beside our own `send`, which files, event streams and the sign-in flow need anyway.
 */
import type { paths as Auth } from './schema/auth-service';
import type { paths as Code } from './schema/enterprise-code-service';
import type { paths as Finance } from './schema/finance-service';
import type { components as MatchingSchemas, paths as Matching } from './schema/matching-service';
import type { paths as Messages } from './schema/message-service';
import type { paths as Ops } from './schema/ops-service';
import type { paths as Policies } from './schema/policy-service';
import type { paths as Stats } from './schema/stats-service';
import type { paths as Users } from './schema/user-service';
import type { SessionState } from './signInEnds';
import type { PlanningReport, Profile } from './types';

/** The gateway's own endpoints, which no service documents. */
interface Session {
  '/bff/session': { get: { responses: { 200: { content: { 'application/json': SessionState } } } } };
  '/bff/refresh': { post: { responses: { 204: { content?: never } } } };
  '/bff/logout': { post: { responses: { 204: { content?: never } } } };
}

interface Paths extends Auth, Code, Finance, Matching, Messages, Ops, Policies, Stats, Users, Session {}

export type Method = 'get' | 'post' | 'put' | 'delete';

/** The paths that know the method. */
export type PathOf<M extends Method> = {
  [P in keyof Paths]: Paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof Paths];

type Operation<M extends Method, P extends PathOf<M>> = Paths[P] extends Record<M, infer O> ? O : never;

type PathValues<O> = O extends { parameters: { path: infer V } } ? V : undefined;

export type QueryOf<P extends PathOf<'get'>> = QueryValues<Operation<'get', P>>;
type QueryValues<O> = O extends { parameters: { query?: infer Q } }
  ? [NonNullable<Q>] extends [never]
    ? undefined
    : NonNullable<Q>
  : undefined;

type Body<O> = O extends { requestBody?: infer R }
  ? [NonNullable<R>] extends [never]
    ? undefined
    : NonNullable<R> extends { content: { 'application/json': infer B } }
      ? B
      : FormData
  : undefined;

export type AnswerOf<M extends Method, P extends PathOf<M>> =
  Refined<Answer<Operation<M, P>>> | Nothing<Operation<M, P>>;
/** Where 204 is documented beside 200 there may be nothing yet. */
type Nothing<O> = O extends { responses: { 200: unknown; 204: unknown } } ? undefined : never;
type Answer<O> = O extends { responses: { 200: { content: { 'application/json': infer A } } } }
  ? A
  : O extends { responses: { 201: { content: { 'application/json': infer A } } } }
    ? A
    : O extends { responses: { 202: { content: { 'application/json': infer A } } } }
      ? A
      : void;

/** Two schemas say less than the service answers; see types.ts for what and why. */
type Refined<A> =
  Same<A, MatchingSchemas['schemas']['Profile']> extends true
    ? Profile
    : Same<A, MatchingSchemas['schemas']['PlanningReport']> extends true
      ? PlanningReport
      : A;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

export interface Common {
  signal?: AbortSignal;
  /** Sent as `Idempotency-Key`: the server answers a repeat with the stored answer. */
  idempotencyKey?: string;
  /** Let the caller see a 401 instead of going to the sign-in page. */
  keep401?: boolean;
  /** Something of the account's own that is changed, whichever enterprise it acts for. */
  ofAccount?: boolean;
}

type Needed<Name extends string, V> = [V] extends [undefined]
  ? { [N in Name]?: undefined }
  : { [N in Name]: V };

type Options<O> = Common &
  Needed<'path', PathValues<O>> &
  Needed<'body', Body<O>> & { query?: QueryValues<O> };

/** The options may be left out where the operation needs none. */
export type Arguments<M extends Method, P extends PathOf<M>> =
  object extends Options<Operation<M, P>>
    ? [options?: Options<Operation<M, P>>]
    : [options: Options<Operation<M, P>>];

/** The paths that answer one page of a list, and what its items are. */
export type ListPath = {
  [P in PathOf<'get'>]: AnswerOf<'get', P> extends { items: object[]; total: number }
    ? PathValues<Operation<'get', P>> extends undefined
      ? P
      : never
    : never;
}[PathOf<'get'>];
export type ItemOf<P extends ListPath> =
  AnswerOf<'get', P> extends { items: (infer T extends object)[] } ? T : never;
