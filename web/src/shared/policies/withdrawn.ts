import { longDate } from '../ui/format';

/** Of what was begun before its policy was taken down. What follows is what is promised where it is taken down. */
export const withdrawnText = (on: string, then = '已受理的事项继续办理') =>
  `所依据的政策已于 ${longDate(on)}撤下；${then}。`;
