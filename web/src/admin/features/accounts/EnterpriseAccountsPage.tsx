import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, useMe, type EnterpriseAccountRow } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Definition, DemoTag, Loaded, NONE, PHONE } from '@/shared/ui';
import { ACTIONS, FormDrawer } from '@/shared/ui/antd';
import { Covered } from '../../ui/Covered';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { MainButton, pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';
import { ScopedListPage } from '../../ui/ScopedListPage';
import { disabledItems } from './disabledItems';
import { EnabledTag } from './EnabledTag';
import { NameItem, NOT_EDITABLE, PersonItems } from './PersonItems';
import { useAccountActions } from './useAccountActions';
import { useFollowed } from './useFollowed';
import { useLinkDialog } from './useLinkDialog';

interface PersonForm {
  displayName: string;
  phone: string;
}

/** Not named as the body's field: it is the new one alone. */
interface EditForm {
  displayName: string;
  newPhone?: string;
}

/** 企业用户: people who registered on their own. */
export default function EnterpriseAccountsPage() {
  const refresh = useFollowed('enterprise-accounts');
  const phoneLocked = !useMe().edits('user.enterprise-account.phone');
  const { message } = App.useApp();
  const showLink = useLinkDialog();
  const [seen, setSeen] = useState<string>();
  const [opening, setOpening] = useState(false);
  const [edited, setEdited] = useState<EnterpriseAccountRow>();

  const { askToEnable, askToDisable, disableDrawer, reset, resetFactor } = useAccountActions({
    enable: async (id) => {
      await api.post('/api/user/enterprise-accounts/{id}/enable', { path: { id } });
      refresh();
    },
    disable: async (id, reason) => {
      await api.post('/api/user/enterprise-accounts/{id}/disable', { path: { id }, body: { reason } });
      refresh();
    },
    newPassword: (id) => api.post('/api/user/enterprise-accounts/{id}/password-link', { path: { id } }),
    removeFactor: (id) =>
      api.post('/api/user/enterprise-accounts/{id}/second-factor-removal', { path: { id } }),
  });

  return (
    <>
      <ScopedListPage
        title="企业用户"
        intro="企业用户自行注册的账号，以及由工作人员代为创建的账号"
        queryKey={['enterprise-accounts', 'list']}
        path="/api/user/enterprise-accounts"
        rowKey="accountId"
        defaultSort="registeredAt,desc"
        exportPath="/api/user/enterprise-accounts/export"
        tabs={{
          name: 'enabled',
          label: '账号状态',
          options: [
            { value: 'true', label: '正常' },
            { value: 'false', label: '已停用' },
          ],
        }}
        filters={[
          { kind: 'text', name: 'q', label: '姓名或企业', placeholder: '输入姓名或企业名称' },
          {
            kind: 'select',
            name: 'channel',
            label: '注册来源',
            options: ['PC', 'WECHAT'].map((value) => ({ value, label: label('channel', value) })),
          },
          { kind: 'dates', name: 'registered', label: '注册日期', from: 'from', to: 'to' },
        ]}
        toolbar={() => <MainButton onClick={() => setOpening(true)}>新建企业用户</MainButton>}
        columns={[
          {
            key: 'displayName',
            title: '姓名',
            sorter: true,
            render: (_, row) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => setSeen(row.accountId)}>
                  {row.displayName}
                </Button>{' '}
                {row.demo && <DemoTag short />}
              </>
            ),
          },
          { key: 'enterpriseName', title: '企业', render: (_, row) => row.enterpriseName ?? NONE },
          { key: 'channel', title: '注册来源', render: (_, row) => label('channel', row.channel) },
          { key: 'status', title: '状态', render: (_, row) => <EnabledTag enabled={row.enabled} /> },
          {
            key: 'registeredAt',
            title: '注册时间',
            sorter: true,
            className: pageCss.num,
            render: (_, row) => dateTimeText(row.registeredAt),
          },
          {
            key: ACTIONS,
            title: '操作',
            render: (_, row) => (
              <RowActions
                of={row.displayName}
                more={[
                  { key: 'reset', label: '发送重置短信', run: () => reset(row) },
                  { key: 'factor', label: '解除两步验证', run: () => resetFactor(row) },
                  {
                    key: 'enabled',
                    label: row.enabled ? '停用' : '启用',
                    danger: row.enabled,
                    run: () => (row.enabled ? askToDisable(row) : askToEnable(row)),
                  },
                ]}
              >
                <Button type="link" size="small" onClick={() => setSeen(row.accountId)}>
                  查看
                </Button>
                <Button type="link" size="small" onClick={() => setEdited(row)}>
                  编辑
                </Button>
              </RowActions>
            ),
          },
        ]}
      />
      {disableDrawer}
      <InfoDrawer open={!!seen} title="账号详情" onClose={() => setSeen(undefined)} width={560}>
        {seen && <Detail id={seen} />}
      </InfoDrawer>
      <FormDrawer<PersonForm>
        open={opening}
        title="新建企业用户"
        submitText="创建"
        onClose={() => setOpening(false)}
        onSubmit={async (body) => {
          const { link } = await api.post('/api/user/enterprise-accounts', { body });
          refresh();
          showLink(body.displayName, link);
        }}
      >
        <p className={pageCss.intro}>
          本人通过一次性链接设置密码后登录。代表哪家企业由本人领码，或由企业管理员邀请后确定。
        </p>
        <PersonItems />
      </FormDrawer>
      <FormDrawer<EditForm>
        open={!!edited}
        title="编辑企业用户"
        submitText="保存"
        initialValues={{ displayName: edited?.displayName }}
        onClose={() => setEdited(undefined)}
        onSubmit={async ({ displayName, newPhone }) => {
          if (!edited) return;
          await api.put('/api/user/enterprise-accounts/{id}', {
            path: { id: edited.accountId },
            body: { displayName, phone: newPhone || undefined },
          });
          void message.success('账号已保存');
          refresh();
        }}
      >
        <NameItem />
        <Form.Item
          name="newPhone"
          label="新手机号"
          extra={phoneLocked ? NOT_EDITABLE : '不更换请留空。更换前请核实是本人：新手机号可以登录和找回密码'}
          rules={[{ pattern: PHONE, message: '请填写 11 位手机号' }]}
        >
          <Input inputMode="numeric" maxLength={11} autoComplete="off" disabled={phoneLocked} />
        </Form.Item>
      </FormDrawer>
    </>
  );
}

