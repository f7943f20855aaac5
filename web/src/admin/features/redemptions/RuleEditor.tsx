import { Button, Form, Input, InputNumber, Radio, type FormInstance } from 'antd';
import { Icon } from '@/shared/ui';
import { Panel } from '../../ui/page';
import { within } from '../../ui/within';
import css from './redemptions.module.css';
import { RULES, ruleWords, type RuleDraft } from './rule';

const MOST = 999_999_999_999.99;
const MOST_TIERS = 20;

const needed = (message: string) => [{ required: true, message }];

/** How much is paid, as data, with the sentence that enterprises will read of it. Nobody writes a formula. */
export function RuleEditor({ form }: { form: FormInstance }) {
  const rule = (Form.useWatch('rule', form) as RuleDraft | undefined) ?? {};
  const words = ruleWords(rule);
  return (
    <Panel title="金额规则">
      <Form.Item name={['rule', 'type']} label="计算方式" rules={needed('请选择计算方式')}>
        <Radio.Group className={css.choices}>
          {RULES.map(({ value, label, hint }) => (
            <Radio key={value} value={value}>
              {label}
              <span className={css.hint}>{hint}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {rule.type === 'FIXED' && <Money name={['rule', 'amount']} label="金额（元）" needed="请填写金额" />}
      {rule.type === 'RATIO' && (
        <div className={css.grid}>
          <Basis example="新增设备投资额" />
          <Form.Item
            name={['rule', 'percent']}
            label="比例（%）"
            rules={[...needed('请填写比例'), within(0.0001, 100, 4)]}
          >
            <InputNumber className={css.number} />
          </Form.Item>
          <Money name={['rule', 'cap']} label="上限（元）" extra="不填为不设上限" />
        </div>
      )}
      {rule.type === 'TIERED' && (
        <>
          <div className={css.grid}>
            <Basis example="新增就业人数" />
            <Form.Item
              name={['rule', 'unit']}
              label="单位"
              rules={[{ required: true, whitespace: true, message: '请填写计算依据的单位' }]}
            >
              <Input maxLength={10} placeholder="如：人" autoComplete="off" />
            </Form.Item>
          </div>
          <Tiers />
        </>
      )}
      <p className={css.preview} role="status">
        {words ? (
          <>
            企业将看到：<b>{words}</b>
          </>
        ) : (
          '填写后，这里显示企业将看到的说法'
        )}
      </p>
      <p className={css.hint}>金额计算到分，四舍五入。</p>
    </Panel>
  );
}

function Basis({ example }: { example: string }) {
  return (
    <Form.Item
      name={['rule', 'basis']}
      label="计算依据"
      extra="企业据此填写数额，部门据此核定"
      rules={[{ required: true, whitespace: true, message: '请填写计算依据的名称' }]}
    >
      <Input maxLength={50} placeholder={`如：${example}`} autoComplete="off" />
    </Form.Item>
  );
}

export function Money({
  name,
  label,
  extra,
  needed: message,
}: {
  name: string | (string | number)[];
  label: string;
  extra?: string;
  needed?: string;
}) {
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[...(message ? needed(message) : []), within(0.01, MOST, 2)]}
    >
      <InputNumber className={css.number} />
    </Form.Item>
  );
}

/** The lowest first; each begins above the one before. */
function Tiers() {
  return (
    <Form.List name={['rule', 'tiers']}>
      {(fields, { add, remove }) => (
        <fieldset className={css.tiers}>
          <legend>档次</legend>
          {fields.map(({ key, name }, index) => (
            <div key={key} className={css.tier}>
              <Form.Item
                name={[name, 'from']}
                label={`第 ${index + 1} 档起点`}
                rules={[
                  { required: true, message: '请填写起点' },
                  within(0, MOST, 2),
                  ({ getFieldValue }) => ({
                    validator: (_, value: number | null | undefined) => {
                      const below = getFieldValue(['rule', 'tiers', index - 1, 'from']) as number | undefined;
                      return value == null || below == null || value > below
                        ? Promise.resolve()
                        : Promise.reject(new Error('起点须大于上一档的起点'));
                    },
                  }),
                ]}
              >
                <InputNumber className={css.number} />
              </Form.Item>
              <Form.Item
                name={[name, 'amount']}
                label={`第 ${index + 1} 档金额（元）`}
                rules={[...needed('请填写金额'), within(0.01, MOST, 2)]}
              >
                <InputNumber className={css.number} />
              </Form.Item>
              {fields.length > 1 && (
                <Button type="text" aria-label={`删除第 ${index + 1} 档`} onClick={() => remove(name)}>
                  <Icon name="cross" size={16} />
                </Button>
              )}
            </div>
          ))}
          {fields.length < MOST_TIERS && (
            <Button icon={<Icon name="plus" size={16} />} onClick={() => add({})}>
              增加一档
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}
