import type { ComponentProps, ReactNode } from 'react';
import css from './Fold.module.css';
import { Icon } from './Icon';

/** What is shown when it is asked for, under the words that name it; their sign turns with it. */
export function Fold({
  title,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'details'>, 'title'> & { title: ReactNode }) {
  return (
    <details className={className ? `${css.fold} ${className}` : css.fold} {...rest}>
      <summary>
        {title}
        <Icon name="down" size={16} />
      </summary>
      {children}
    </details>
  );
}
