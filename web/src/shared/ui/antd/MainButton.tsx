import { Button, type ButtonProps } from 'antd';

/** The one main action of a page: amber, at most one in sight. */
export function MainButton(props: ButtonProps) {
  return <Button type="primary" {...props} className="zq-main" />;
}
