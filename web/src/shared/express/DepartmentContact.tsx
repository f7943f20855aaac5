import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, isProblem } from '../api';
import { useBrand } from '../brand';
import { Fold } from '../ui/Fold';
import { Loaded } from '../ui/States';
import css from './express.module.css';

/** Whom to call at a department, as it published itself in 机构管理; asked for when somebody wants to know. */
export function DepartmentContact({
  id,
  name,
  open: opened = false,
}: {
  id: string;
  name: string;
  open?: boolean;
}) {
  const [open, setOpen] = useState(opened);
  return (
    <Fold
      title={`联系${name}`}
      className={css.contact}
      open={open}
      onToggle={(event) => setOpen((event.target as HTMLDetailsElement).open)}
    >
      {open && <Contacts id={id} />}
    </Fold>
  );
}

function Contacts({ id }: { id: string }) {
  const { hotline } = useBrand();
  const query = useQuery({
    queryKey: ['reference', 'institutions', id],
    queryFn: async ({ signal }) => {
      try {
        return await api.get('/api/user/reference/institutions/{id}', { path: { id }, signal });
      } catch (failure) {
        // One that is closed has nobody to call.
        if (isProblem(failure) && failure.status === 404) return null;
        throw failure;
      }
    },
    staleTime: 300_000,
  });
  return (
    <Loaded query={query} compact>
      {(department) => {
        const lines = department
          ? [
              { label: '电话', name: '', phone: department.phone },
              ...department.contacts.map((one) => ({
                label: one.duty || '联系人',
                name: one.name,
                phone: one.phone,
              })),
            ].filter(({ phone }) => phone)
          : [];
        if (!lines.length && !department?.address)
          return (
            <p className={css.none}>
              该部门还没有公布联系方式
              {hotline.number && (
                <>
                  ，可拨打{hotline.label}{' '}
                  <a href={`tel:${hotline.number}`} className="zq-whole">
                    {hotline.number}
                  </a>
                </>
              )}
              。
            </p>
          );
        return (
          <dl className={css.lines}>
            {lines.map((line, index) => (
              <div key={index}>
                <dt>{line.label}</dt>
                <dd>
                  {line.name && `${line.name} `}
                  <a href={`tel:${line.phone}`} className="zq-whole">
                    {line.phone}
                  </a>
                </dd>
              </div>
            ))}
            {department?.address && (
              <div>
                <dt>地址</dt>
                <dd>{department.address}</dd>
              </div>
            )}
          </dl>
        );
      }}
    </Loaded>
  );
}
