import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, SearchBar, Space, Toast } from 'antd-mobile';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import {
  api,
  newIdempotencyKey,
  type Claim,
  type ClaimRequest,
  type ConsentCategory,
  type EnterpriseHit,
  type StoredFile,
} from '@/shared/api';
import { label } from '@/shared/i18n';
import { Empty, fileSize, Icon, Loaded, Skeleton, usccText } from '@/shared/ui';
import { useProblems } from '@/shared/ui/mobile';
import { Body, Notice, Section } from '../../ui';
import css from './ClaimPage.module.css';

const categories: ConsentCategory[] = ['BASIC', 'INVESTMENT', 'ASSET', 'LEGAL', 'TAX'];
const MAX_LETTER = 10 * 1024 * 1024;

type Chosen = Pick<EnterpriseHit, 'id' | 'name' | 'uscc'>;

/** 在线领码: find the enterprise, then authorise. A returned claim is corrected on the same page. */
export default function ClaimPage() {
  const [params] = useSearchParams();
  const id = params.get('returned');
  const query = useQuery({
    queryKey: ['claim', id],
    queryFn: ({ signal }) => api.get<Claim>(`/api/code/my/claims/${id}`, { signal }),
    enabled: !!id,
  });
  const [chosen, setChosen] = useState<Chosen>();
  if (id) {
    return (
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(claim) => (
          <Fill
            enterprise={{ id: claim.enterpriseId, name: claim.enterpriseName, uscc: claim.uscc }}
            returned={claim}
          />
        )}
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
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const query = useQuery({
    queryKey: ['enterprises', 'search', q],
    queryFn: ({ signal }) =>
      api.get<EnterpriseHit[]>('/api/user/enterprises/search', { signal, query: { q } }),
    enabled: q.length >= 2,
  });
  return (
    <Body>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setQ(typed.trim());
        }}
      >
        <SearchBar
          aria-label="查找企业"
          placeholder="企业名称或统一社会信用代码"
          value={typed}
          onChange={setTyped}
          onSearch={(value) => setQ(value.trim())}
        />
      </form>
      {q.length < 2 ? (
        <Notice>输入企业名称（至少两个字）或 18 位信用代码，从登记信息中找到本企业。</Notice>
      ) : (
        <Loaded query={query} compact skeleton={<Skeleton lines={6} />}>
          {(hits) =>
            hits.length ? (
              <Section flush>
                {hits.map((hit) => (
                  <button key={hit.id} type="button" className={css.hit} onClick={() => onChoose(hit)}>
                    <b>{hit.name}</b>
                    <span className="zq-num">{usccText(hit.uscc)}</span>
                    <span>{[hit.legalRep, hit.townName].filter(Boolean).join(' · ')}</span>
                  </button>
                ))}
              </Section>
            ) : (
              <Empty compact title="没有找到这家企业" hint="请核对名称或信用代码" />
            )
          }
        </Loaded>
      )}
    </Body>
  );
}

interface Values {
  legalName: string;
  idNumber: string;
  agentName: string;
  agentPhone: string;
  consents: ConsentCategory[];
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
  const [letter, setLetter] = useState<StoredFile | undefined>(returned?.letterFile);
  const [letterError, setLetterError] = useState<string>();
  const key = useRef(newIdempotencyKey());
  const problems = useProblems();
  const queries = useQueryClient();
  const navigate = useNavigate();

