import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { api, useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { CheckGroup } from '@/shared/ui/antd';
import { ACCOUNT_TYPES, SIZES, STAFF_TYPES, type NotificationValues } from './content';
import css from './notifications.module.css';
import { useIndustries, useInstitutions, useTowns } from '../../reference';
import { useSettled } from './queries';
import { TagSelect } from './TagSelect';

export interface Named {
  id: string;
  name: string;
}

/** The conditions by which one target is narrowed. */
export function AudienceFields({
  target,
  enterprises,
  tags,
}: {
  target: NotificationValues['target'];
  /** Names of the enterprises that were chosen before. */
  enterprises: Named[];
  /** Names of the tags that were chosen before. */
  tags: Named[];
}) {
  if (target === 'ENTERPRISES') return <OfEnterprises known={enterprises} tags={tags} />;
  if (target === 'INSTITUTIONS') return <OfInstitutions />;
  return <Types name="accountTypes" types={ACCOUNT_TYPES} extra="不选则为全部账号" />;
}

function Types({
  name,
  types,
  extra,
}: {
  name: 'accountTypes' | 'staffTypes';
  types: readonly (typeof ACCOUNT_TYPES)[number][];
  extra: string;
}) {
  return (
    <Form.Item name={name} label="账号类型" extra={extra}>
      <CheckGroup options={types.map((value) => ({ value, label: label('userType', value) }))} />
    </Form.Item>
  );
}

/** Whom a bank may tell of all enterprises: those that applied to it. Others choose the banks, as far as they read applications. */
function Applicants() {
  const { me } = useMe();
  const institutions = useInstitutions();
  const ofBank = me?.userType === 'BANK';
  return (
    <>
      <Form.Item
        name="banks"
        label="申请贷款的机构"
        extra={
          ofBank
            ? '只能通知向本机构申请贷款的企业；不选则为本机构和下级机构'
            : '向其中任一机构申请过贷款的企业，已撤回的不算'
        }
      >
        <Select
          mode="multiple"
          maxCount={20}
          placeholder={ofBank ? '本机构和下级机构' : '不限'}
          loading={institutions.isPending}
          options={(institutions.data ?? [])
            .filter((one) => one.type === 'BANK')
            .map((one) => ({ value: one.id, label: one.name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item name="applications" label="融资申请">
        <Select
          options={[
            { value: '', label: '申请过即可' },
            { value: 'RUNNING', label: '有未办结的申请' },
          ]}
        />
      </Form.Item>
    </>
  );
}

function OfEnterprises({ known, tags }: { known: Named[]; tags: Named[] }) {
  const { can } = useMe();
  const readsApplications = can('finance.application.handle') || can('finance.application.read-all');
  const towns = useTowns();
  const industries = useIndustries();
  return (
    <>
      <div className={css.pair}>
        <Form.Item name="certified" label="企业认证">
          <Select
            options={[
              { value: '', label: '不限' },
              { value: 'true', label: '已认证（持有企业码）' },
              { value: 'false', label: '未认证（含注册后未领码的）' },
            ]}
          />
        </Form.Item>
        <Form.Item name="adminsOnly" label="企业内角色" valuePropName="checked">
          <Checkbox>仅发给企业管理员</Checkbox>
        </Form.Item>
        <Form.Item name="towns" label="所属镇街">
          <Select
            mode="multiple"
            maxCount={50}
            placeholder="不限"
            loading={towns.isPending}
            options={(towns.data ?? []).map((town) => ({ value: town.code, label: town.name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="industries" label="行业门类">
          <Select
            mode="multiple"
            placeholder="不限"
            loading={industries.isPending}
            options={(industries.data ?? []).map((one) => ({
              value: one.code,
              label: `${one.code} ${one.name}`,
            }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        {(can('match.tag.read') || tags.length > 0) && (
          <Form.Item name="tags" label="企业标签" extra="具有其中任一标签的企业；发送时按当时的标签确定">
            <TagSelect known={tags} />
          </Form.Item>
        )}
        {can('user.enterprise.read') && (
          <Form.Item
            name="sizes"
            label="企业规模"
            extra="按企业填报的人员和营业收入等测算；不能测算的企业不在其中"
          >
            <Select
              mode="multiple"
              placeholder="不限"
              options={SIZES.map((value) => ({ value, label: label('enterpriseSize', value) }))}
            />
          </Form.Item>
        )}
        {readsApplications && <Applicants />}
      </div>
      <Form.Item name="enterprises" label="指定企业" extra="输入名称查找；不选则为符合以上条件的全部企业">
        <EnterpriseSelect known={known} />
      </Form.Item>
    </>
  );
}

/** Finds enterprises by name; those that were chosen keep their names. */
function EnterpriseSelect({
  known,
  ...field
}: {
  known: Named[];
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Named[]>(known);
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['notifications', 'enterprises', q],
    queryFn: ({ signal }) => api.get('/api/message/notifications/enterprises', { query: { q }, signal }),
    enabled: q.length > 0,
    staleTime: 60_000,
  });
  const all = [...new Map([...chosen, ...(found.data ?? [])].map((one) => [one.id, one])).values()];
  return (
    <Select
      id={field.id}
      value={field.value}
      mode="multiple"
      maxCount={200}
      placeholder="不限"
      loading={found.isFetching}
      options={all.map((one) => ({ value: one.id, label: one.name }))}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={q && !found.isFetching ? '没有找到企业' : '输入企业名称或统一社会信用代码查找'}
      onChange={(ids: string[]) => {
        setChosen(all.filter((one) => ids.includes(one.id)));
        field.onChange?.(ids);
      }}
    />
  );
}

function OfInstitutions() {
  const institutions = useInstitutions();
  return (
    <>
      <Types name="staffTypes" types={STAFF_TYPES} extra="不选则为全部机构的人员" />
      <Form.Item name="institutions" label="指定机构" extra="不选则为符合以上条件的全部机构">
        <Select
          mode="multiple"
          maxCount={200}
          placeholder="不限"
          loading={institutions.isPending}
          options={(institutions.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
    </>
  );
}
