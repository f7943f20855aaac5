import { Checkbox } from 'antd';
import type { PermissionTree } from '@/shared/api';
import { NONE } from '@/shared/ui';
import css from './PermissionPicker.module.css';

interface PermissionPickerProps {
  tree: PermissionTree;
  /** Given by the form. */
  value?: string[];
  onChange?: (codes: string[]) => void;
}

/** All permissions by application and page. What one may not give stays as it is. */
export function PermissionPicker({ tree, value = [], onChange }: PermissionPickerProps) {
  const toggle = (code: string, on: boolean) =>
    onChange?.(on ? [...value, code] : value.filter((one) => one !== code));
  return (
    <>
      {tree.applications.map((application) => (
        <fieldset key={application.name} className={css.application}>
          <legend>{application.name}</legend>
          {application.pages.map((page) => (
            <div key={page.name} className={css.place}>
              <span className={css.page}>{page.name}</span>
              <div>
                {page.permissions.map(({ code, name, grantable }) => (
                  <Checkbox
                    key={code}
                    checked={value.includes(code)}
                    disabled={!grantable && !value.includes(code)}
                    onChange={(event) => toggle(code, event.target.checked)}
                  >
                    {name}
                  </Checkbox>
                ))}
              </div>
            </div>
          ))}
        </fieldset>
      ))}
    </>
  );
}

/** The same to read: only what the role has. */
export function PermissionList({ tree, codes }: { tree: PermissionTree; codes: string[] }) {
  const applications = tree.applications
    .map((application) => ({
      ...application,
      pages: application.pages
        .map((page) => ({
          ...page,
          permissions: page.permissions.filter(({ code }) => codes.includes(code)),
        }))
        .filter((page) => page.permissions.length),
    }))
    .filter((application) => application.pages.length);
  if (!applications.length) return <>{NONE}</>;
  return (
    <>
      {applications.map((application) => (
        <section key={application.name} className={css.application}>
          <h3>{application.name}</h3>
          {application.pages.map((page) => (
            <div key={page.name} className={css.place}>
              <span className={css.page}>{page.name}</span>
              <div>
                {page.permissions.map(({ code, name }) => (
                  <span key={code}>{name}</span>
                ))}
              </div>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
