import { cloneElement, useId, type ReactElement } from 'react';
import css from './ProjectPage.module.css';

/** A control with its name above it. */
export function Labelled({
  text,
  className,
  children,
}: {
  text: string;
  className?: string;
  children: ReactElement<{ id?: string }>;
}) {
  const id = useId();
  return (
    <div className={`${css.labelled} ${className ?? ''}`}>
      <label htmlFor={id}>{text}</label>
      {cloneElement(children, { id })}
    </div>
  );
}
