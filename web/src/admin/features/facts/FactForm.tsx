import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, type FactDetail, type FactRow } from '@/shared/api';
import { Loaded } from '@/shared/ui';
import { FormDrawer } from '@/shared/ui/antd';
import { isConflict, useWritingConflict } from '../../ui/useConflict';
import { FormulaEditor } from './FormulaEditor';
import { FormulaPreview, usePreview, type Tried } from './FormulaPreview';
import { formulaOf, type Formula } from './model';
import { CLOSABLES, KINDS, optionsOf, VISIBILITIES } from './words';

interface Values {
  derived: boolean;
  name: string;
  label: string;
  group?: string;
  period: string;
  hint?: string;
  visibility: FactRow['visibility'];
  closable: FactDetail['closable'];
  calculation?: Formula;
  kind?: keyof typeof KINDS;
  unit?: string;
  min?: number | null;
  max?: number | null;
}

/** A fact is written here: a new one, or another edition of one that is there. */
export function FactForm({
  open,
  fact,
  onClose,
  onLoad,
  onDone,
}: {
  open: boolean;
  /** Absent: a new one. */
  fact?: FactDetail | undefined;
  onClose: () => void;
  /** Takes the newest edition of a fact into the form. */
  onLoad: (name: string) => Promise<void>;
  onDone: (fact: FactDetail) => void;
}) {
  const { message } = App.useApp();
  const conflict = useWritingConflict('这个指标', [['facts']], undefined, async () => {
    if (fact) await onLoad(fact.fact.name);
  });
  return (
    <FormDrawer<Values>
      open={open}
      size={760}
      title={fact ? `修改指标“${fact.fact.label}”` : '新增指标'}
      submitText="保存"
      onClose={onClose}
      shows={(error) => {
        if (!isConflict(error)) return false;
        void conflict(error);
        return true;
      }}
      initialValues={
        fact
          ? {
              derived: fact.fact.source === 'DERIVED',
              name: fact.fact.name,
              label: fact.fact.label,
              group: fact.fact.group,
              period: fact.fact.period,
              hint: fact.fact.hint,
              visibility: fact.fact.visibility,
              closable: fact.closable,
              calculation: fact.calculation as Formula | undefined,
            }
          : { derived: true, visibility: 'AUTHORITIES', closable: 'UP', calculation: formulaOf('percent') }
      }
      onSubmit={async (values, idempotencyKey) => {
        const content = contentOf(values);
        const saved = fact
          ? await api.put('/api/match/facts/{name}', {
              path: { name: fact.fact.name },
              body: { edition: fact.edition, content },
            })
          : await api.post('/api/match/facts', {
              body: { name: values.name.trim(), content },
              idempotencyKey,
            });
        void message.success('已保存');
        onDone(saved);
      }}
    >
      <Fields fact={fact} />
    </FormDrawer>
  );
}

function contentOf(values: Values) {
  return {
    label: values.label.trim(),
    group: values.derived ? undefined : values.group?.trim(),
    period: values.period.trim(),
    hint: values.hint?.trim() || undefined,
    visibility: values.visibility,
    closable: values.closable,
    calculation: values.derived ? (values.calculation as never) : undefined,
    kind: values.derived ? undefined : values.kind,
    unit: values.derived ? undefined : values.unit?.trim() || undefined,
    min: values.derived ? undefined : (values.min ?? undefined),
    max: values.derived ? undefined : (values.max ?? undefined),
  };
}

function Fields({ fact }: { fact: FactDetail | undefined }) {
  const form = Form.useFormInstance<Values>();
  const derived = Form.useWatch('derived', form) ?? (!fact || fact.fact.source === 'DERIVED');
  const kind = Form.useWatch('kind', form);
  const calculation = Form.useWatch('calculation', form);
  const [tried, setTried] = useState<Tried>({});
  const official = calculation?.type === 'official';
  const built = derived && !official;
  const choices = useQuery({
    queryKey: ['facts', 'choices'],
    queryFn: ({ signal }) => api.get('/api/match/facts/choices', { signal }),
  });
  const preview = usePreview(fact?.fact.name, built ? calculation : undefined, tried);
  const groups = [
    ...new Set((choices.data ?? []).filter((one) => one.source !== 'DERIVED').map((one) => one.group)),
  ];
  return (
    <>
      <Form.Item name="derived" label="得出方式" hidden={!!fact} required>
        <Radio.Group
          options={[
            { value: true, label: '由其他指标计算' },
            { value: false, label: '企业填报' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="label"
        label="指标名称"
        rules={[{ required: true, whitespace: true, message: '请填写指标名称' }]}
      >
        <Input maxLength={30} showCount autoComplete="off" />
      </Form.Item>
      {!fact && (
        <Form.Item
          name="name"
          label="编码"
          extra="条件中引用指标所用，如 revenuePerHead，保存后不能修改"
          rules={[
            { required: true, message: '请填写编码' },
            { pattern: /^[a-z][A-Za-z0-9]{1,39}$/, message: '编码由小写字母开头，2 到 40 个字母或数字' },
          ]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
      {built && (
        <>
          <Loaded query={choices} compact>
            {(facts) => (
              <Form.Item
                name="calculation"
                label="公式"
                // What stands at its part is not said again under the whole.
                help={preview.data?.faults.length ? '' : undefined}
                rules={[{ required: true, message: '请给出公式' }]}
              >
                <FormulaEditor facts={facts} faults={preview.data?.faults ?? []} />
              </Form.Item>
            )}
          </Loaded>
          <FormulaPreview query={preview} onTry={setTried} />
        </>
      )}
      {derived && official && (
        <Form.Item name="calculation" label="公式">
          <Standard words={fact?.calculationWords} />
        </Form.Item>
      )}
      {!derived && (
        <Form.Item name="group" label="分组" rules={[{ required: true, message: '请选择分组' }]}>
          <Select options={groups.map((value) => ({ value, label: value }))} />
        </Form.Item>
      )}
      {!derived && !fact && (
        <>
          <Form.Item name="kind" label="形式" rules={[{ required: true, message: '请选择形式' }]}>
            <Radio.Group options={optionsOf(KINDS)} />
          </Form.Item>
          {kind && kind !== 'BOOLEAN' && (
            <>
              <Form.Item
                name="unit"
                label="单位"
                rules={[{ required: true, whitespace: true, message: '请填写单位' }]}
              >
                <Input maxLength={10} placeholder="如 万元、人、%" />
              </Form.Item>
              <Form.Item name="min" label="最小值">
                <InputNumber style={{ width: '100%' }} />
              </Form.Item>
              <Form.Item name="max" label="最大值">
                <InputNumber style={{ width: '100%' }} />
              </Form.Item>
            </>
          )}
        </>
      )}
      <Form.Item
        name="period"
        label="期间"
        rules={[{ required: true, whitespace: true, message: '请填写期间' }]}
      >
        <Input maxLength={20} placeholder="如 上一会计年度、近三年、当前时点" />
      </Form.Item>
      <Form.Item name="hint" label="说明">
        <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="visibility" label="可见范围" required>
        <Radio.Group options={optionsOf(VISIBILITIES)} />
      </Form.Item>
      <Form.Item name="closable" label="改善方向" extra="差距说明据此提示企业" required>
        <Radio.Group options={optionsOf(CLOSABLES)} />
      </Form.Item>
    </>
  );
}

/** What a standard lays down is told, not built. */
function Standard({ words }: { words: string | undefined }) {
  return <p>{words}：按国家标准计算，公式由系统维护。</p>;
}
