import { Button, Checkbox, Form, Input, Space, Toast } from 'antd-mobile';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useSearchParams } from 'react-router';
import { isProblem, type Claim, type EnterpriseHit, type StoredFile } from '@/shared/api';
import {
  chosenOf,
  claimDraftName,
  claimDraftOf,
  claimField,
  claimOf,
  idNumberRules,
  letterFailure,
  LETTER_TYPES,
  moreHits,
  useEnterpriseSearch,
  useLetterUpload,
  useMyClaim,
  useSubmitClaim,
  valuesOf,
  type Chosen,
  type ClaimDraft,
  type ClaimValues as Values,
} from '@/shared/claims';
import { consentCategories } from '@/shared/consents';
import { label } from '@/shared/i18n';
import { PHONE, DemoTag, Empty, Icon, Loaded, Skeleton, useDraft, usccText } from '@/shared/ui';
import { LeaveGuard, showFieldErrors, useErrorSummary, useProblems } from '@/shared/ui/mobile';
import { Body, Notice, Section } from '../../ui';
import { Search } from '../../ui/Growing';
import css from './ClaimPage.module.css';

/** 在线领码: find the enterprise, then authorise. A returned claim is corrected on the same page. */
export default function ClaimPage() {
  const [params] = useSearchParams();
  const id = params.get('returned') ?? '';
  const query = useMyClaim(id);
  const draft = useDraft<ClaimDraft>(claimDraftName());
  const [chosen, setChosen] = useState<Chosen | undefined>(draft.found?.enterprise);
  if (id) {
    return (
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(claim) => <Fill enterprise={chosenOf(claim)} returned={claim} />}
      </Loaded>
    );
  }
  return chosen ? (
    <Fill enterprise={chosen} onBack={() => setChosen(undefined)} />
  ) : (
    <Find onChoose={setChosen} />
  );
}

function Find({ onChoose }: { onChoose: (hit: EnterpriseHit) => void }) {
  const [q, setQ] = useState('');
  const query = useEnterpriseSearch(q);
  // What was typed cannot be a code: that is told at the field, as nothing has failed.
  const refused = isProblem(query.error) && query.error.status === 400 ? query.error : undefined;
  return (
    <Body>
      <Search
        label="查找企业"
        placeholder="企业名称或统一社会信用代码"
        value={q}
        onSearch={setQ}
        error={refused && (refused.fields[0]?.message ?? refused.message)}
      />
      {refused ? null : q.length < 2 ? (
        <Notice>输入企业名称（至少两个字）或 18 位信用代码，从登记信息中找到本企业。</Notice>
      ) : (
        <Loaded query={query} compact skeleton={<Skeleton lines={6} />}>
          {(hits) =>
            hits.length ? (
              <>
                <Section flush>
                  {hits.map((hit) => (
                    <button key={hit.id} type="button" className={css.hit} onClick={() => onChoose(hit)}>
                      <b>
                        {hit.name} {hit.demo && <DemoTag />}
                      </b>
                      <span className="zq-num">{usccText(hit.uscc)}</span>
                      <span>{[hit.legalRep, hit.townName].filter(Boolean).join(' · ')}</span>
                    </button>
                  ))}
                </Section>
                {moreHits(hits) && <Notice>{moreHits(hits)}</Notice>}
              </>
            ) : (
              <Empty compact title="没有找到这家企业" hint="请核对名称或信用代码" />
            )
          }
        </Loaded>
      )}
    </Body>
  );
}

