import { Checkbox } from 'antd';
import type { CheckboxGroupProps } from 'antd/es/checkbox';

interface CheckGroupProps extends CheckboxGroupProps<string> {
  /** Written by the form where something must be chosen: it may stand on no group of checkboxes, so it goes no further. */
  'aria-required'?: boolean | 'true' | 'false';
  /** Each on a line of its own: for names of different lengths, which in a row are no columns. */
  stacked?: boolean;
}

/** Checkboxes of which a form wants at least one. */
export function CheckGroup({ 'aria-required': _, stacked = false, ...props }: CheckGroupProps) {
  return <Checkbox.Group<string> {...props} style={stacked ? { display: 'grid', gap: 8 } : undefined} />;
}
