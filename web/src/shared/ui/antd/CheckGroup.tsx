import { Checkbox } from 'antd';
import type { CheckboxGroupProps } from 'antd/es/checkbox';

interface CheckGroupProps extends CheckboxGroupProps<string> {
  /** Written by the form where something must be chosen: it may stand on no group of checkboxes, so it goes no further. */
  'aria-required'?: boolean | 'true' | 'false';
}

/** Checkboxes of which a form wants at least one. */
export function CheckGroup({ 'aria-required': _, ...props }: CheckGroupProps) {
  return <Checkbox.Group<string> {...props} />;
}
