import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Upload, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useParams } from 'react-router';
import {
  api,
  isProblem,
  newIdempotencyKey,
  problemText,
  type Claim,
  type ClaimRequest,
  type ConsentCategory,
  type EnterpriseHit,
  type StoredFile,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import {
  dateTimeText,
  Definition,
  Empty,
  fileSize,
  Icon,
  Loaded,
  Mascot,
  Skeleton,
  useDraft,
  usccText,
} from '@/shared/ui';
import { LeaveGuard, useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import { Panel, Stack } from '../../ui/Panel';
import { SearchBox } from '../../ui/SearchBox';
import { Stepper } from '../../ui/Stepper';
import css from './ClaimPage.module.css';
import { consentTexts } from './ConsentsPage';

type Chosen = Pick<EnterpriseHit, 'id' | 'name' | 'uscc'> & Partial<EnterpriseHit>;

/** Named as the request is, so that the server's field errors find their fields. */
interface Values {
  legalRep?: { name?: string; idNumber?: string };
  agent?: { name?: string; phone?: string };
  letterFileId?: StoredFile;
  consents?: ConsentCategory[];
}

/** What is kept between visits: nothing of the legal representative's identity. */
interface Draft {
  enterprise?: Chosen;
  values: Values;
}

const categories: ConsentCategory[] = ['BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX'];
export const MAX_LETTER = 10 * 1024 * 1024;
const letterTypes = ['application/pdf', 'image/jpeg', 'image/png'];

/** A new claim, or one that was returned for correction. */
export default function ClaimPage() {
  const { id } = useParams();
  const query = useQuery({
    queryKey: ['claim', id],
    queryFn: ({ signal }) => api.get<Claim>(`/api/code/my/claims/${id}`, { signal }),
    enabled: !!id,
  });
  return (
    <>
      <PageHead
        title={id ? '补正领码申请' : '领取企业码'}
        intro="由法定代表人或其授权的经办人办理，需要加盖公章的授权书（PDF、JPG 或 PNG，不超过 10 MB）。"
      />
      <div className={css.ground}>
        <Wrap className={css.page}>
          {id ? (
            <Loaded query={query} skeleton={<Skeleton lines={10} />}>
              {(claim) => <Wizard returned={claim} />}
            </Loaded>
          ) : (
            <Wizard />
          )}
        </Wrap>
      </div>
    </>
  );
}

function Wizard({ returned }: { returned?: Claim }) {
  const draft = useDraft<Draft>(returned ? `claim.${returned.id}` : 'claim');
  const [form] = Form.useForm<Values>();
  const [enterprise, setEnterprise] = useState<Chosen | undefined>(
    returned
      ? { id: returned.enterpriseId, name: returned.enterpriseName, uscc: returned.uscc }
      : draft.found?.enterprise,
  );
  const [step, setStep] = useState(enterprise ? 1 : 0);
  const [values, setValues] = useState<Values>();
  const [dirty, setDirty] = useState(false);
  const key = useRef(newIdempotencyKey());
  const box = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const problems = useProblems();

  const submit = useMutation({
    mutationFn: (body: ClaimRequest) =>
      returned
        ? api.put<Claim>(`/api/code/my/claims/${returned.id}`, { version: returned.version, claim: body })
        : api.post<Claim>('/api/code/claims', body, { idempotencyKey: key.current }),
    onSuccess: () => {
      draft.clear();
      setDirty(false);
      setStep(3);
      void queries.invalidateQueries({ queryKey: ['claims'] });
    },
    onError: (error) => {
      // The stored answer belongs to this body; a changed form is a new intention.
      key.current = newIdempotencyKey();
      const mismatch = isProblem(error, 'LEGAL_REP_MISMATCH');
      // The fields must be on screen before their errors can be set.
      if (mismatch || (isProblem(error) && error.fields.length)) flushSync(() => setStep(1));
      if (mismatch) {
        form.setFields([{ name: ['legalRep', 'name'], errors: [error.message] }]);
        form.scrollToField(['legalRep', 'name'], { block: 'center', focus: true });
      } else problems(error, form as FormInstance, (field) => field.replace(/^claim\./, ''));
    },
  });

  useEffect(() => {
    if (step) box.current?.focus({ preventScroll: false });
  }, [step]);

  const initial: Values = {
    consents: returned?.consents ?? ['BASIC'],
    legalRep: { name: returned?.legalRepName },
    agent: { name: returned?.agentName },
    letterFileId: returned?.letterFile,
    ...draft.found?.values,
    ...values,
  };

  return (
    <div ref={box} tabIndex={-1} className={css.box}>
      <LeaveGuard when={dirty && step < 3} />
      <div className={css.steps}>
        <Stepper steps={['查找企业', '授权认证', '检查并提交', '完成']} current={step} />
      </div>
      {returned?.reason && step < 3 && <Notice tone="wait">退回理由：{returned.reason}</Notice>}
      {step === 0 && (
        <Find
          onChoose={(hit) => {
            setEnterprise(hit);
            draft.save({ enterprise: hit, values: { consents: ['BASIC'] } });
            setStep(1);
          }}
        />
      )}
      {step === 1 && enterprise && (
        <Fill
          form={form}
          enterprise={enterprise}
          initial={initial}
          onChange={(all) => {
            setDirty(true);
            draft.save({ enterprise, values: { ...all, legalRep: { name: all.legalRep?.name } } });
          }}
          onBack={returned ? undefined : () => setStep(0)}
          onNext={(all) => {
            setValues(all);
            setStep(2);
          }}
        />
      )}
      {step === 2 && enterprise && values && (
        <Check
          enterprise={enterprise}
          values={values}
          busy={submit.isPending}
          onBack={() => setStep(1)}
          onSubmit={() => submit.mutate(requestOf(enterprise, values))}
        />
      )}
      {step === 3 && submit.data && <Done claim={submit.data} />}
    </div>
  );
}

export function requestOf(enterprise: { id: string }, values: Values): ClaimRequest {
  return {
    enterpriseId: enterprise.id,
    legalRep: {
      name: values.legalRep!.name!.trim(),
      idNumber: values.legalRep!.idNumber!.trim().toUpperCase(),
    },
    agent: { name: values.agent!.name!.trim(), phone: values.agent!.phone! },
    letterFileId: values.letterFileId!.id,
    consents: values.consents ?? [],
    channel: 'PC',
  };
}

function Find({ onChoose }: { onChoose: (hit: EnterpriseHit) => void }) {
  const [q, setQ] = useState('');
  const query = useQuery({
    queryKey: ['enterprises', 'search', q],
    queryFn: ({ signal }) =>
      api.get<EnterpriseHit[]>('/api/user/enterprises/search', { signal, query: { q } }),
    enabled: q.length >= 2,
  });
  return (
    <Panel title="查找企业">
      <SearchBox value={q} placeholder="企业名称（至少两个字）或 18 位统一社会信用代码" onSearch={setQ} />
      {q.length === 1 && <p className={css.hint}>请至少输入两个字</p>}
      {q.length >= 2 &&
        (isProblem(query.error) && query.error.status === 400 ? (
          <div className={css.hint}>
            <Notice tone="bad">{problemText(query.error)}</Notice>
          </div>
        ) : (
          <Loaded query={query} skeleton={<Skeleton lines={5} />} compact>
            {(hits) =>
              hits.length ? (
                <ul className={css.hits}>
                  {hits.map((hit) => (
                    <li key={hit.id}>
                      <div>
                        <b>{hit.name}</b>
                        <span className="zq-num">{usccText(hit.uscc)}</span>
                        <span>
                          {[hit.legalRep && `法定代表人 ${hit.legalRep}`, hit.townName, hit.industryName]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </div>
                      <Button onClick={() => onChoose(hit)} aria-label={`选择 ${hit.name}`}>
                        选择
                      </Button>
                    </li>
                  ))}
                </ul>
              ) : (
                <Empty
                  compact
                  title="没有找到这家企业"
                  hint="请核对名称或信用代码；新设立的企业登记信息次日同步"
                />
              )
            }
          </Loaded>
        ))}
    </Panel>
  );
}

function Fill({
  form,
  enterprise,
  initial,
  onChange,
  onBack,
  onNext,
}: {
  form: FormInstance<Values>;
  enterprise: Chosen;
  initial: Values;
  onChange: (values: Values) => void;
  onBack?: () => void;
  onNext: (values: Values) => void;
}) {
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={(_changed, all) => onChange(all)}
      onFinish={onNext}
    >
      <Stack>
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
          <p className="zq-num">统一社会信用代码 {usccText(enterprise.uscc)}</p>
        </Panel>
        <Panel title="法定代表人">
          <div className={css.pair}>
            <Form.Item
              name={['legalRep', 'name']}
              label="姓名"
              extra="须与登记信息一致"
              rules={[{ required: true, whitespace: true, message: '请填写法定代表人姓名' }]}
            >
              <Input maxLength={50} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name={['legalRep', 'idNumber']}
              label="身份证号码"
              extra="仅用于核对，加密保存，不进入草稿"
              rules={[
                { required: true, message: '请填写身份证号码' },
                {
                  validator: (_rule, value?: string) =>
                    !value || validIdNumber(value)
                      ? Promise.resolve()
                      : Promise.reject(new Error('身份证号码有误，请核对')),
                },
              ]}
            >
              <Input maxLength={18} autoComplete="off" />
            </Form.Item>
          </div>
        </Panel>
        <Panel title="经办人">
          <div className={css.pair}>
            <Form.Item
              name={['agent', 'name']}
              label="姓名"
              rules={[{ required: true, whitespace: true, message: '请填写经办人姓名' }]}
            >
              <Input maxLength={30} autoComplete="name" />
            </Form.Item>
            <Form.Item
              name={['agent', 'phone']}
              label="手机号"
              rules={[{ required: true, pattern: /^1[3-9]\d{9}$/, message: '请填写 11 位手机号' }]}
            >
              <Input maxLength={11} inputMode="numeric" autoComplete="tel-national" />
            </Form.Item>
          </div>
        </Panel>
        <Panel title="授权书">
          <Form.Item
            name="letterFileId"
            rules={[{ required: true, message: '请上传加盖公章的授权书' }]}
            style={{ marginBottom: 0 }}
          >
            <Letter />
          </Form.Item>
        </Panel>
        <Panel title="数据授权">
          <p className={css.intro}>选择扫码人可以看到的信息类别。基本信息为必选，其余可以以后再改。</p>
          <Form.Item name="consents" style={{ marginBottom: 0 }}>
            <Checkbox.Group className={css.consents}>
              {categories.map((category) => (
                <Checkbox key={category} value={category} disabled={category === 'BASIC'}>
                  <b>{label('consent', category)}</b>
                  <span>{consentTexts[category]}</span>
                </Checkbox>
              ))}
            </Checkbox.Group>
          </Form.Item>
        </Panel>
      </Stack>
      <div className={css.bar}>
        {onBack && (
          <Button size="large" onClick={onBack}>
            上一步
          </Button>
        )}
        <Button type="primary" size="large" htmlType="submit">
          下一步：检查并提交
        </Button>
      </div>
    </Form>
  );
}

/** Check digit of GB 11643-1999. */
export function validIdNumber(text: string): boolean {
  const id = text.trim().toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, index) => all + weight * Number(id[index]), 0);
  return '10X98765432'[sum % 11] === id[17];
}

