import type { Declaration } from '../api';
import { longDate, quoted } from '../ui/format';

type PolicyEnd = NonNullable<Declaration['policyEnd']>;

/** Of what was begun before its policy ended. What follows is what is promised where it is taken down, and holds where it ends by itself. */
export const endedText = (end: PolicyEnd, then = '已受理的事项继续办理') =>
  `所依据的政策${howEnded(end)}；${then}。`;

function howEnded({ how, on, by }: PolicyEnd): string {
  if (how === 'SUPERSEDED') return by ? `已被${quoted(by.title)}替代` : '已被替代';
  const what = how === 'WITHDRAWN' ? '撤下' : '到期';
  return on ? `已于 ${longDate(on)}${what}` : `已${what}`;
}
