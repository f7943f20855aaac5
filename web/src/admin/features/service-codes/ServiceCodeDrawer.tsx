import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { api, useSubmit, type OfferView, type ServiceCode, type ServiceCodeForm } from '@/shared/api';
import { FormDrawer } from '@/shared/ui/antd';
import { isConflict, useThingConflict } from '../../ui/useConflict';
import css from './ServiceCodeDrawer.module.css';
import { KINDS, serviceOptions, services } from './services';

interface Item {
  value: string;
  label: string;
}

interface Values {
  kind: ServiceCodeForm['kind'];
  name: string;
  place?: string;
  intro?: string;
  offers: { service?: OfferView['service']; item?: Item }[];
}

/** As many services are behind a code. */
const MOST: Record<Values['kind'], number> = { SERVICE: 1, VENUE: 8 };

const valuesOf = (code: ServiceCode | null | undefined): Values => ({
  kind: code?.kind ?? 'VENUE',
  name: code?.name ?? '',
  place: code?.place,
  intro: code?.intro,
  offers: code?.offers.map(({ service, itemId, title }) => ({
    service,
    item: itemId ? { value: itemId, label: title ?? itemId } : undefined,
  })) ?? [{}],
});

const formOf = ({ kind, name, place, intro, offers }: Values): ServiceCodeForm => ({
  kind,
  name: name.trim(),
  place: place?.trim(),
  intro: intro?.trim(),
  offers: offers.map(({ service, item }) =>
    services[service!].of
      ? { service: service!, itemId: item?.value, title: item?.label.slice(0, 60) }
      : { service: service! },
  ),
});

/** Makes a code (`null`) or changes one. */
export function ServiceCodeDrawer({
  code,
  onClose,
}: {
  code: ServiceCode | null | undefined;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const conflict = useThingConflict('这个服务码', [['service-codes']]);
  const save = useSubmit(
    (form: ServiceCodeForm, idempotencyKey) =>
      code
        ? api.put('/api/code/service-codes/{id}', {
            path: { id: code.id },
            body: { version: code.version, code: form },
          })
        : api.post('/api/code/service-codes', { body: form, idempotencyKey }),
    {},
  );
  const submit = async (values: Values) => {
    try {
      await save.mutateAsync(formOf(values));
      void message.success(code ? '已保存' : '已新建，可以打印张贴');
    } catch (error) {
      if (!isConflict(error)) throw error;
      void conflict(error);
    } finally {
      void queries.invalidateQueries({ queryKey: ['service-codes'] });
    }
  };
  return (
    <FormDrawer<Values>
      open={code !== undefined}
      title={code ? '修改服务码' : '新建服务码'}
      submitText="保存"
      size={600}
      initialValues={valuesOf(code)}
      onClose={onClose}
      onSubmit={submit}
    >
      {(form) => (
        <>
          <Form.Item name="kind" label="类型" rules={[{ required: true }]}>
            <Radio.Group className={css.kinds}>
              <Radio value="VENUE">
                {KINDS.VENUE}
                <small>到场选择一项服务</small>
              </Radio>
              <Radio value="SERVICE">
                {KINDS.SERVICE}
                <small>直接打开一项服务</small>
              </Radio>
            </Radio.Group>
          </Form.Item>
          <Form.Item
            name="name"
            label="名称"
            rules={[{ required: true, whitespace: true, message: '请填写名称' }, { max: 60 }]}
          >
            <Input placeholder="如 政务服务大厅企业服务区" maxLength={60} />
          </Form.Item>
          <Form.Item name="place" label="张贴地点" rules={[{ max: 60 }]}>
            <Input placeholder="如 政务服务大厅二楼 12 号窗口" maxLength={60} />
          </Form.Item>
          <Form.Item name="intro" label="说明" rules={[{ max: 200 }]}>
            <Input.TextArea
              rows={3}
              maxLength={200}
              showCount
              placeholder="印在码的下方，如办理时间、所需材料"
            />
          </Form.Item>
          <Form.List
            name="offers"
            rules={[
              {
                validator: (_, offers: unknown[]) =>
                  offers.length > MOST[form.getFieldValue('kind') as Values['kind']]
                    ? Promise.reject(new Error('服务码只打开一项服务；需要多项的请选择场所码'))
                    : Promise.resolve(),
              },
            ]}
          >
            {(fields, { add, remove }, { errors }) => (
              <fieldset className={css.offers}>
                <legend>打开的服务</legend>
                {fields.map((field, index) => (
                  <div key={field.key} className={css.offer}>
                    <Form.Item
                      name={[field.name, 'service']}
                      rules={[{ required: true, message: '请选择服务' }]}
                    >
                      <Select
                        aria-label={`第 ${index + 1} 项服务`}
                        placeholder="选择服务"
                        options={serviceOptions}
                        onChange={() => form.setFieldValue(['offers', field.name, 'item'], undefined)}
                      />
                    </Form.Item>
                    <Form.Item noStyle dependencies={[['offers', field.name, 'service']]}>
                      {() => {
                        const service = form.getFieldValue(['offers', field.name, 'service']) as
                          OfferView['service'] | undefined;
                        const of = service && services[service].of;
                        return (
                          of && (
                            <Form.Item
                              name={[field.name, 'item']}
                              rules={[{ required: true, message: '请选择具体的政策或产品' }]}
                            >
                              <ItemSelect of={of} />
                            </Form.Item>
                          )
                        );
                      }}
                    </Form.Item>
                    {fields.length > 1 && (
                      <Button aria-label={`删除第 ${index + 1} 项服务`} onClick={() => remove(field.name)}>
                        删除
                      </Button>
                    )}
                  </div>
                ))}
                <Form.ErrorList errors={errors} />
                <Form.Item noStyle dependencies={['kind']}>
                  {() =>
                    fields.length < MOST[form.getFieldValue('kind') as Values['kind']] && (
                      <Button type="dashed" block onClick={() => add({})}>
                        添加服务
                      </Button>
                    )
                  }
                </Form.Item>
              </fieldset>
            )}
          </Form.List>
        </>
      )}
    </FormDrawer>
  );
}

/** One published policy or product, found by its name. */
function ItemSelect({
  of,
  value,
  onChange,
  id,
}: {
  of: 'policy' | 'product';
  value?: Item;
  onChange?: (item: Item) => void;
  id?: string;
}) {
  const [q, setQ] = useState('');
  const query = useQuery({
    queryKey: ['service-codes', 'items', of, q],
    queryFn: async ({ signal }): Promise<Item[]> => {
      const asked = { query: { q, size: 20 }, signal };
      const page =
        of === 'policy'
          ? await api.get('/api/policy/policies', asked)
          : await api.get('/api/finance/products', asked);
      return page.items.map((item) => ({ value: item.id, label: item.title }));
    },
  });
  return (
    <Select<Item>
      id={id}
      labelInValue
      showSearch={{ filterOption: false, onSearch: setQ }}
      aria-label={of === 'policy' ? '政策' : '贷款产品'}
      placeholder={of === 'policy' ? '输入政策名称查找' : '输入产品名称查找'}
      loading={query.isFetching}
      options={query.data ?? []}
      value={value}
      onChange={(item) => onChange?.({ value: item.value, label: item.label })}
    />
  );
}
