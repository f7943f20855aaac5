import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, isProblem, useDictionary, type ReferenceItem, type ReferenceKind } from '@/shared/api';
import { label } from '@/shared/i18n';
import { NONE, numberText } from '@/shared/ui';
import { ACTIONS, FormDrawer, ListPage } from '@/shared/ui/antd';
import { changedColumn, retiredColumn } from '../../ui/columns';
import { MainButton, pageCss } from '../../ui/page';
import { RowActions } from '../../ui/RowActions';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import { ImportDrawer } from './ImportDrawer';
import { KINDS } from './kinds';

interface ItemForm {
  /** Not named as the filter of the list: names become ids. */
  of: ReferenceKind;
  code: string;
  name: string;
  type?: string;
  parentCode?: string;
}

const TOWN_TYPES = ['街道', '镇', '乡'];

/** 基础数据: dictionary, industries, divisions, towns and parks. */
export default function ReferencePage() {
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const conflict = useThingConflict('这条数据', [['reference-data']]);
  const [edited, setEdited] = useState<'new' | ReferenceItem>();
  const [importing, setImporting] = useState(false);

  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['reference-data'] });
    // What forms and filters of other pages choose from.
    void queries.invalidateQueries({ queryKey: ['reference'] });
  };
  const done = (text: string) => {
    void message.success(text);
    refresh();
  };
  const at = ({ kind, code }: ReferenceItem) => ({ kind, code });
  const act = (row: ReferenceItem, action: 'retire' | 'restore') =>
    modal.confirm({
      title: `${action === 'retire' ? '停用' : '恢复'}“${row.name}”？`,
      content:
        action === 'retire'
          ? `停用后不能再被选用；已使用的${row.usedBy === undefined ? '' : ` ${row.usedBy} 处`}照常显示。`
          : '恢复后可以再被选用。',
      okText: action === 'retire' ? '停用' : '恢复',
      okButtonProps: { danger: action === 'retire' },
      cancelText: label('common', 'cancel'),
      onOk: () =>
        api
          .post(`/api/user/reference-data/{kind}/{code}/${action}`, {
            path: at(row),
            body: { version: row.version },
          })
          .then(() => done(action === 'retire' ? '已停用' : '已恢复'), conflict),
    });
  const remove = (row: ReferenceItem) =>
    modal.confirm({
      title: `删除“${row.name}”？`,
      content: '删除后不可恢复。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: label('common', 'cancel'),
      onOk: async () => {
        try {
          await api.delete('/api/user/reference-data/{kind}/{code}', {
            path: at(row),
            query: { version: row.version },
          });
          done('已删除');
        } catch (error) {
          if (isProblem(error, 'REFERENCE_IN_USE'))
            modal.warning({ title: '正在使用', content: error.message, okText: '知道了' });
          else void conflict(error);
        }
      },
    });
  const save = async ({ of, code, name, type, parentCode }: ItemForm, idempotencyKey: string) => {
    if (edited === 'new') {
      await api.post('/api/user/reference-data/{kind}', {
        idempotencyKey,
        path: { kind: of },
        body: { code, name, type, parentCode },
      });
      return done('已新建');
    }
    if (!edited) return;
    try {
      await api.put('/api/user/reference-data/{kind}/{code}', {
        path: at(edited),
        body: { name, type, parentCode, version: edited.version },
      });
      done('已保存');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    }
  };

  return (
    <>
      <ListPage
        title="基础数据"
        intro="字典、行业、区划、镇街与园区。停用的数据在已使用处照常显示，不能再被选用"
        queryKey={['reference-data', 'list']}
        path="/api/user/reference-data"
        exportPath="/api/user/reference-data/export"
        rowKey="code"
        tabs={{
          name: 'kind',
          label: '数据种类',
          options: KINDS.map((value) => ({ value, label: label('referenceKind', value) })),
        }}
        filters={[
          { kind: 'text', name: 'q', label: '代码或名称', placeholder: '代码开头或名称' },
          { kind: 'text', name: 'parent', label: '上级代码', placeholder: '六位或九位代码' },
          {
            kind: 'select',
            name: 'retired',
            label: '状态',
            options: [
              { value: 'false', label: '正常' },
              { value: 'true', label: '已停用' },
            ],
          },
        ]}
        toolbar={() => (
          <>
            <Button onClick={() => setImporting(true)}>导入</Button>
            <MainButton onClick={() => setEdited('new')}>新建</MainButton>
          </>
        )}
        columns={[
          {
            key: 'name',
            title: '名称',
            sorter: true,
            dataIndex: 'name',
          },
          {
            key: 'type',
            title: '种类',
            render: (_, row) => (
              <>
                {label('referenceKind', row.kind)}
                {row.typeName && <span className={pageCss.sub}>{row.typeName}</span>}
              </>
            ),
          },
          {
            key: 'code',
            title: '代码',
            sorter: true,
            className: pageCss.num,
            // Of a dictionary it is a key for programs.
            render: (_, row) =>
              row.kind === 'DICTIONARY' ? <span className={pageCss.quiet}>{row.code}</span> : row.code,
          },
          {
            key: 'parent',
            title: '上级',
            render: (_, row) =>
              row.parentCode ? (
                <>
                  {row.parentName}
                  {row.kind !== 'DICTIONARY' && <span className={pageCss.sub}>{row.parentCode}</span>}
                </>
              ) : (
                NONE
              ),
          },
          retiredColumn<ReferenceItem>(),
          {
            key: 'usedBy',
            title: '使用数',
            align: 'right',
            className: `${pageCss.num} ${pageCss.numLast}`,
            render: (_, row) =>
              row.usedBy === undefined ? (
                <span title="使用它的服务暂时没有答复">暂不可知</span>
              ) : (
                numberText(row.usedBy)
              ),
          },
          changedColumn<ReferenceItem>(),
          {
            key: ACTIONS,
            title: '操作',
            render: (_, row) => (
              <RowActions
                of={row.name}
                more={[
                  row.retired
                    ? { key: 'restore', label: '恢复', run: () => act(row, 'restore') }
                    : { key: 'retire', label: '停用', danger: true, run: () => act(row, 'retire') },
                  ...(row.loaded
                    ? []
                    : [{ key: 'remove', label: '删除', danger: true, run: () => remove(row) }]),
                ]}
              >
                <Button type="link" size="small" onClick={() => setEdited(row)}>
                  编辑
                </Button>
              </RowActions>
            ),
          },
        ]}
      />
      <FormDrawer<ItemForm>
        open={!!edited}
        title={edited === 'new' ? '新建基础数据' : `编辑${edited?.name ?? ''}`}
        submitText="保存"
        initialValues={
          edited && edited !== 'new'
            ? {
                of: edited.kind,
                code: edited.code,
                name: edited.name,
                type: edited.type,
                parentCode: edited.parentCode,
              }
            : { of: 'PARK' }
        }
        onClose={() => setEdited(undefined)}
        onSubmit={save}
      >
        {(form) => (
          <>
            <Form.Item name="of" label="数据种类" rules={[{ required: true, message: '请选择数据种类' }]}>
              <Select
                disabled={edited !== 'new'}
                options={KINDS.map((value) => ({ value, label: label('referenceKind', value) }))}
                onChange={() => form.setFieldsValue({ type: undefined, parentCode: undefined })}
              />
            </Form.Item>
            <Form.Item
              name="code"
              label="代码"
              rules={[{ required: true, whitespace: true, message: '请填写代码' }]}
              extra="代码不能修改。行业、区划、镇街和字典项的上级由代码决定"
            >
              <Input maxLength={80} autoComplete="off" disabled={edited !== 'new'} />
            </Form.Item>
            <Form.Item
              name="name"
              label="名称"
              rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
            >
              <Input maxLength={100} autoComplete="off" />
            </Form.Item>
            <Form.Item noStyle dependencies={['of']}>
              {({ getFieldValue }) => {
                const kind = getFieldValue('of') as ReferenceKind;
                if (kind === 'TOWN')
                  return (
                    <Form.Item name="type" label="类型" rules={[{ required: true, message: '请选择类型' }]}>
                      <Select options={TOWN_TYPES.map((value) => ({ value, label: value }))} />
                    </Form.Item>
                  );
                return kind === 'PARK' && <ParkItems />;
              }}
            </Form.Item>
          </>
        )}
      </FormDrawer>
      <ImportDrawer open={importing} onClose={() => setImporting(false)} onDone={refresh} />
    </>
  );
}

/** The type and the town of a park. */
function ParkItems() {
  const types = useDictionary('PARK_TYPE');
  const towns = useQuery({
    queryKey: ['reference', 'towns'],
    queryFn: ({ signal }) => api.get('/api/user/reference/towns', { signal }),
  });
  return (
    <>
      <Form.Item name="type" label="类型" rules={[{ required: true, message: '请选择园区类型' }]}>
        <Select
          loading={types.isPending}
          options={(types.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="parentCode" label="所在镇街" rules={[{ required: true, message: '请选择所在镇街' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={towns.isPending}
          options={(towns.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
    </>
  );
}
