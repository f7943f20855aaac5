import { Button, Checkbox, Form, Input, Space } from 'antd-mobile';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router';
import { isProblem, type Claim } from '@/shared/api';
import {
  agentPhoneRules,
  claimDraftName,
  claimDraftOf,
  claimField,
  claimOf,
  claimRefusal,
  idNumberRules,
  withoutSpaces,
  KEPT,
  letterTemplate,
  personRules,
  scannerRules,
  useSubmitClaim,
  valuesOf,
  type Chosen,
  type ClaimDraft,
  type ClaimValues as Values,
  CLAIM_STEPS,
} from '@/shared/claims';
import {
  CLAIM_CONSENT,
  CLAIM_SCANNERS_HINT,
  consentCategories,
  consentTexts,
  scannerKinds,
} from '@/shared/consents';
import { label } from '@/shared/i18n';
import { Uscc, useDraft } from '@/shared/ui';
import { showFieldErrors, useErrorSummary, useProblems } from '@/shared/ui/mobile';
import { Body, Notice, Section, Steps } from '../../ui';
import { ClaimCheck } from './ClaimCheck';
import { LetterField } from './LetterField';
import { JUST_SUBMITTED } from '../me/AfterSubmission';
import css from './ClaimPage.module.css';

/** What a claim asks, as it is typed, kept as a draft, corrected and handed in. */
export function ClaimForm({
  enterprise,
  returned,
  own = false,
  onBack,
  checking,
  onCheck,
  onNothing,
  typed,
  onTyped,
  onDone,
}: {
  enterprise: Chosen;
  returned?: Claim;
  /** Certified already, and to be certified anew. */
  own?: boolean;
  onBack?: () => void;
  /** Whether what was filled in is to be checked now. */
  checking: boolean;
  onCheck: (on: boolean) => void;
  /** There is nothing to check any more: the page was left meanwhile, or what was checked has changed. */
  onNothing: () => void;
  /** What was typed before, since the page was opened. */
  typed?: Values;
  onTyped: (values: Values) => void;
  onDone: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const problems = useProblems();
  const { summary, formProps } = useErrorSummary();
  const navigate = useNavigate();
  const renewal = own || returned?.kind === 'RENEWAL';
  const draft = useDraft<ClaimDraft>(claimDraftName(returned, own));
  // What was typed of another enterprise is not of this one.
  const [found] = useState(draft.found?.enterprise.id === enterprise.id ? draft.found.values : undefined);
  const [checked, setChecked] = useState<Values>();
  const refused = useRef<Error>(undefined);
  const shown = checking && checked;
  const gone = checking && !checked;
  const toForm = useEffectEvent(onNothing);
  useEffect(() => {
    if (gone) toForm();
  }, [gone]);
  // Why the last file was not taken: said in the place of what the field says itself.
  const [badLetter, setBadLetter] = useState<string>();
  const submit = useSubmitClaim(returned, {
    onSuccess: (claim) => {
      draft.clear();
      // The guard has to hear of it before the page is left.
      flushSync(onDone);
      void navigate(`/my/claims/${claim.id}`, { replace: true, state: JUST_SUBMITTED });
    },
    onError: (error) => {
      if (isProblem(error) && (error.code === 'LEGAL_REP_MISMATCH' || error.fields.length)) {
        refused.current = error;
        onCheck(false);
      } else if (!claimRefusal(error)) problems(error);
    },
  });

  // The fields must be on screen before their errors can be set.
  useEffect(() => {
    const wrong = refused.current;
    if (shown || !wrong) return;
    refused.current = undefined;
    if (isProblem(wrong, 'LEGAL_REP_MISMATCH')) {
      showFieldErrors(form, [{ name: ['legalRep', 'name'], errors: [wrong.message] }]);
    } else problems(wrong, form, claimField);
  }, [shown, form, problems]);

  if (shown) {
    return (
      <ClaimCheck
        enterprise={enterprise}
        values={shown}
        returned={returned}
        renewal={renewal}
        refusal={claimRefusal(submit.error)}
        busy={submit.isPending}
        onBack={() => onCheck(false)}
        onSubmit={() => submit.mutate(claimOf(enterprise, shown, 'WECHAT'))}
      />
    );
  }
  return (
    <>
      <Body>
        <Steps steps={CLAIM_STEPS} current={1} />
        {returned?.reason && <Notice tone="wait">退回理由：{returned.reason}</Notice>}
        {found && (
          <Notice>
            已恢复上次未提交的填写，{returned ? '证件号码如有更改，须再填一次。' : '证件号码须重新填写。'}
          </Notice>
        )}
        <Section
          title={enterprise.name}
          more={
            onBack && (
              <button type="button" className={css.change} onClick={onBack}>
                重新选择
              </button>
            )
          }
        >
          <p className="zq-num">
            <Uscc of={enterprise.uscc} />
          </p>
        </Section>
        <Notice>
          需要加盖公章的授权书：
          <a href={letterTemplate(enterprise)} target="_blank" rel="noopener">
            打开企业码授权委托书模板
          </a>
        </Notice>
        {summary}
      </Body>
      <Form
        form={form}
        layout="vertical"
        mode="card"
        requiredMarkStyle="none"
        initialValues={{ ...valuesOf(returned), ...found, ...typed }}
        {...formProps}
        onValuesChange={(_changed, all) => {
          setChecked(undefined);
          onTyped(all);
          draft.save(claimDraftOf(enterprise, all));
        }}
        onFinish={(values) => {
          submit.reset();
          setChecked(values);
          onCheck(true);
        }}
        footer={
          <Button block type="submit" color="primary" size="large">
            下一步：检查并提交
          </Button>
        }
      >
        <Form.Item name={['legalRep', 'name']} label="法定代表人姓名" rules={personRules('法定代表人')}>
          <Input placeholder="与登记信息一致" />
        </Form.Item>
        <Form.Item
          name={['legalRep', 'idNumber']}
          label="法定代表人身份证号"
          rules={idNumberRules(returned)}
          normalize={withoutSpaces}
          dependencies={[['legalRep', 'name']]}
        >
          <Input placeholder={returned ? KEPT : '18 位'} maxLength={24} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['agent', 'name']} label="经办人姓名" rules={personRules('经办人')}>
          <Input placeholder="办理本次领码的人" />
        </Form.Item>
        <Form.Item
          name={['agent', 'phone']}
          label="经办人手机号"
          rules={agentPhoneRules(returned)}
          normalize={withoutSpaces}
          dependencies={[['agent', 'name']]}
        >
          <Input type="tel" placeholder={returned ? KEPT : '11 位手机号'} maxLength={20} />
        </Form.Item>
        <Form.Item
          name="letterFileId"
          label="授权书（加盖公章，PDF、JPG 或 PNG，不超过 10 MB）"
          rules={[{ required: true, message: badLetter ?? '请上传加盖公章的授权书' }]}
        >
          <LetterField
            onRefused={(why) => {
              setBadLetter(why);
              form.setFields([{ name: 'letterFileId', errors: why ? [why] : [] }]);
            }}
          />
        </Form.Item>
        {renewal ? null : (
          <Form.Item name="consents" label="数据授权">
            <Choices about={CLAIM_CONSENT}>
              {consentCategories.map((category) => (
                <Checkbox key={category} value={category} className={css.consent}>
                  <b>{label('consent', category)}</b>
                  <span>{consentTexts[category]}</span>
                </Checkbox>
              ))}
            </Choices>
          </Form.Item>
        )}
        {renewal ? null : (
          <Form.Item name="scanners" rules={scannerRules} dependencies={['consents']} label="扫码时展示给">
            <Choices about={CLAIM_SCANNERS_HINT}>
              {scannerKinds.map((kind) => (
                <Checkbox key={kind} value={kind} className={css.consent}>
                  {label('scannerKind', kind)}
                </Checkbox>
              ))}
            </Choices>
          </Form.Item>
        )}
      </Form>
    </>
  );
}

/** One below the other, under what there is to know of them; the form gives them the value. */
function Choices({ about, children, ...control }: { about: string; children: ReactNode }) {
  return (
    <>
      <p className={css.about}>{about}</p>
      <Checkbox.Group {...control}>
        <Space direction="vertical">{children}</Space>
      </Checkbox.Group>
    </>
  );
}
