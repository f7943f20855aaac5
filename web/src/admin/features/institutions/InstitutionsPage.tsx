import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { api, useMe, type InstitutionDetail, type InstitutionRow, type InstitutionType } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Definition, Icon, Loaded, NONE } from '@/shared/ui';
import { ACTIONS, FormDrawer, useProblems } from '@/shared/ui/antd';
import { changedColumn, retiredColumn } from '../../ui/columns';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { MainButton, pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';
import { ScopedListPage } from '../../ui/ScopedListPage';
import css from './InstitutionsPage.module.css';

const TYPES: InstitutionType[] = ['DEPARTMENT', 'TOWN', 'BANK', 'CHAMBER', 'PROVIDER', 'OPERATOR'];
const PHONE = /^[0-9+][0-9 ()-]{2,38}$/;

/** Names become ids: none is that of a filter of the list. */
interface InstitutionForm {
  newCode: string;
  newType: InstitutionType;
  name: string;
  parent?: string;
  address?: string;
  phone?: string;
  website?: string;
  contacts?: { name: string; duty?: string; phone: string; shown?: boolean }[];
}

/** 机构管理; for the finance office, whose institutions are the banks and their branches, 金融机构管理. */
export default function InstitutionsPage() {
  const banks = useLocation().pathname === '/banks';
  const { me, can } = useMe();
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const queries = useQueryClient();
  const [seen, setSeen] = useState<string>();
  const [edited, setEdited] = useState<InstitutionDetail | 'new'>();
  const manages = can('user.institution.manage') || can('user.bank.manage');
  // Nobody renames the place where they work themselves.
  const named =
    !!edited && edited !== 'new' && edited.id === me?.institution?.id && me.userType !== 'OPERATOR';
  const done = (text: string) => {
    void message.success(text);
    for (const key of ['institutions', 'managed-institutions', 'reference'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
  const read = (id: string) => api.get('/api/user/institutions/{id}', { path: { id } });
  const edit = async (id: string) => {
    try {
      setEdited(await read(id));
    } catch (error) {
      problems(error);
    }
  };
  const turn = (row: InstitutionRow) =>
    modal.confirm({
      title: row.retired ? `恢复 ${row.name}？` : `停用 ${row.name}？`,
      content: row.retired
        ? '恢复后可以再被选用。'
        : '停用后不能再被选用，对外不再显示；已办理的业务照常显示其名称。有启用的账号或下级机构时不能停用。',
      okText: row.retired ? '恢复' : '停用',
      okButtonProps: { danger: !row.retired },
      cancelText: label('common', 'cancel'),
      onOk: async () => {
        try {
          const { version } = await read(row.id);
          await api.post(`/api/user/institutions/{id}/${row.retired ? 'restore' : 'retire'}`, {
            path: { id: row.id },
            body: { version },
          });
          done(row.retired ? '机构已恢复' : '机构已停用');
        } catch (error) {
          problems(error);
        }
      },
    });
  const save = async (it: InstitutionForm, idempotencyKey: string) => {
    const institution = {
      name: it.name,
      parentId: it.parent,
      address: it.address ?? '',
      phone: it.phone ?? '',
      website: it.website ?? '',
      contacts: (it.contacts ?? []).map((one) => ({
        name: one.name,
        duty: one.duty ?? '',
        phone: one.phone,
        shown: one.shown ?? false,
      })),
    };
    if (edited === 'new') {
      await api.post('/api/user/institutions', {
        body: { code: it.newCode, type: it.newType, institution },
        idempotencyKey,
      });
      return done('机构已新建');
    }
    if (!edited) return;
    await api.put('/api/user/institutions/{id}', {
      path: { id: edited.id },
      body: { institution, version: edited.version },
    });
    done('机构已保存');
  };

  return (
    <>
      <ScopedListPage
        title={banks ? '金融机构' : '机构管理'}
        intro={
          banks || me?.institution?.type === 'BANK'
            ? '银行等金融机构及其网点和联系人。公开的联系人显示在门户的产品页上'
            : '部门、镇街、金融机构与网点、商会、服务机构及其联系人'
        }
        queryKey={['institutions', 'list']}
        path="/api/user/institutions"
        rowKey="id"
        exportPath="/api/user/institutions/export"
        tabs={{
          name: 'retired',
          label: '机构状态',
          options: [
            { value: 'false', label: '正常' },
            { value: 'true', label: '已停用' },
          ],
        }}
        filters={[
          { kind: 'text', name: 'q', label: '名称', placeholder: '输入机构名称' },
          ...(banks
            ? []
            : [
                {
                  kind: 'select' as const,
                  name: 'type' as const,
                  label: '类型',
                  options: TYPES.map((value) => ({ value, label: label('institutionType', value) })),
                },
              ]),
        ]}
        toolbar={() => manages && <MainButton onClick={() => setEdited('new')}>新建机构</MainButton>}
        columns={[
          {
            key: 'name',
            title: '名称',
            sorter: true,
            render: (_, row) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => setSeen(row.id)}>
                  {row.name}
                </Button>
                {row.parentName && <span className={pageCss.sub}>{row.parentName}</span>}
              </>
            ),
          },
          ...(banks
            ? []
            : [
                {
                  key: 'type',
                  title: '类型',
                  render: (_: unknown, row: InstitutionRow) => label('institutionType', row.type),
                },
              ]),
          { key: 'phone', title: '电话', className: pageCss.num, render: (_, row) => row.phone || NONE },
          { key: 'people', title: '账号数', align: 'right', className: pageCss.num, dataIndex: 'people' },
          {
            key: 'branches',
            title: '下级数',
            align: 'right',
            className: `${pageCss.num} ${pageCss.numLast}`,
            dataIndex: 'branches',
          },
          retiredColumn<InstitutionRow>(),
          changedColumn<InstitutionRow>(),
          {
            key: ACTIONS,
            title: '操作',
            render: (_, row) => (
              <RowActions
                of={row.name}
                more={
                  manages
                    ? [
                        {
                          key: 'turn',
                          label: row.retired ? '恢复' : '停用',
                          danger: !row.retired,
                          run: () => turn(row),
                        },
                      ]
                    : []
                }
              >
                <Button type="link" size="small" onClick={() => setSeen(row.id)}>
                  查看
                </Button>
                {manages && (
                  <Button type="link" size="small" onClick={() => void edit(row.id)}>
                    编辑
                  </Button>
                )}
              </RowActions>
            ),
          },
        ]}
      />
      <InfoDrawer open={!!seen} title="机构详情" onClose={() => setSeen(undefined)} width={600}>
        {seen && <Detail id={seen} />}
      </InfoDrawer>
      <FormDrawer<InstitutionForm>
        open={!!edited}
        title={edited === 'new' ? '新建机构' : `编辑${edited?.name ?? ''}`}
        submitText="保存"
        size={640}
        initialValues={
          edited && edited !== 'new'
            ? { ...edited, newCode: edited.code, newType: edited.type, parent: edited.parentId }
            : { newType: 'BANK', contacts: [] }
        }
        onClose={() => setEdited(undefined)}
        onSubmit={save}
      >
        <Form.Item
          name="newType"
          label="类型"
          extra="类型和代码创建后不能修改"
          rules={[{ required: true, message: '请选择类型' }]}
        >
          <Select
            disabled={edited !== 'new' || banks}
            options={TYPES.map((value) => ({ value, label: label('institutionType', value) }))}
          />
        </Form.Item>
        <Form.Item
          name="newCode"
          label="代码"
          rules={[
            { required: true, message: '请填写代码' },
            { pattern: /^[A-Z0-9][A-Z0-9-]{1,19}$/, message: '2 到 20 位大写字母、数字或 -' },
          ]}
        >
          <Input maxLength={20} autoComplete="off" disabled={edited !== 'new'} />
        </Form.Item>
        <Form.Item
          name="name"
          label="名称"
          extra={named ? '机构名称经平台核定，需要更名请联系平台运营方' : undefined}
          rules={[
            { required: true, whitespace: true, message: '请填写名称' },
            { min: 2, message: '至少两个字' },
          ]}
        >
          <Input maxLength={100} autoComplete="off" disabled={named} />
        </Form.Item>
        <Form.Item noStyle dependencies={['newType']}>
          {({ getFieldValue }) => (
            <ParentItem
              type={getFieldValue('newType') as InstitutionType}
              except={edited === 'new' ? undefined : edited?.id}
            />
          )}
        </Form.Item>
        <Form.Item name="address" label="地址">
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="phone"
          label="对外电话"
          rules={[{ pattern: PHONE, message: '请填写电话号码，如 010-66221234' }]}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="website"
          label="网址"
          rules={[
            { pattern: /^https?:\/\/[^ ]{3,190}$/, message: '请填写以 http:// 或 https:// 开头的网址' },
          ]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Contacts />
      </FormDrawer>
    </>
  );
}

/** What it may stand below: of the same type, and neither itself nor what stands below it. */
function ParentItem({ type, except }: { type: InstitutionType; except: string | undefined }) {
  const query = useQuery({
    queryKey: ['institutions', 'parents', type],
    queryFn: ({ signal }) =>
      api.get('/api/user/institutions', {
        query: { type, retired: false, size: 100, sort: 'name,asc' },
        signal,
      }),
  });
  const institutions = query.data?.items ?? [];
  const own = withAllBelow(except, institutions);
  return (
    <Form.Item name="parent" label="上级机构" extra="网点选其所属银行；没有上级请留空">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        loading={query.isPending}
        options={institutions
          .filter(({ id }) => !own.has(id))
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

/** An institution and all that stands below it, however deep. */
function withAllBelow(top: string | undefined, all: { id: string; parentId?: string }[]): Set<string> {
  const found = new Set(top ? [top] : []);
  for (const above of found) for (const { id, parentId } of all) if (parentId === above) found.add(id);
  return found;
}

function Contacts() {
  return (
    <Form.List name="contacts">
      {(fields, { add, remove }) => (
        <fieldset className={css.contacts}>
          <legend>联系人</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className={css.contact}>
              <Form.Item
                name={[name, 'name']}
                label="姓名"
                rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
              >
                <Input maxLength={50} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'duty']} label="职务">
                <Input maxLength={50} autoComplete="off" />
              </Form.Item>
              <Form.Item
                name={[name, 'phone']}
                label="电话"
                rules={[
                  { required: true, message: '请填写电话' },
                  { pattern: PHONE, message: '请填写电话号码' },
                ]}
              >
                <Input maxLength={40} autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'shown']} valuePropName="checked">
                <Checkbox>对外公开</Checkbox>
              </Form.Item>
              <Button
                type="text"
                danger
                icon={<Icon name="close" size={16} />}
                aria-label={`删除第 ${name + 1} 位联系人`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {fields.length < 20 && <Button onClick={() => add({ shown: false })}>添加联系人</Button>}
        </fieldset>
      )}
    </Form.List>
  );
}

function Detail({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['institutions', 'one', id],
    queryFn: ({ signal }) => api.get('/api/user/institutions/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} compact>
      {(one) => (
        <Definition
          columns={1}
          items={[
            { label: '名称', value: one.name },
            { label: '代码', value: one.code },
            { label: '类型', value: label('institutionType', one.type) },
            // What it has not is not worth a row.
            ...[
              { label: '上级机构', value: one.parentName },
              { label: '地址', value: one.address },
              { label: '对外电话', value: one.phone },
              { label: '网址', value: one.website },
            ].filter(({ value }) => value),
            { label: '状态', value: one.retired ? '已停用' : '正常' },
            { label: '启用的账号', value: `${one.people} 个` },
            ...one.contacts.map((contact) => ({
              label: contact.duty || '联系人',
              value: `${contact.name} ${contact.phone}${contact.shown ? '（对外公开）' : ''}`,
            })),
            ...(one.branches.length
              ? [
                  {
                    label: '下级机构',
                    value: one.branches
                      .map((branch) => branch.name + (branch.retired ? '（已停用）' : ''))
                      .join('、'),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Loaded>
  );
}