function Fill({
  enterprise,
  returned,
  onBack,
}: {
  enterprise: Chosen;
  returned?: Claim;
  onBack?: () => void;
}) {
  const [form] = Form.useForm<Values>();
  const problems = useProblems();
  const { summary, formProps } = useErrorSummary();
  const navigate = useNavigate();
  const draft = useDraft<ClaimDraft>(claimDraftName(returned));
  // What was typed of another enterprise is not of this one.
  const [found] = useState(draft.found?.enterprise.id === enterprise.id ? draft.found.values : undefined);
  const [dirty, setDirty] = useState(false);
  const submit = useSubmitClaim(returned, {
    onSuccess: (claim) => {
      draft.clear();
      // The guard has to hear of it before the page is left.
      flushSync(() => setDirty(false));
      Toast.show({ icon: 'success', content: `已提交，编号 ${claim.number}` });
      void navigate(`/my/claims/${claim.id}`, { replace: true });
    },
    onError: (error) => {
      if (isProblem(error, 'LEGAL_REP_MISMATCH')) {
        showFieldErrors(form, [{ name: ['legalRep', 'name'], errors: [error.message] }]);
      } else problems(error, form, claimField);
    },
  });

  return (
    <>
      <LeaveGuard when={dirty} />
      <Body>
        {returned?.reason && <Notice tone="wait">退回理由：{returned.reason}</Notice>}
        {found && <Notice>已恢复上次未提交的填写，证件号码须重新填写。</Notice>}
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
          <p className="zq-num">{usccText(enterprise.uscc)}</p>
        </Section>
        {summary}
      </Body>
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        initialValues={{ ...valuesOf(returned), ...found }}
        {...formProps}
        onValuesChange={(_changed, all) => {
          setDirty(true);
          draft.save(claimDraftOf(enterprise, all));
        }}
        onFinish={(values) => submit.mutate(claimOf(enterprise, values, 'WECHAT'))}
        footer={
          <Button block type="submit" color="primary" size="large" loading={submit.isPending}>
            提交领码申请
          </Button>
        }
      >
        <Form.Item
          name={['legalRep', 'name']}
          label="法定代表人姓名"
          rules={[{ required: true, message: '请填写法定代表人姓名' }]}
        >
          <Input placeholder="与登记信息一致" maxLength={50} />
        </Form.Item>
        <Form.Item name={['legalRep', 'idNumber']} label="法定代表人身份证号" rules={idNumberRules}>
          <Input placeholder="18 位" maxLength={18} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name={['agent', 'name']}
          label="经办人姓名"
          rules={[{ required: true, message: '请填写经办人姓名' }]}
        >
          <Input placeholder="办理本次领码的人" maxLength={50} />
        </Form.Item>
        <Form.Item
          name={['agent', 'phone']}
          label="经办人手机号"
          rules={[{ required: true, pattern: PHONE, message: '请填写 11 位手机号' }]}
        >
          <Input type="tel" placeholder="11 位手机号" maxLength={11} />
        </Form.Item>
        <Form.Item
          name="letterFileId"
          label="授权书（加盖公章，PDF、JPG 或 PNG，不超过 10 MB）"
          rules={[{ required: true, message: '请上传加盖公章的授权书' }]}
        >
          <Letter />
        </Form.Item>
        <Form.Item
          name="consents"
          label="扫码人可以看到的信息，以后可以再改；税务信息只用于匹配，不向扫码人展示"
        >
          <Checkbox.Group>
            <Space direction="vertical">
              {consentCategories.map((category) => (
                <Checkbox key={category} value={category}>
                  {label('consent', category)}
                </Checkbox>
              ))}
            </Space>
          </Checkbox.Group>
        </Form.Item>
      </Form>
    </>
  );
}

function Letter({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: StoredFile;
  onChange?: (file: StoredFile) => void;
}) {
  const upload = useLetterUpload({ onSuccess: (file) => onChange?.(file) });
  const failure = letterFailure(upload.error);
  return (
    <>
      <label className={css.letter}>
        <Icon name={value ? 'check' : 'upload'} size={20} />
        {upload.isPending ? '正在上传' : value ? `${value.name}（点按更换）` : '拍照或选择文件'}
        <input
          id={id}
          type="file"
          aria-label="授权书"
          accept={LETTER_TYPES.join(',')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) upload.mutate(file);
            event.target.value = '';
          }}
        />
      </label>
      {failure && (
        <p className={css.error} role="alert">
          {failure}
        </p>
      )}
    </>
  );
}