/** Why a file cannot be a letter, before it is sent; the server looks into the content as well. */
export function letterProblem(file: { type: string; size: number }): string | undefined {
  if (!letterTypes.includes(file.type)) return '只接受 PDF、JPG 或 PNG 文件';
  if (file.size > MAX_LETTER) return `文件为 ${fileSize(file.size)}，不能超过 10 MB`;
  return undefined;
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
  const upload = useMutation({
    mutationFn: (file: File) => {
      const refused = letterProblem(file);
      if (refused) return Promise.reject(new Error(refused));
      const body = new FormData();
      body.append('file', file);
      return api.post<StoredFile>('/api/code/files', body);
    },
    onSuccess: (file) => onChange?.(file),
  });
  const failure =
    upload.error && (isProblem(upload.error) ? problemText(upload.error) : upload.error.message);
  return (
    <div id={id} tabIndex={-1} className={css.letter}>
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
        <Upload.Dragger
          accept=".pdf,.jpg,.jpeg,.png"
          maxCount={1}
          showUploadList={false}
          disabled={upload.isPending}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Icon name="upload" size={32} />
          <p>
            <b>{upload.isPending ? '正在上传' : '点击选择，或把文件拖到这里'}</b>
          </p>
          <p className={css.intro}>PDF、JPG、PNG，不超过 10 MB</p>
        </Upload.Dragger>
      )}
      {failure && (
        <p className={css.error} role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}

function Check({
  enterprise,
  values,
  busy,
  onBack,
  onSubmit,
}: {
  enterprise: Chosen;
  values: Values;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}) {
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const id = values.legalRep?.idNumber ?? '';
  return (
    <Stack>
      <Panel
        title="请核对以下内容"
        more={
          <Button type="link" onClick={onBack}>
            返回修改
          </Button>
        }
      >
        <Definition
          columns={1}
          items={[
            { label: '企业名称', value: enterprise.name },
            { label: '信用代码', value: <span className="zq-num">{usccText(enterprise.uscc)}</span> },
            { label: '法定代表人', value: values.legalRep?.name },
            { label: '身份证号码', value: `${id.slice(0, 4)}**********${id.slice(-4)}` },
            { label: '经办人', value: `${values.agent?.name}，${values.agent?.phone}` },
            { label: '授权书', value: values.letterFileId?.name },
            {
              label: '授权类别',
              value: (values.consents ?? []).map((one) => label('consent', one)).join('、'),
            },
          ]}
        />
      </Panel>
      <Panel>
        <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
          以上内容真实有效；经办人已获法定代表人授权，同意按所选类别授权使用企业数据
        </Checkbox>
        {tried && !agreed && (
          <p className={css.error} role="alert">
            请先勾选确认，再提交申请
          </p>
        )}
      </Panel>
      <div className={css.bar}>
        <Button size="large" onClick={onBack} disabled={busy}>
          上一步
        </Button>
        <Button
          size="large"
          className={css.submit}
          loading={busy}
          onClick={() => {
            setTried(true);
            if (agreed) onSubmit();
          }}
        >
          提交申请
        </Button>
      </div>
    </Stack>
  );
}

function Done({ claim }: { claim: Claim }) {
  return (
    <Panel>
      <div className={css.done}>
        <Mascot pose="greet" size={112} />
        <h2>申请已提交</h2>
        <p>
          申请编号 <b className="zq-num">{claim.number}</b>
        </p>
        <p className={css.intro}>
          {claim.enterpriseName} · {dateTimeText(claim.submittedAt)}
        </p>
        <ol>
          <li>工作人员核对授权书与登记信息，结果会以消息告知。</li>
          <li>审核通过后自动生成企业码，您成为该企业的管理员。</li>
          <li>如被退回，可在领码记录里补正后重新提交。</li>
        </ol>
        <div className={css.doneActions}>
          <ButtonLink to="/code/claims">查看领码记录</ButtonLink>
          <ButtonLink look="outline" to="/">
            返回首页
          </ButtonLink>
        </div>
      </div>
    </Panel>
  );
}
