import { Button, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import type { ConditionFact } from '@/shared/api';
import { unitText, Icon } from '@/shared/ui';
import css from './entries.module.css';
import type { ConditionValues } from './content';

const MOST_CONDITIONS = 30;

/** A list of conditions, all of which have to hold: a fact, how it is compared, and with what. */
export function Conditions({ facts }: { facts: readonly ConditionFact[] }) {
  const groups = [...new Set(facts.map(({ group }) => group))].map((group) => ({
    label: group,
    title: group,
    options: facts.filter((fact) => fact.group === group).map(({ name, label }) => ({ value: name, label })),
  }));
  return (
    <Form.List name="conditions">
      {(fields, { add, remove }) => (
        <fieldset className={css.list}>
          <legend>准入条件（须全部满足）</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className={`${css.row} ${css.condition}`}>
              <Form.Item
                name={[name, 'fact']}
                label={`条件 ${name + 1}：指标`}
                rules={[{ required: true, message: '请选择指标' }]}
              >
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder="输入名称查找"
                  options={groups}
                />
              </Form.Item>
              <Compared name={name} facts={facts} />
              <Button
                type="text"
                danger
                icon={<Icon name="close" size={16} />}
                aria-label={`删除条件 ${name + 1}`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {fields.length < MOST_CONDITIONS && <Button onClick={() => add({})}>添加条件</Button>}
        </fieldset>
      )}
    </Form.List>
  );
}

/** The rest of a row, as the fact that was chosen wants it. */
function Compared({ name, facts }: { name: number; facts: readonly ConditionFact[] }) {
  const form = Form.useFormInstance();
  const chosen = Form.useWatch(['conditions', name], form) as ConditionValues | undefined;
  const fact = facts.find((one) => one.name === chosen?.fact);
  return (
    <>
      <Form.Item
        name={[name, 'op']}
        label="比较"
        dependencies={[['conditions', name, 'fact']]}
        rules={[
          { required: true, message: '请选择比较方式' },
          {
            validator: (_rule, op?: string) =>
              !op || !fact || fact.ways.some((way) => way.op === op)
                ? Promise.resolve()
                : Promise.reject(new Error('请重新选择比较方式')),
          },
        ]}
      >
        <Select
          disabled={!fact}
          placeholder="请选择"
          options={fact?.ways.map((way) => ({ value: way.op, label: way.label }))}
        />
      </Form.Item>
      <div className={css.ends}>{fact && <Value name={name} fact={fact} op={chosen?.op} />}</div>
    </>
  );
}

function Value({ name, fact, op }: { name: number; fact: ConditionFact; op: string | undefined }) {
  const unit = fact.unit && (fact.unit === '%' ? '%' : unitText(fact.unit));
  const valueLabel = unit ? `数值（${unit}）` : '数值';
  switch (fact.form) {
    case 'FIGURE':
      return (
        <>
          <Form.Item
            name={[name, 'number']}
            label={op === 'between' ? `下限${unit ? `（${unit}）` : ''}` : valueLabel}
            rules={[{ required: true, message: '请填写数值' }]}
          >
            <InputNumber precision={2} controls={false} style={{ width: '100%' }} />
          </Form.Item>
          {op === 'between' && (
            <Form.Item
              name={[name, 'upTo']}
              label={`上限${unit ? `（${unit}）` : ''}`}
              rules={[{ required: true, message: '请填写上限' }]}
            >
              <InputNumber precision={2} controls={false} style={{ width: '100%' }} />
            </Form.Item>
          )}
        </>
      );
    case 'FLAG':
      return (
        <Form.Item name={[name, 'flag']} label="取值" rules={[{ required: true, message: '请选择是或否' }]}>
          <Radio.Group
            options={[
              { value: true, label: '是' },
              { value: false, label: '否' },
            ]}
          />
        </Form.Item>
      );
    case 'DAY':
      return (
        <Form.Item
          name={[name, 'words']}
          label="日期"
          rules={[{ required: true, message: '请选择日期' }]}
          getValueProps={(words?: string[]) => ({ value: words?.[0] ? dayjs(words[0]) : undefined })}
          getValueFromEvent={(day: dayjs.Dayjs | null) => (day ? [day.format('YYYY-MM-DD')] : undefined)}
        >
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      );
    case 'CODE':
      return (
        <Form.Item
          name={[name, 'words']}
          label="代码"
          rules={[{ required: true, message: '请填写代码' }]}
          getValueProps={(words?: string[]) => ({ value: words?.join('、') })}
          getValueFromEvent={(event: { target: { value: string } }) =>
            event.target.value.split(/[、,，\s]+/).filter((word, at, all) => word || at === all.length - 1)
          }
          extra="如 C26，按代码开头匹配，多个以顿号分开"
        >
          <Input autoComplete="off" />
        </Form.Item>
      );
    default:
      return (
        <Form.Item
          name={[name, 'words']}
          label="选项"
          rules={[{ required: true, message: '请至少选择一项' }]}
        >
          <Select
            mode="multiple"
            placeholder="可选多项"
            options={fact.choices.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      );
  }
}
