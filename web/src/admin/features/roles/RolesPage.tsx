import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api, isProblem, useMe, type RoleDetail, type RoleRow } from '@/shared/api';
import { label } from '@/shared/i18n';
import { numberText, Tag } from '@/shared/ui';
import { ACTIONS, ListPage, useProblems } from '@/shared/ui/antd';
import { changedColumn } from '../../ui/columns';
import { InfoDrawer } from '../../ui/InfoDrawer';
import { MainButton, pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { isAutomatic } from './automatic';
import {
  CopyRoleDrawer,
  EditRoleDrawer,
  FieldsDrawer,
  NewRoleDrawer,
  SIZE,
  ScopesDrawer,
  type Save,
} from './RoleDrawers';
import { RoleReading } from './RoleReading';

/** 角色权限: preset roles, and those that institutions make for themselves. */
export default function RolesPage() {
  const { can } = useMe();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const problems = useProblems();
  const conflict = useThingConflict('这个角色', [['roles']]);
  const [seen, setSeen] = useState<string>();
  const [edited, setEdited] = useState<RoleDetail>();
  const [made, setMade] = useState<'new' | RoleRow>();
  const [ruled, setRuled] = useState<RoleDetail>();
  const [scoped, setScoped] = useState<RoleDetail>();
  const manages = can('user.role.manage');
  /** `next` is what people forget to do after it. */
  const done = (text: string, next: [string, () => void][] = []) => {
    void message.success({
      key: 'role',
      duration: next.length ? 10 : 3,
      content: (
        <>
          {text}
          {next.map(([name, go]) => (
            <Button
              key={name}
              type="link"
              size="small"
              onClick={() => {
                message.destroy('role');
                go();
              }}
            >
              {name}
            </Button>
          ))}
        </>
      ),
    });
    void queries.invalidateQueries({ queryKey: ['roles'] });
  };
  const save: Save = async (saved, send) => {
    try {
      await send();
      done(saved);
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
  };
  const open = async (row: Pick<RoleRow, 'code'>, show: (role: RoleDetail) => void) => {
    try {
      show(await api.get('/api/user/roles/{code}', { path: { code: row.code } }));
    } catch (error) {
      problems(error);
    }
  };
  const remove = (row: RoleRow) =>
    modal.confirm({
      title: `删除角色“${row.name}”？`,
      content: '删除后不可恢复。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: label('common', 'cancel'),
      onOk: async () => {
        try {
          await api.delete('/api/user/roles/{code}', {
            path: { code: row.code },
            query: { version: row.version },
          });
          done('角色已删除');
        } catch (error) {
          if (isProblem(error, 'ROLE_IN_USE'))
            modal.warning({ title: '角色正在使用', content: error.message, okText: '知道了' });
          else void conflict(error);
        }
      },
    });

  return (
    <>
      <ListPage
        title="角色权限"
        intro="预置角色可以复制，不能修改。角色权限变更后，已登录的人员数秒内生效"
        queryKey={['roles', 'list']}
        path="/api/user/roles"
        rowKey="code"
        exportPath="/api/user/roles/export"
        tabs={{
          name: 'preset',
          label: '角色来源',
          options: [
            { value: 'true', label: '预置角色' },
            { value: 'false', label: '机构角色' },
          ],
        }}
        filters={[{ kind: 'text', name: 'q', label: '角色名称', placeholder: '输入名称' }]}
        toolbar={() => manages && <MainButton onClick={() => setMade('new')}>新建角色</MainButton>}
        columns={[
          {
            key: 'name',
            title: '角色',
            sorter: true,
            render: (_, row) => (
              <>
                <Button type="link" className={pageCss.linkButton} onClick={() => setSeen(row.code)}>
                  {row.name}
                </Button>{' '}
                {row.duty !== 'NONE' && <Tag tone="info">{label('duty', row.duty)}</Tag>}
                <span className={pageCss.sub}>{row.description}</span>
              </>
            ),
          },
          {
            key: 'institutionName',
            title: '所属机构',
            render: (_, row) => (row.preset ? '平台预置' : row.institutionName),
          },
          {
            key: 'permissions',
            title: '权限数',
            align: 'right',
            sorter: true,
            className: pageCss.num,
            dataIndex: 'permissions',
          },
          {
            key: 'members',
            title: '使用人数',
            align: 'right',
            sorter: true,
            className: `${pageCss.num} ${pageCss.numLast}`,
            render: (_, row) => (isAutomatic(row.code) ? '自动获得' : numberText(row.members)),
          },
          changedColumn<RoleRow>(),
          {
            key: ACTIONS,
            title: '操作',
            render: (_, row) => (
              <RowActions
                of={row.name}
                more={
                  manages && !row.preset
                    ? [
                        { key: 'fields', label: '字段权限', run: () => void open(row, setRuled) },
                        { key: 'scopes', label: '数据权限', run: () => void open(row, setScoped) },
                        { key: 'copy', label: '复制', run: () => setMade(row) },
                        { key: 'remove', label: '删除', danger: true, run: () => remove(row) },
                      ]
                    : []
                }
              >
                <Button type="link" size="small" onClick={() => setSeen(row.code)}>
                  查看
                </Button>
                {manages && !row.preset && (
                  <Button type="link" size="small" onClick={() => void open(row, setEdited)}>
                    编辑
                  </Button>
                )}
                {manages && row.preset && (
                  <Button type="link" size="small" onClick={() => setMade(row)}>
                    复制
                  </Button>
                )}
              </RowActions>
            ),
          },
        ]}
      />
      <InfoDrawer open={!!seen} title="角色详情" onClose={() => setSeen(undefined)} width={SIZE}>
        {seen && <RoleReading code={seen} />}
      </InfoDrawer>
      <NewRoleDrawer
        open={made === 'new'}
        onClose={() => setMade(undefined)}
        onCreated={(role) =>
          done('角色已创建', [
            ['设置数据权限', () => void open(role, setScoped)],
            ['设置字段权限', () => void open(role, setRuled)],
          ])
        }
      />
      <CopyRoleDrawer
        role={made === 'new' ? undefined : made}
        onClose={() => setMade(undefined)}
        onCopied={(left) =>
          done(left ? `角色已复制；其中 ${left} 项权限您不能授予，未复制` : '角色已复制，可以继续编辑')
        }
      />
      <EditRoleDrawer role={edited} onClose={() => setEdited(undefined)} save={save} />
      <FieldsDrawer role={ruled} onClose={() => setRuled(undefined)} save={save} />
      <ScopesDrawer role={scoped} onClose={() => setScoped(undefined)} save={save} />
    </>
  );
}
