import { Alert, App, Form, Input, Modal } from 'antd';
import { problemText, type EnterpriseCode } from '@/shared/api';
import { UNBIND_WARNING, UNBOUND_ALREADY, useUnbind } from '@/shared/enterprise';
import { AntdRoot } from '@/shared/ui/antd';
import { enoughWords, LEAST_HINT } from '@/shared/ui/reasons';
import css from './Certified.module.css';

interface Props {
  code: EnterpriseCode;
  onClose: () => void;
}

export default function UnbindDialog(props: Props) {
  return (
    <AntdRoot>
      <Dialog {...props} />
    </AntdRoot>
  );
}

function Dialog({ code, onClose }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  const { modal } = App.useApp();
  const leave = () => location.assign('/code/claims');
  const unbind = useUnbind(code, {
    onSuccess: (already) =>
      already
        ? void modal.info({ title: '该企业已解绑', content: UNBOUND_ALREADY, okText: '知道了', onOk: leave })
        : leave(),
  });
  return (
    <Modal
      open
      title={`解绑 ${code.enterpriseName}`}
      okText="确认解绑"
      cancelText="不解绑"
      okButtonProps={{ danger: true }}
      confirmLoading={unbind.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className={css.warning}>{UNBIND_WARNING}</p>
      {unbind.error && <Alert type="error" role="alert" showIcon title={problemText(unbind.error)} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => unbind.mutateAsync(reason.trim()).catch(() => undefined)}
      >
        <Form.Item
          name="reason"
          label="解绑原因"
          rules={[
            { required: true, whitespace: true, message: '请填写解绑原因' },
            { max: 200 },
            enoughWords('解绑原因'),
          ]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount placeholder={LEAST_HINT} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
