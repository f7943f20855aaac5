interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** RFC 9457 problem as the platform answers it; extra members (such as `remainingAttempts`) stay readable. */
interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code: string;
  traceId?: string;
  errors?: FieldError[];
  [member: string]: unknown;
}

/** Code of a request that got no answer at all. */
export const NETWORK = 'NETWORK';

/** Any failed request. `message` is a Chinese sentence that can be shown as it is. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title || FALLBACK[problem.status] || '系统繁忙，请稍后再试');
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  get traceId(): string | undefined {
    return this.problem.traceId;
  }

  get fields(): FieldError[] {
    return this.problem.errors ?? [];
  }

  /** Worth offering "重试": nothing the user typed caused it. */
  get retryable(): boolean {
    return this.code === NETWORK || this.status >= 500 || this.status === 429;
  }
}

const FALLBACK: Record<number, string> = {
  0: '网络连接不上，请检查网络后重试',
  400: '提交的内容有误，请检查后重试',
  401: '登录已失效，请重新登录',
  403: '您没有权限进行此操作',
  404: '您访问的内容不存在或已被移除',
  409: '内容已发生变化，请刷新后重试',
  413: '文件过大',
  415: '不支持的文件类型',
  429: '操作过于频繁，请稍后再试',
  502: '服务正在启动或暂时不可用，请稍后重试',
  503: '服务正在启动或暂时不可用，请稍后重试',
  504: '服务响应超时，请稍后重试',
};

/** Reads the problem of an unsuccessful response, whatever body it has (a proxy may answer HTML). */
export async function problemOf(response: Response): Promise<ProblemError> {
  const fallback: Problem = { status: response.status, code: `HTTP_${response.status}` };
  const traceId = response.headers.get('X-Trace-Id') ?? undefined;
  if (!/[/+]json/.test(response.headers.get('Content-Type') ?? '')) {
    return new ProblemError({ ...fallback, traceId });
  }
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new ProblemError({
      ...fallback,
      traceId,
      ...body,
      status: response.status,
      code: typeof body.code === 'string' ? body.code : fallback.code,
      errors: Array.isArray(body.errors) ? body.errors : undefined,
    });
  } catch {
    return new ProblemError({ ...fallback, traceId });
  }
}

export function networkProblem(): ProblemError {
  return new ProblemError({ status: 0, code: NETWORK });
}

export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.code === code);
}

/** The one wording of a failure, with the trace id where an operator would need it. */
export function problemText(error: unknown): string {
  if (!(error instanceof ProblemError)) return '系统繁忙，请稍后再试';
  return error.status >= 500 && error.traceId ? `${error.message}（追踪号 ${error.traceId}）` : error.message;
}
