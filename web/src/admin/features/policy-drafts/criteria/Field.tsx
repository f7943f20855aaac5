import { useId, type ReactNode } from 'react';
import css from './criteria.module.css';

export function Field({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={wide ? `${css.field} ${css.wide}` : css.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
