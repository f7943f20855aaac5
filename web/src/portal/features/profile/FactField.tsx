import { Form, Input, Radio, Select } from 'antd';
import type { Fact } from '@/shared/api';
import { unitText } from '@/shared/ui';
import { DayField } from '@/shared/ui/antd/DayField';
import { Figure } from './Figure';
import { MultiChoice } from './MultiChoice';
import css from './ProfileForm.module.css';
import { possible } from './values';
import { Years } from './Years';

/** The field of a fact, by its kind. */
export function FactField({ fact }: { fact: Fact }) {
  if (fact.kind === 'YEARS') return <Years fact={fact} />;
  return (
    <Form.Item
      name={fact.name}
      label={fact.label + (fact.unit ? `（${unitText(fact.unit)}）` : '')}
      extra={fact.hint}
      rules={fact.kind === 'INTEGER' || fact.kind === 'NUMBER' ? [possible(fact)] : []}
      className={fact.kind === 'MULTI_CHOICE' ? css.wide : undefined}
    >
      {control(fact)}
    </Form.Item>
  );
}

function control(fact: Fact) {
  switch (fact.kind) {
    case 'INTEGER':
    case 'NUMBER':
      return <Figure whole={fact.kind === 'INTEGER'} />;
    case 'BOOLEAN':
      return (
        <Radio.Group>
          <Radio value={true}>是</Radio>
          <Radio value={false}>否</Radio>
          <Radio value={undefined}>未填写</Radio>
        </Radio.Group>
      );
    case 'DATE':
      return <DayField style={{ width: '100%' }} />;
    case 'CHOICE':
      return (
        <Select
          allowClear
          placeholder="未填写"
          options={(fact.choices ?? []).map((value) => ({ value, label: value }))}
        />
      );
    case 'MULTI_CHOICE':
      return <MultiChoice choices={fact.choices ?? []} />;
    default:
      return <Input allowClear placeholder="未填写" maxLength={100} />;
  }
}