  const upload = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return api.post<StoredFile>('/api/code/files', body);
    },
    onSuccess: (stored) => {
      setLetter(stored);
      setLetterError(undefined);
    },
    onError: (error) => problems(error),
  });
  const submit = useMutation({
    mutationFn: (body: ClaimRequest) =>
      returned
        ? api.put<Claim>(`/api/code/my/claims/${returned.id}`, { ...body, version: returned.version })
        : api.post<Claim>('/api/code/claims', body, { idempotencyKey: key.current }),
    onSuccess: (claim) => {
      Toast.show({ icon: 'success', content: `已提交，编号 ${claim.number}` });
      void queries.invalidateQueries({ queryKey: ['claims'] });
      void queries.invalidateQueries({ queryKey: ['claim', claim.id] });
      void navigate(`/my/claims/${claim.id}`, { replace: true });
    },
    onError: (error) => {
      key.current = newIdempotencyKey();
      problems(error);
    },
  });
  const choose = (file: File | undefined) => {
    if (!file) return;
    if (!['application/pdf', 'image/jpeg', 'image/png'].includes(file.type))
      return setLetterError('授权书只能是 PDF、JPG 或 PNG');
    if (file.size > MAX_LETTER) return setLetterError(`文件 ${fileSize(file.size)}，不能超过 10 MB`);
    setLetterError(undefined);
    upload.mutate(file);
  };
  const finish = (values: Values) => {
    if (!letter) return setLetterError('请上传加盖公章的授权书');
    submit.mutate({
      enterpriseId: enterprise.id,
      legalRep: { name: values.legalName.trim(), idNumber: values.idNumber.trim().toUpperCase() },
      agent: { name: values.agentName.trim(), phone: values.agentPhone.trim() },
      letterFileId: letter.id,
      consents: values.consents,
      channel: 'WECHAT',
    });
  };

  return (
    <>
      <Body>
        {returned?.reason && <Notice tone="wait">退回理由：{returned.reason}</Notice>}
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
      </Body>
      <Form
        form={form}
        layout="vertical"
        requiredMarkStyle="none"
        initialValues={{
          legalName: returned?.legalRepName,
          agentName: returned?.agentName,
          consents: returned?.consents ?? ['BASIC'],
        }}
        onFinish={finish}
        footer={
          <Button block type="submit" color="primary" size="large" loading={submit.isPending}>
            提交领码申请
          </Button>
        }
      >
        <Form.Item
          name="legalName"
          label="法定代表人姓名"
          rules={[{ required: true, message: '请填写法定代表人姓名' }]}
        >
          <Input id="legalName" placeholder="与登记信息一致" maxLength={50} />
        </Form.Item>
        <Form.Item
          name="idNumber"
          label="法定代表人身份证号"
          rules={[{ required: true, pattern: /^\d{17}[\dXx]$/, message: '请填写 18 位身份证号' }]}
        >
          <Input id="idNumber" placeholder="18 位" maxLength={18} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="agentName"
          label="经办人姓名"
          rules={[{ required: true, message: '请填写经办人姓名' }]}
        >
          <Input id="agentName" placeholder="办理本次领码的人" maxLength={50} />
        </Form.Item>
        <Form.Item
          name="agentPhone"
          label="经办人手机号"
          rules={[{ required: true, pattern: /^1[3-9]\d{9}$/, message: '请填写 11 位手机号' }]}
        >
          <Input id="agentPhone" type="tel" placeholder="11 位手机号" maxLength={11} />
        </Form.Item>
        <Form.Item label="授权书（加盖公章，PDF、JPG 或 PNG，不超过 10 MB）">
          <label className={css.letter}>
            <Icon name={letter ? 'check' : 'upload'} size={20} />
            {upload.isPending ? '正在上传' : letter ? `${letter.name}（点按更换）` : '拍照或选择文件'}
            <input
              type="file"
              aria-label="授权书"
              accept="application/pdf,image/jpeg,image/png"
              onChange={(event) => {
                choose(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          {letterError && (
            <p className={css.error} role="alert">
              {letterError}
            </p>
          )}
        </Form.Item>
        <Form.Item
          name="consents"
          label="同意平台使用和展示的数据"
          rules={[{ required: true, type: 'array', min: 1, message: '请至少选择一类' }]}
        >
          <Checkbox.Group>
            <Space direction="vertical">
              {categories.map((category) => (
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
