import { App } from 'antd';
import { isProblem } from '@/shared/api';
import { numberText } from '@/shared/ui';

/** Who was asked again thought better of it. */
class NotAgreed extends Error {}

export const thoughtBetter = (error: unknown): boolean => error instanceof NotAgreed;

interface Past {
  days: number;
  first: string;
  last: string;
  /** Open cases that would have to be answered by another day. */
  moved: number;
  /** Of whose cases nobody could say. */
  uncounted: string[];
}

function Question({ moved, uncounted }: Past) {
  return (
    <>
      <p>
        {moved > 0
          ? `${numberText(moved)} 件未办结事项的承诺日期会改变：已到期的可能不再超期，此前收到超期提醒的人会收到说明；未到期的可能提前，甚至随即超期。已办结的不变。`
          : '没有未办结事项的承诺日期会因此改变。已办结的不变。'}
      </p>
      {uncounted.length > 0 && <p>{uncounted.join('、')} 暂时无法统计，未计入上述件数。</p>}
    </>
  );
}

/** Sends a change of 工作日历; where days that are over are in it, again after whoever makes it was told what that does and agreed. */
export function usePastDays() {
  const { modal } = App.useApp();
  return async <T,>(send: (agreed: boolean) => Promise<T>): Promise<T> => {
    try {
      return await send(false);
    } catch (error) {
      if (!isProblem(error, 'CALENDAR_PAST_DAYS')) throw error;
      const past = error.problem as unknown as Past;
      const agreed = await modal.confirm({
        title:
          past.days === 1
            ? `${past.first} 已经过去，仍要修改？`
            : `${past.first} 至 ${past.last} 间有 ${numberText(past.days)} 个已经过去的日子会改变，仍要修改？`,
        content: <Question {...past} />,
        okText: '仍要修改',
        cancelText: '返回',
      });
      if (!agreed) throw new NotAgreed();
      return send(true);
    }
  };
}
