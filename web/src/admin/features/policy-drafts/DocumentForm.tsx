import { Button, Checkbox, Form, Input, Select, type FormInstance } from 'antd';
import type { DraftContent, PolicyDraft } from '@/shared/api';
import { label } from '@/shared/i18n';
import { forgetRefusals, optionalMark } from '@/shared/ui/antd';
import { DayInput } from '../../ui/DayInput';
import css from './DraftPage.module.css';
import { Relations } from './Relations';

const LEVELS = ['NATIONAL', 'MUNICIPAL', 'DISTRICT'] as const;
const CATEGORIES = ['TAX', 'INDUSTRY', 'INNOVATION', 'FUNDING'] as const;

/** The document itself: what it is, when it holds, what it says in plain words, where it was found. */
export function DocumentForm({
  form,
  draft,
  conditions,
  onChange,
}: {
  form: FormInstance<DraftContent>;
  draft: PolicyDraft;
  /** Whether conditions are entered: then the edition has to have a name. */
  conditions: boolean;
  onChange: (changed: Partial<DraftContent>) => void;
}) {
  const { content } = draft;
  return (
    <Form<DraftContent>
      form={form}
      layout="vertical"
      requiredMark={optionalMark}
      initialValues={content}
      onValuesChange={(changed, all) => {
        forgetRefusals(form as FormInstance, changed);
        onChange(emptyLeftOut(all));
      }}
      className={css.form}
    >
      <fieldset>
        <legend>文件</legend>
        <Form.Item name="title" label="政策名称" required className={css.wide}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="docNumber" label="文号" required>
          <Input maxLength={100} placeholder="如 国科发火〔2016〕32号" />
        </Form.Item>
        <Form.Item name="issuer" label="发文机关" required>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="level" label="级别" required>
          <Select options={LEVELS.map((value) => ({ value, label: label('policyLevel', value) }))} />
        </Form.Item>
        <Form.Item name="category" label="类别" required>
          <Select options={CATEGORIES.map((value) => ({ value, label: label('policyCategory', value) }))} />
        </Form.Item>
        <Form.Item name="department" label="区级主管部门" required>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="publishDate" label="发布日期" required extra="写作 2026-01-31；只知道月份写 2026-01">
          <Input maxLength={10} />
        </Form.Item>
        <Form.Item name="effectiveFrom" label="施行日期">
          <DayInput />
        </Form.Item>
        <Form.Item name="validTo" label="有效期至">
          <DayInput />
        </Form.Item>
        <Form.Item name="validityNote" label="有效期说明" className={css.wide}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item
          name="supersededByCode"
          label="替代本政策的政策编号"
          extra="另一项已发布政策的编号；填写后须填有效期至"
        >
          <Input maxLength={20} />
        </Form.Item>
      </fieldset>
      <fieldset>
        <legend>与其他文件的关系</legend>
        <Relations draft={draft} />
      </fieldset>
      <fieldset>
        <legend>内容</legend>
        <Form.Item
          name="benefit"
          label="优惠内容"
          className={css.wide}
          extra="不填时门户显示“未列出优惠，以原文为准”"
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={5000} />
        </Form.Item>
        <Form.Item name="interpretation" label="政策解读" required className={css.wide}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={10000} />
        </Form.Item>
        <Form.Item name="tagsBasic" label="基础标签">
          <Select mode="tags" open={false} suffixIcon={null} placeholder="输入后回车" />
        </Form.Item>
        <Form.Item name="tagsAdvanced" label="进阶标签">
          <Select mode="tags" open={false} suffixIcon={null} placeholder="输入后回车" />
        </Form.Item>
      </fieldset>
      <fieldset>
        <legend>来源与核对</legend>
        <Form.Item name="source" label="来源" required className={css.wide}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="sourceUrl" label="原文链接" className={css.wide}>
          <Input maxLength={500} placeholder="https://" />
        </Form.Item>
        <Form.Item
          name="confidence"
          label="核对情况"
          extra="有原文链接并全部核对后，门户不再显示“条款待核实”"
        >
          <Select
            options={[
              { value: 'high', label: '已与原文核对' },
              { value: 'low', label: '待核实' },
              ...(content.confidence && !['high', 'low'].includes(content.confidence)
                ? [{ value: content.confidence, label: `待核实（${content.confidence}）` }]
                : []),
            ]}
          />
        </Form.Item>
        <Form.Item name="operatorNote" label="运营备注（不对外）" className={css.wide}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={1000} />
        </Form.Item>
      </fieldset>
      <fieldset>
        <legend>匹配时</legend>
        <Form.Item
          name="editionName"
          label="版本名"
          required={conditions}
          extra="匹配结果中用它说明按哪一版判定，如 2026；有申报条件时必填"
        >
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="grants" label="认定后取得的资质">
          <Input maxLength={100} placeholder="如 创新型中小企业" />
        </Form.Item>
        <Form.Item
          name="ruleFrom"
          label="从何日起匹配"
          extra="不填时同施行日期；首次发布且都不填时，同发布日期"
        >
          <DayInput />
        </Form.Item>
        <Form.Item name="ruleTo" label="匹配至何日" extra="不填时同有效期至">
          <DayInput />
        </Form.Item>
        <Form.Item name="ruleNote" label="日期说明" className={css.wide}>
          <Input maxLength={300} />
        </Form.Item>
        <div className={css.wide}>
          <Form.List name="exclusions">
            {(fields, { add, remove }) => (
              <>
                {fields.map((field, index) => (
                  <div
                    key={field.key}
                    className={css.row}
                    role="group"
                    aria-label={`不能同享的第 ${index + 1} 项政策`}
                  >
                    <Form.Item name={[field.name, 'with']} label="不能同享的政策编号" required>
                      <Input maxLength={20} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'text']} label="原文依据" required>
                      <Input maxLength={500} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'place']} label="出处">
                      <Input maxLength={100} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'certain']} valuePropName="checked" label="核对">
                      <Checkbox>已核对</Checkbox>
                    </Form.Item>
                    <Button
                      size="small"
                      danger
                      aria-label={`删除不能同享的第 ${index + 1} 项政策`}
                      onClick={() => remove(field.name)}
                    >
                      删除
                    </Button>
                  </div>
                ))}
                <Button size="small" className={css.add} onClick={() => add({ certain: true })}>
                  添加不能同享的政策
                </Button>
              </>
            )}
          </Form.List>
        </div>
        <Form.Item name="ruleToCertain" valuePropName="checked" className={css.wide}>
          <Checkbox>截止日确定（不勾选：可能已延续而未核实，到期后仍匹配并提示）</Checkbox>
        </Form.Item>
        <Form.Item name="reference" valuePropName="checked" className={css.wide}>
          <Checkbox>仅供参照的文件（规划、划型标准等，自身不给予优惠）</Checkbox>
        </Form.Item>
      </fieldset>
    </Form>
  );
}

/** Absent is absent: an emptied field is not sent as an empty text. */
function emptyLeftOut(values: Partial<DraftContent>): Partial<DraftContent> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === '' || value === null ? undefined : value]),
  );
}