function Detail({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['enterprise-accounts', 'one', id],
    queryFn: ({ signal }) => api.get('/api/user/enterprise-accounts/{id}', { path: { id }, signal }),
  });
  return (
    <Loaded query={query} compact>
      {(one) => (
        <Definition
          columns={1}
          items={[
            { label: '姓名', value: one.displayName },
            {
              label: '手机号',
              value: (
                <Covered
                  value={one.phone}
                  name="手机号"
                  field="user.enterprise-account.phone"
                  permission="user.enterprise-account.reveal"
                  told="本人会收到站内消息"
                  reveal={(body) =>
                    api.post('/api/user/enterprise-accounts/{id}/reveal', { path: { id }, body })
                  }
                />
              ),
            },
            { label: '状态', value: <EnabledTag enabled={one.enabled} /> },
            ...disabledItems(one.disabled),
            ...(one.awaitsPassword ? [{ label: '密码', value: '等待本人通过一次性链接设置' }] : []),
            { label: '两步验证', value: one.secondFactor ? '已开启' : '未开启' },
            { label: '注册来源', value: label('channel', one.channel) },
            { label: '注册时间', value: dateTimeText(one.registeredAt) },
            ...one.enterprises.map((enterprise) => ({
              label: enterprise.roleName,
              value: `${enterprise.name}（${dateTimeText(enterprise.joinedAt)} 起）`,
            })),
          ]}
        />
      )}
    </Loaded>
  );
}
