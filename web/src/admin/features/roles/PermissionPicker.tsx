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
  const set = (codes: string[], on: boolean) => {
    const others = value.filter((one) => !codes.includes(one));
    onChange?.(on ? [...others, ...codes] : others);
  };
  const beyond = tree.applications.some(({ pages }) =>
    pages.some(({ permissions }) => permissions.some(({ grantable }) => !grantable)),
  );
  return (
    <>
      {beyond && (
        <p className={css.beyond}>灰色的权限您和本机构人员都没有，不能授予；需要时请平台安全管理员设置。</p>
      )}
      {tree.applications.map((application) => (
        <fieldset key={application.name} className={css.application}>
          <legend>{application.name}</legend>
          <Whole application={application} value={value} onChange={set} />
          {application.pages.map((page) => (
            <div key={page.name} className={css.place}>
              <span className={css.page}>{page.name}</span>
              <div>
                {page.permissions.map(({ code, name, grantable }) => (
                  <Checkbox
                    key={code}
                    checked={value.includes(code)}
                    disabled={!grantable && !value.includes(code)}
                    onChange={(event) => set([code], event.target.checked)}
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

/** All of an application at once, as far as one may give it, and how many of it are chosen. */
function Whole({
  application,
  value,
  onChange,
}: {
  application: PermissionTree['applications'][number];
  value: string[];
  onChange: (codes: string[], on: boolean) => void;
}) {
  const all = application.pages.flatMap((page) => page.permissions);
  const chosen = all.filter(({ code }) => value.includes(code));
  const open = all.filter(({ code, grantable }) => grantable || value.includes(code)).map(({ code }) => code);
  const whole = open.length > 0 && chosen.length === open.length;
  return (
    <p className={css.whole}>
      <Checkbox
        checked={whole}
        indeterminate={chosen.length > 0 && !whole}
        disabled={!open.length}
        onChange={(event) => onChange(open, event.target.checked)}
      >
        全选<span className="zq-hidden">：{application.name}</span>
      </Checkbox>
      <span>
        已选 {chosen.length} / {all.length} 项
      </span>
    </p>
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
