import { Button, Checkbox, Form, Input, type FormInstance } from 'antd';
import { useEffect, useEffectEvent, useRef } from 'react';
import { isProblem, type Claim, type StoredFile } from '@/shared/api';
import {
  agentPhoneRules,
  claimField,
  idNumberRules,
  withoutSpaces,
  KEPT,
  letterFailure,
  letterTemplate,
  personRules,
  scannerRules,
  useLetterUpload,
  type Chosen,
  type ClaimValues as Values,
} from '@/shared/claims';
import {
  CLAIM_CONSENT,
  CLAIM_SCANNERS_HINT,
  consentCategories,
  consentTexts,
  scannerKinds,
} from '@/shared/consents';
import { label } from '@/shared/i18n';
import { fileSize, Icon, Uscc } from '@/shared/ui';
import { CheckGroup, MainButton, useErrorSummary, useProblems } from '@/shared/ui/antd';
import { FileDrop } from '../../ui/FileDrop';
import { Panel, Stack } from '../../ui/Panel';
import { StepBar } from '../../ui/Submission';
import css from './ClaimPage.module.css';

/** The second step: who claims, with which letter, and what the enterprise allows. What stands in its fields is of this enterprise alone. */
export function ClaimForm({
  enterprise,
  renewal,
  returned,
  initial,
  refused,
  onChange,
  onBack,
  onNext,
}: {
  enterprise: Chosen;
  /** What the enterprise allows stays as it is. */
  renewal: boolean;
  /** What was handed in before, and is corrected. */
  returned?: Claim;
  initial: Values;
  /** Why it was not taken when it was handed in. */
  refused?: Error;
  onChange: (values: Values) => void;
  onBack?: () => void;
  onNext: (values: Values) => void;
}) {
  const [form] = Form.useForm<Values>();
  const { summary, tell, formProps } = useErrorSummary(form);
  const problems = useProblems();

  const show = useEffectEvent((error: Error) => {
    if (isProblem(error, 'LEGAL_REP_MISMATCH'))
      form.setFields([{ name: ['legalRep', 'name'], errors: [error.message] }]);
    else problems(error, form as FormInstance, claimField);
    // As what the form finds itself: above it, with the way to each field.
    const wrong = form.getFieldsError().filter(({ errors }) => errors.length);
    if (wrong.length) tell(wrong);
  });
  // The fields must be on screen before their errors can be set.
  useEffect(() => {
    if (refused) show(refused);
  }, [refused]);

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      {...formProps}
      onValuesChange={(_changed, all) => onChange(all)}
      onFinish={onNext}
    >
      <Stack>
        {summary}
        <Panel
          title={enterprise.name}
          more={
            onBack && (
              <Button type="link" onClick={onBack}>
                重新选择
              </Button>
            )
          }
        >
          <p className="zq-num">
            统一社会信用代码 <Uscc of={enterprise.uscc} />
          </p>
        </Panel>
        <Panel title="法定代表人">
          <div className={css.pair}>
            <Form.Item
              name={['legalRep', 'name']}
              label="法定代表人姓名"
              extra="须与登记信息一致"
              rules={personRules('法定代表人')}
            >
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item
              name={['legalRep', 'idNumber']}
              label="身份证号码"
              extra="仅用于核对，加密保存，不进入草稿"
              rules={idNumberRules(returned)}
              normalize={withoutSpaces}
              dependencies={[['legalRep', 'name']]}
            >
              <Input maxLength={24} autoComplete="off" placeholder={returned && KEPT} />
            </Form.Item>
          </div>
        </Panel>
        <Panel title="经办人">
          <div className={css.pair}>
            <Form.Item name={['agent', 'name']} label="经办人姓名" rules={personRules('经办人')}>
              <Input autoComplete="name" />
            </Form.Item>
            <Form.Item
              name={['agent', 'phone']}
              label="手机号"
              rules={agentPhoneRules(returned)}
              normalize={withoutSpaces}
              dependencies={[['agent', 'name']]}
            >
              <Input
                maxLength={20}
                inputMode="numeric"
                autoComplete="tel-national"
                placeholder={returned && KEPT}
              />
            </Form.Item>
          </div>
        </Panel>
        <Panel title="授权书">
          <p className={css.intro}>
            没有授权书的，先打印
            <a href={letterTemplate(enterprise)} target="_blank" rel="noopener">
              企业码授权委托书模板
            </a>
            ，填写后由法定代表人签字并加盖公章，再扫描或拍照上传。
          </p>
          <Form.Item
            name="letterFileId"
            rules={[{ required: true, message: '请上传加盖公章的授权书' }]}
            style={{ marginBottom: 0 }}
          >
            <Letter />
          </Form.Item>
        </Panel>
        {!renewal && (
          <Panel title="数据授权">
            <p className={css.intro}>{CLAIM_CONSENT}</p>
            <Form.Item name="consents" style={{ marginBottom: 0 }}>
              <Checkbox.Group aria-label="数据授权" className={css.consents}>
                {consentCategories.map((category) => (
                  <Checkbox key={category} value={category}>
                    <b>{label('consent', category)}</b>
                    <span>{consentTexts[category]}</span>
                  </Checkbox>
                ))}
              </Checkbox.Group>
            </Form.Item>
            <Form.Item
              name="scanners"
              label="扫码时展示给"
              extra={CLAIM_SCANNERS_HINT}
              rules={scannerRules}
              dependencies={['consents']}
              style={{ margin: '16px 0 0' }}
            >
              <CheckGroup
                aria-label="扫码时展示给"
                options={scannerKinds.map((kind) => ({ value: kind, label: label('scannerKind', kind) }))}
              />
            </Form.Item>
          </Panel>
        )}
      </Stack>
      <StepBar>
        {onBack && <Button onClick={onBack}>上一步</Button>}
        <MainButton htmlType="submit">下一步：检查并提交</MainButton>
      </StepBar>
    </Form>
  );
}

function Letter({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: StoredFile;
  onChange?: (file: StoredFile | undefined) => void;
}) {
  const upload = useLetterUpload({ onSuccess: (file) => onChange?.(file) });
  const failure = letterFailure(upload.error);
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    // What had the focus went with what it was about.
    if (document.activeElement === document.body) box.current?.focus();
  }, [value]);
  return (
    <div ref={box} id={id} tabIndex={-1} className={css.letter}>
      {value ? (
        <p className={css.file}>
          <Icon name="file" size={24} />
          <span>
            <b>{value.name}</b>
            {fileSize(value.size)}
          </span>
          <Button
            onClick={() => {
              upload.reset();
              onChange?.(undefined);
            }}
          >
            更换
          </Button>
        </p>
      ) : (
        <FileDrop
          accept=".pdf,.jpg,.jpeg,.png"
          hint="PDF、JPG、PNG，不超过 10 MB"
          busy={upload.isPending}
          onChoose={(file) => upload.mutate(file)}
        />
      )}
      {failure && (
        <p className={css.error} role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}
