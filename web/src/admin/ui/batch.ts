export interface BatchOutcome {
  id: string;
  number?: string;
  enterpriseName: string;
  done: boolean;
  /** Why not. */
  reason?: string;
}

/** The answer in the order in which the rows were picked; of one that the server does not mention nothing has been done. */
export function outcomes(
  rows: { id: string; number?: string; enterpriseName: string }[],
  answers: { id: string; done: boolean; detail?: string }[],
): BatchOutcome[] {
  return rows.map(({ id, number, enterpriseName }) => {
    const found = answers.find((one) => one.id === id);
    return {
      id,
      number,
      enterpriseName,
      done: found?.done ?? false,
      reason: found?.done ? undefined : (found?.detail ?? '系统没有返回处理结果，请刷新后查看'),
    };
  });
}
