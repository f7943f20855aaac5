import { Switch, type SwitchProps } from 'antd-mobile';
import type { KeyboardEvent } from 'react';

/** antd-mobile's switch, which by itself the keyboard neither reaches nor moves. */
export function Toggle(props: SwitchProps) {
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    (event.target as HTMLElement).click();
  };
  return (
    <span role="presentation" onKeyDown={press}>
      <Switch tabIndex={props.disabled ? -1 : 0} {...props} />
    </span>
  );
}
