import { Form, InputNumber, Select } from 'antd';
import { Fragment } from 'react';
import type { PromiseTerm } from '@/shared/api';
import { NONE } from '@/shared/ui';
import { within } from '../../ui/within';

type Rung = PromiseTerm['escalateTo'][number];

/** Who stands on each rung of a kind; not all kinds have all of them. */
export type RungNames = Partial<Record<Rung, string>>;

/** A step of a chain as it is filled in; without days there is none. */
export interface ChainStep {
  after?: number | null;
  to?: Rung;
}

const RUNGS: Rung[] = ['HEADS', 'OVERSEERS', 'OPERATORS'];
const TIMES = ['第一次', '第二次', '第三次'];
export const MOST_STEPS = TIMES.length;

/** Where a kind has nobody on a rung, those below it are meant. */
const nameOf = (names: RungNames, rung: Rung) => names[rung] ?? names.HEADS;

/** When a case that stays unanswered is told to whom: one line a step. */
export function ChainText({ term, names }: { term: PromiseTerm; names: RungNames }) {
  if (!term.escalateAfter.length) return NONE;
  return term.escalateAfter.map((days, i) => (
    <div key={days}>
      {days} 个工作日后：{nameOf(names, term.escalateTo[i]!)}
    </div>
  ));
}

const filled = (value: unknown) => value !== undefined && value !== null;

/** Days and receivers of each step, in a form with the chain under `steps`. */
export function ChainFields({ names }: { names: RungNames }) {
  const options = RUNGS.filter((rung) => names[rung]).map((value) => ({ value, label: names[value] }));
  return TIMES.map((time, i) => {
    const step = (at: number, part: keyof ChainStep) => ['steps', at, part];
    return (
      <Fragment key={time}>
        <Form.Item
          name={step(i, 'after')}
          label={`超期后${time}上报`}
          dependencies={i ? [step(i - 1, 'after')] : []}
          rules={[
            within(1, 200),
            ({ getFieldValue }) => ({
              validator: (_: unknown, value?: number | null) => {
                if (!i || !filled(value)) return Promise.resolve();
                const before = getFieldValue(step(i - 1, 'after')) as number | null | undefined;
                return before && value! > before
                  ? Promise.resolve()
                  : Promise.reject(new Error(`应晚于${TIMES[i - 1]}上报`));
              },
            }),
          ]}
        >
          <InputNumber<number> suffix="个工作日后" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name={step(i, 'to')}
          label={`${time}上报到`}
          extra={i ? undefined : '其下各级也会收到'}
          dependencies={[step(i, 'after'), ...(i ? [step(i - 1, 'to')] : [])]}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_: unknown, value?: Rung) => {
                if (!filled(getFieldValue(step(i, 'after')))) return Promise.resolve();
                if (!value) return Promise.reject(new Error('请选择上报给谁'));
                const before = i ? (getFieldValue(step(i - 1, 'to')) as Rung | undefined) : undefined;
                return before && RUNGS.indexOf(value) < RUNGS.indexOf(before)
                  ? Promise.reject(new Error(`不应低于${TIMES[i - 1]}上报`))
                  : Promise.resolve();
              },
            }),
          ]}
        >
          <Select<Rung> allowClear options={options} placeholder="请选择" />
        </Form.Item>
      </Fragment>
    );
  });
}
