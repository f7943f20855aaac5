import { Form } from 'antd';
import type { Fact } from '@/shared/api';
import { yearsOf } from '@/shared/match';
import { thisYear } from '@/shared/ui';
import { Figure } from './Figure';
import css from './ProfileForm.module.css';
import { possible } from './values';

/** Its years, newest first; the newest is the last full calendar year. */
export function Years({ fact }: { fact: Fact }) {
  const last = thisYear() - 1;
  return (
    <fieldset className={css.years}>
      <legend>
        {fact.label}
        {fact.unit && `（${fact.unit}）`}
      </legend>
      <div>
        {yearsOf(fact).map((year) => (
          <Form.Item key={year} name={[fact.name, year]} label={`${last - year} 年`} rules={[possible(fact)]}>
            <Figure whole={false} />
          </Form.Item>
        ))}
      </div>
      {fact.hint && <p>{fact.hint}</p>}
    </fieldset>
  );
}
