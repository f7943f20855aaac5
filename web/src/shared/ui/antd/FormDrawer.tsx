import { App, Button, Drawer, Form, type ButtonProps, type FormInstance } from 'antd';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { isProblem } from '../../api';
import { newIdempotencyKey } from '../../api/client';
import { decisionDraft, dropDecisionDrafts } from '../../api/drafts';
import { label } from '../../i18n';
import css from './FormDrawer.module.css';
import { MainButton } from './MainButton';
import { useDraft } from '../useDraft';
import { optionalMark } from './optionalMark';
import { forgetRefusals, useProblems } from './useProblems';

interface FormDrawerProps<V extends object> {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  /**
   * Rejecting keeps the drawer open: field errors go to their fields. The key is the same over the tries until one has
   * succeeded, as with `useSubmit`. Coming to `false` closes it with nothing done, as somebody else was quicker: what is
   * kept stays.
   */
  onSubmit: (values: V, idempotencyKey: string) => Promise<unknown>;
  /** Whether the form shows a failure itself, which then is not told a second time. */
  shows?: (error: unknown) => boolean;
  initialValues?: Partial<V>;
  submitText?: string;
  /** For what cannot be taken back. */
  danger?: boolean;
  size?: number;
  /**
   * The case that is decided here: what was typed of it survives the end of the session and a reload, until it is given up
   * or the case is decided, in whichever form. For texts, numbers and choices.
   */
  keeps?: string;
  children: ReactNode | ((form: FormInstance<V>) => ReactNode);
}

/** Of a form it is the main action, unless it is one to be warned of. */
function Submit({ danger, ...props }: ButtonProps) {
  return danger ? <Button type="primary" danger {...props} /> : <MainButton {...props} />;
}

/** A form on the right side of a list. Asks before it throws away what was typed. */
export function FormDrawer<V extends object>(props: FormDrawerProps<V>) {
  return <OfCase key={props.keeps} {...props} />;
}

/** What was typed is about one case: of the next it is not known. */
function OfCase<V extends object>(props: FormDrawerProps<V>) {
  const [form] = Form.useForm<V>();
  const { modal } = App.useApp();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const key = useRef<string>(undefined);
  const underWay = useRef(false);
  const draft = useDraft<Partial<V>>(props.keeps && decisionDraft(props.keeps, String(props.title)));
  const { find } = draft;
  // Another form of the case may have been submitted since the page was opened.
  const found = useMemo(() => (props.open ? find() : undefined), [props.open, find]);
  const closed = () => {
    draft.clear();
    props.onClose();
  };

  const close = () => {
    if (!found && !form.isFieldsTouched()) return props.onClose();
    modal.confirm({
      title: '放弃已填写的内容？',
      okText: '放弃',
      cancelText: '继续填写',
      okButtonProps: { type: 'default' },
      cancelButtonProps: { type: 'primary' },
      onOk: closed,
    });
  };
  const finish = async (values: V) => {
    // Two clicks come before the button is busy: between lie the checks of the form.
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    draft.saveNow(values);
    try {
      key.current ??= newIdempotencyKey();
      const done = await props.onSubmit(values, key.current);
      key.current = undefined;
      if (done === false) return props.onClose();
      closed();
      if (props.keeps) dropDecisionDrafts(props.keeps);
    } catch (error) {
      if (isProblem(error, 'IDEMPOTENCY_KEY_REUSED')) key.current = undefined;
      if (!props.shows?.(error)) problems(error, form as FormInstance);
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };

  return (
    <Drawer
      open={props.open}
      title={props.title}
      onClose={close}
      size={Math.min(props.size ?? 520, globalThis.innerWidth)}
      destroyOnHidden
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={close}>{label('common', 'cancel')}</Button>
          <Submit danger={props.danger} loading={busy} onClick={() => form.submit()}>
            {props.submitText ?? label('common', 'submit')}
          </Submit>
        </div>
      }
    >
      <Form<V>
        form={form}
        layout="vertical"
        className={css.form}
        requiredMark={optionalMark}
        // The instance lives on beside the drawer: what was typed goes with the form, a password for instance.
        clearOnDestroy
        scrollToFirstError={{ focus: true }}
        initialValues={{ ...props.initialValues, ...found } as never}
        onValuesChange={(changed, values) => {
          forgetRefusals(form as FormInstance, changed);
          draft.save(values);
        }}
        onFinish={(values) => void finish(values)}
      >
        {typeof props.children === 'function' ? props.children(form) : props.children}
      </Form>
    </Drawer>
  );
}
