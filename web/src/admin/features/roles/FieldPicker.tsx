import { Button, Select } from 'antd';
import type { FieldRule, SensitiveField } from '@/shared/api';
import { label } from '@/shared/i18n';
import { NONE } from '@/shared/ui';
import fieldCss from './FieldPicker.module.css';
import css from './PermissionPicker.module.css';

/** From the strictest to the most permissive. */
const RULES = ['HIDDEN', 'MASKED', 'PLAIN', 'EDITABLE'] as const satisfies readonly FieldRule[];
const UNSAID = 'UNSAID';

/** What is seen of a value that is covered in each way. */
const COVERED = {
  NAME: '欧**华',
  FAMILY_NAME: '欧**',
  PHONE: '138****5678',
  ID_NUMBER: '110101********1234',
  ACCOUNT_NUMBER: '6222********2222',
  ADDRESS: '北京市海淀区****',
  ENTERPRISE_NAME: '北京****公司',
  EMAIL: 's***@example.cn',
  HIDDEN: '***',
} satisfies Record<SensitiveField['mask'], string>;

export type FieldRules = Record<string, FieldRule>;

/** What follows from the role's permissions where it says nothing of the field. */
const byPermissions = (field: SensitiveField, permissions: string[]): FieldRule =>
  field.plainFor.some((code) => permissions.includes(code)) ? 'PLAIN' : 'MASKED';

interface FieldPickerProps {
  fields: SensitiveField[];
  permissions: string[];
  /** Given by the form. */
  value?: FieldRules;
  onChange?: (rules: FieldRules) => void;
}

/** All sensitive fields by application and page. What one does not see oneself cannot be given. */
export function FieldPicker({ fields, permissions, value = {}, onChange }: FieldPickerProps) {
  const say = (code: string, rule: string) => {
    const others = Object.fromEntries(Object.entries(value).filter(([one]) => one !== code));
    onChange?.(rule === UNSAID ? others : { ...others, [code]: rule as FieldRule });
  };
  return (
    <>
      <p className={fieldCss.reset}>
        <Button size="small" disabled={!Object.keys(value).length} onClick={() => onChange?.({})}>
          全部按功能权限
        </Button>
      </p>
      {places(fields).map(({ application, pages }) => (
        <fieldset key={application} className={css.application}>
          <legend>{application}</legend>
          {pages.map(({ page, fields: ofPage }) => (
            <div key={page} className={css.place}>
              <span className={css.page}>{page}</span>
              <div>
                {ofPage.map((field) => (
                  <div key={field.code} className={fieldCss.line}>
                    <span className={fieldCss.name}>
                      {field.name}
                      <small>遮盖后：{COVERED[field.mask]}</small>
                    </span>
                    <Select
                      aria-label={`${page}：${field.name}`}
                      className={fieldCss.choice}
                      value={value[field.code] ?? UNSAID}
                      onChange={(rule) => say(field.code, rule)}
                      options={[
                        {
                          value: UNSAID,
                          label: `按功能权限（${label('fieldRule', byPermissions(field, permissions))}）`,
                        },
                        ...RULES.filter((rule) => rule !== 'EDITABLE' || field.editable)
                          .reverse()
                          .map((rule) => ({
                            value: rule,
                            label: label('fieldRule', rule),
                            disabled:
                              RULES.indexOf(rule) > RULES.indexOf(field.most) && value[field.code] !== rule,
                          })),
                      ]}
                    />
                  </div>
                ))}
              </div>
            </div>
          ))}
        </fieldset>
      ))}
    </>
  );
}

/** The same to read. */
export function FieldList({
  fields,
  permissions,
  rules,
}: {
  fields: SensitiveField[];
  permissions: string[];
  rules: FieldRules;
}) {
  if (!fields.length) return <>{NONE}</>;
  return (
    <>
      {places(fields).map(({ application, pages }) => (
        <section key={application} className={css.application}>
          <h3>{application}</h3>
          {pages.map(({ page, fields: ofPage }) => (
            <div key={page} className={css.place}>
              <span className={css.page}>{page}</span>
              <div>
                {ofPage.map((field) => {
                  const said = rules[field.code];
                  return (
                    <span key={field.code}>
                      {field.name}：{label('fieldRule', said ?? byPermissions(field, permissions))}
                      {!said && '（按功能权限）'}
                    </span>
                  );
                })}
              </div>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function places(fields: SensitiveField[]) {
  const found: { application: string; pages: { page: string; fields: SensitiveField[] }[] }[] = [];
  for (const field of fields) {
    let application = found.find((one) => one.application === field.application);
    if (!application) found.push((application = { application: field.application, pages: [] }));
    let page = application.pages.find((one) => one.page === field.page);
    if (!page) application.pages.push((page = { page: field.page, fields: [] }));
    page.fields.push(field);
  }
  return found;
}
