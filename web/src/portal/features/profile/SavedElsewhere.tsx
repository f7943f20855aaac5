import { Form, type FormInstance } from 'antd';
import type { Fact } from '@/shared/api';
import { valueText } from '@/shared/match';
import { Notice } from '../../ui';
import css from './ProfileForm.module.css';
import { changes, fieldsOf, type Values } from './values';

/** What was saved elsewhere while the form was open: what the form took over, and what would be overwritten. */
export function SavedElsewhere({
  form,
  facts,
  names,
  onTaken,
}: {
  form: FormInstance<Values>;
  facts: Fact[];
  names: string[];
  onTaken: () => void;
}) {
  const values = Form.useWatch([], form) as Values | undefined;
  const mine = changes(facts, values ?? (form.getFieldsValue() as Values));
  const saved = facts.filter((fact) => names.includes(fact.name));
  const taken = saved.filter((fact) => !(fact.name in mine));
  const both = saved.filter((fact) => fact.name in mine);
  return (
    <Notice tone="wait">
      您填写期间，企业画像已在别处更新，请核对后再保存。
      {taken.length > 0 && (
        <p>已换成最新内容：{taken.map((fact) => `${fact.label} ${valueText(fact)}`).join('；')}</p>
      )}
      {both.length > 0 && (
        <>
          <p>以下内容两边都有改动，再次保存以您填写的为准：</p>
          <ul>
            {both.map((fact) => (
              <li key={fact.name}>
                {fact.label}：您填写 {valueText(fact, mine[fact.name])}，已保存的是 {valueText(fact)}{' '}
                <button
                  type="button"
                  className={css.link}
                  aria-label={`${fact.label}改用已保存的`}
                  onClick={() => {
                    form.setFieldsValue(fieldsOf([fact]));
                    onTaken();
                  }}
                >
                  改用已保存的
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
