import { Select } from 'antd';
import type { PublicInstitutionName, SaidScope, ScopedResource, Town } from '@/shared/api';
import { label } from '@/shared/i18n';
import { NONE } from '@/shared/ui';
import fieldCss from './FieldPicker.module.css';
import css from './PermissionPicker.module.css';
import scopeCss from './ScopePicker.module.css';

const UNSAID = 'UNSAID';

type Kind = SaidScope['kind'];

interface Places {
  towns: Town[];
  institutions: PublicInstitutionName[];
}

interface ScopePickerProps extends Places {
  resources: ScopedResource[];
  /** Of the role: it reaches into nothing that they do not come to. */
  permissions: string[];
  /** Given by the form. */
  value?: SaidScope[];
  onChange?: (scopes: SaidScope[]) => void;
  /** Given by the form that was refused. */
  'aria-invalid'?: boolean | 'true';
}

/** How far the role reaches into each kind of records. Further than one reaches oneself cannot be given. */
export function ScopePicker({
  resources,
  permissions,
  towns,
  institutions,
  value = [],
  onChange,
  'aria-invalid': invalid,
}: ScopePickerProps) {
  const touched = resources.filter((resource) => comesTo(resource, permissions));
  const say = (resource: string, scope?: SaidScope) => {
    const others = value.filter((one) => one.resource !== resource);
    onChange?.(scope ? [...others, scope] : others);
  };
  if (!touched.length) return <p className={css.page}>该角色的功能权限不涉及可以限定范围的数据。</p>;
  return (
    <>
      <p className={css.page}>选“按默认”的，以后默认范围改变时随之改变；另选的范围不变。</p>
      {byApplication(touched).map(({ application, resources: ofOne }) => (
        <fieldset key={application} className={css.application}>
          <legend>{application}</legend>
          {ofOne.map((resource) => {
            const said = value.find((one) => one.resource === resource.code);
            return (
              <div key={resource.code}>
                <div className={fieldCss.line}>
                  <span className={fieldCss.name}>{resource.name}</span>
                  <Select
                    aria-label={`${resource.name}的数据范围`}
                    className={scopeCss.kind}
                    value={said?.kind ?? UNSAID}
                    onChange={(kind) =>
                      say(
                        resource.code,
                        kind === UNSAID
                          ? undefined
                          : { resource: resource.code, kind: kind as Kind, towns: [], institutions: [] },
                      )
                    }
                    options={[
                      { value: UNSAID, label: `按默认（${label('scopeKind', resource.unsaid)}）` },
                      ...resource.kinds.map(({ kind, grantable }) => ({
                        value: kind,
                        label: label('scopeKind', kind),
                        disabled: !grantable && said?.kind !== kind,
                      })),
                    ]}
                  />
                </div>
                {said?.kind === 'TOWNS' && (
                  <Select
                    mode="multiple"
                    aria-label={`${resource.name}：指定镇街`}
                    className={scopeCss.places}
                    status={invalid && namesNobody(said) ? 'error' : undefined}
                    placeholder="请选择镇街，至少一个"
                    showSearch={{ optionFilterProp: 'label' }}
                    value={said.towns}
                    onChange={(chosen) => say(resource.code, { ...said, towns: chosen })}
                    options={towns.map(({ code, name }) => ({
                      value: code,
                      label: name,
                      disabled: isBeyond(resource.towns, code) && !said.towns.includes(code),
                    }))}
                  />
                )}
                {said?.kind === 'INSTITUTIONS' && (
                  <Select
                    mode="multiple"
                    aria-label={`${resource.name}：指定机构`}
                    className={scopeCss.places}
                    status={invalid && namesNobody(said) ? 'error' : undefined}
                    placeholder="请选择机构，至少一个"
                    showSearch={{ optionFilterProp: 'label' }}
                    value={said.institutions}
                    onChange={(chosen) => say(resource.code, { ...said, institutions: chosen })}
                    options={byType(institutions).map(({ type, institutions: ofType }) => ({
                      label: label('institutionType', type),
                      options: ofType.map(({ id, name }) => ({
                        value: id,
                        label: name,
                        disabled: isBeyond(resource.institutions, id) && !said.institutions.includes(id),
                      })),
                    }))}
                  />
                )}
              </div>
            );
          })}
        </fieldset>
      ))}
    </>
  );
}

/** The same to read: only what the role comes to. */
export function ScopeList({
  resources,
  permissions,
  towns,
  institutions,
  scopes,
}: Places & { resources: ScopedResource[]; permissions: string[]; scopes: SaidScope[] }) {
  const touched = resources.filter((resource) => comesTo(resource, permissions));
  if (!touched.length) return <>{NONE}</>;
  const names = (scope: SaidScope) =>
    scope.kind === 'TOWNS'
      ? `：${scope.towns.map((code) => towns.find((one) => one.code === code)?.name ?? code).join('、') || '未选择'}`
      : scope.kind === 'INSTITUTIONS'
        ? `：${scope.institutions.map((id) => institutions.find((one) => one.id === id)?.name ?? id).join('、') || '未选择'}`
        : '';
  return (
    <>
      {byApplication(touched).map(({ application, resources: ofOne }) => (
        <section key={application} className={css.application}>
          <h3>{application}</h3>
          {ofOne.map((resource) => {
            const said = scopes.filter((one) => one.resource === resource.code);
            return (
              <div key={resource.code} className={css.place}>
                <span className={css.page}>{resource.name}</span>
                <div>
                  {said.length ? (
                    said.map((scope) => (
                      <span key={scope.holder ?? ''}>
                        {scope.holder && `${label('institutionType', scope.holder)}：`}
                        {label('scopeKind', scope.kind)}
                        {names(scope)}
                      </span>
                    ))
                  ) : (
                    <span>{label('scopeKind', resource.unsaid)}（按默认）</span>
                  )}
                </div>
              </div>
            );
          })}
        </section>
      ))}
    </>
  );
}

/** A scope that was chosen without saying which: nothing would be seen. */
export const namesNobody = (scope: SaidScope) =>
  (scope.kind === 'TOWNS' && !scope.towns.length) ||
  (scope.kind === 'INSTITUTIONS' && !scope.institutions.length);

const comesTo = (resource: ScopedResource, permissions: string[]) =>
  resource.permissions.some((code) => permissions.includes(code));

/** Where nothing is listed everything may be chosen. */
const isBeyond = (mine: string[] | null | undefined, one: string) => !!mine && !mine.includes(one);

function byApplication(resources: ScopedResource[]) {
  const found: { application: string; resources: ScopedResource[] }[] = [];
  for (const resource of resources) {
    const application = found.find((one) => one.application === resource.application);
    if (application) application.resources.push(resource);
    else found.push({ application: resource.application, resources: [resource] });
  }
  return found;
}

function byType(institutions: PublicInstitutionName[]) {
  const found: { type: PublicInstitutionName['type']; institutions: PublicInstitutionName[] }[] = [];
  for (const institution of institutions) {
    const type = found.find((one) => one.type === institution.type);
    if (type) type.institutions.push(institution);
    else found.push({ type: institution.type, institutions: [institution] });
  }
  return found;
}
