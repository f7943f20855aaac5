import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { api, type NoticeCondition, type NoticeContent, type NoticeTemplate } from '@/shared/api';
import { label } from '@/shared/i18n';
import { Icon } from '@/shared/ui';
import { Panel } from '../../ui/page';
import type { TemplateValues } from './content';
import css from './templates.module.css';

const MOST = 5;
const COMPARISONS: Record<NoticeCondition['comparison'], string> = {
  AT_LEAST: '不小于',
  AT_MOST: '不大于',
  IS: '等于',
  IS_NOT: '不等于',
  CONTAINS: '包含',
  CONTAINS_NOT: '不包含',
};
const OF_NUMBERS = ['AT_LEAST', 'AT_MOST'] as const;
const OF_WORDS = ['IS', 'IS_NOT', 'CONTAINS', 'CONTAINS_NOT'] as const;

type Known = NoticeTemplate['variables'][number];
type Path = (string | number)[];

/** The roles that can be told besides; asked for where somebody looks at rules. */
function useReceiverRoles(wanted: boolean) {
  return useQuery({
    queryKey: ['templates', 'receiver-roles'],
    queryFn: ({ signal }) => api.get('/api/message/templates/receiver-roles', { signal }),
    enabled: wanted,
  });
}

/** Under which condition it is told, and who is told besides. */
export function Rules({ detail }: { detail: NoticeTemplate }) {
  const roles = useReceiverRoles(detail.others);
  return (
    <Panel title="通知规则">
      {detail.conditional ? (
        <Conditions
          at={['conditions']}
          legend={`满足全部条件时才通知${detail.template.receivers}；没有条件时每次都通知`}
          naming="通知条件"
          variables={detail.variables}
        />
      ) : (
        <p className={css.hint}>此类消息每次都通知{detail.template.receivers}，不能设条件。</p>
      )}
      {detail.others ? (
        <>
          {roles.isError && (
            <p className={css.hint} role="alert">
              暂时读不到角色，不能更换另行通知的角色。
              <Button size="small" onClick={() => void roles.refetch()}>
                重试
              </Button>
            </p>
          )}
          <Others detail={detail} roles={roles.data ?? []} />
        </>
      ) : (
        <p className={css.hint}>此类消息不能另行通知他人。</p>
      )}
    </Panel>
  );
}

interface ReceiverRole {
  place: 'OPERATOR' | 'CASE';
  code: string;
  name: string;
}

function Others({ detail, roles }: { detail: NoticeTemplate; roles: readonly ReceiverRole[] }) {
  return (
    <Form.List name="others">
      {(fields, { add, remove }) => (
        <fieldset className={css.rules}>
          <legend>
            另行通知的角色：只发站内信，企业名称、姓名和填写的文字脱敏；已作为接收人的不重复通知
          </legend>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={css.other}>
              <legend>另行通知 {name + 1}</legend>
              <Other name={name} detail={detail} roles={roles} />
              <Button danger onClick={() => remove(name)} aria-label={`删除另行通知 ${name + 1}`}>
                删除
              </Button>
            </fieldset>
          ))}
          {fields.length < MOST && (
            <Button onClick={() => add({ place: 'OPERATOR', conditions: [], own: false })}>
              添加另行通知的角色
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

function Other({
  name,
  detail,
  roles,
}: {
  name: number;
  detail: NoticeTemplate;
  roles: readonly ReceiverRole[];
}) {
  const form = Form.useFormInstance<TemplateValues>();
  const place = Form.useWatch(['others', name, 'place'], form) as ReceiverRole['place'] | undefined;
  const own = Form.useWatch(['others', name, 'own'], form) as boolean | undefined;
  return (
    <>
      <div className={css.row}>
        <Form.Item
          name={[name, 'place']}
          label="机构"
          rules={[{ required: true, message: '请选择机构' }]}
          extra={detail.held ? undefined : '此类事件没有办理机构'}
        >
          <Select
            options={(['OPERATOR', 'CASE'] as const).map((value) => ({
              value,
              label: label('receiverPlace', value),
              disabled: value === 'CASE' && !detail.held,
            }))}
            onChange={() => form.setFieldValue(['others', name, 'role'], undefined)}
          />
        </Form.Item>
        <Form.Item name={[name, 'role']} label="角色" rules={[{ required: true, message: '请选择角色' }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="请选择"
            options={roles
              .filter((role) => role.place === place)
              .map(({ code, name: text }) => ({ value: code, label: text }))}
          />
        </Form.Item>
      </div>
      <Conditions
        at={['others', name, 'conditions']}
        inside={[name, 'conditions']}
        legend="满足全部条件时通知；没有条件时每次都通知"
        naming={`另行通知 ${name + 1} 的条件`}
        variables={detail.variables}
      />
      <Form.Item name={[name, 'own']} valuePropName="checked">
        <Checkbox>另写文字</Checkbox>
      </Form.Item>
      {own && (
        <>
          <Form.Item
            name={[name, 'title']}
            label={`另行通知 ${name + 1} 的标题`}
            rules={[{ required: true, whitespace: true, message: '请填写标题' }]}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={[name, 'body']}
            label={`另行通知 ${name + 1} 的正文`}
            rules={[{ required: true, whitespace: true, message: '请填写正文' }]}
          >
            <Input.TextArea rows={3} maxLength={3000} />
          </Form.Item>
          <Form.Item name={[name, 'link']} label={`另行通知 ${name + 1} 的查看页面`}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </>
  );
}

/** Rows of variable, comparison and value; `inside` is their name within the list that they stand in. */
function Conditions({
  at,
  inside = at,
  legend,
  naming,
  variables,
}: {
  at: Path;
  inside?: Path;
  legend: string;
  naming: string;
  variables: readonly Known[];
}) {
  const comparable = variables.filter((one) => one.comparable);
  return (
    <Form.List name={inside}>
      {(fields, { add, remove }) => (
        <fieldset className={css.rules}>
          <legend>{legend}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className={css.row}>
              <Row at={[...at, name]} name={name} naming={`${naming} ${name + 1}`} variables={comparable} />
              <Button
                type="text"
                danger
                icon={<Icon name="close" size={16} />}
                aria-label={`删除${naming} ${name + 1}`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {comparable.length > 0 && fields.length < MOST && (
            <Button size="small" onClick={() => add({})} aria-label={`添加条件，${naming}`}>
              添加条件
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  );
}

function Row({
  at,
  name,
  naming,
  variables,
}: {
  at: Path;
  name: number;
  naming: string;
  variables: readonly Known[];
}) {
  const form = Form.useFormInstance();
  const chosen = Form.useWatch(at, form) as Partial<NoticeCondition> | undefined;
  const variable = variables.find((one) => one.name === chosen?.variable);
  const comparisons: readonly NoticeCondition['comparison'][] = variable?.unit ? OF_NUMBERS : OF_WORDS;
  return (
    <>
      <Form.Item
        name={[name, 'variable']}
        label={`${naming}：变量`}
        rules={[{ required: true, message: '请选择变量' }]}
      >
        <Select
          placeholder="请选择"
          options={variables.map((one) => ({ value: one.name, label: one.name }))}
          onChange={() => form.setFieldValue([...at, 'comparison'], undefined)}
        />
      </Form.Item>
      <Form.Item
        name={[name, 'comparison']}
        label="比较方式"
        rules={[{ required: true, message: '请选择比较方式' }]}
      >
        <Select
          placeholder="请选择"
          disabled={!variable}
          options={comparisons.map((value) => ({ value, label: COMPARISONS[value] }))}
        />
      </Form.Item>
      <Form.Item
        name={[name, 'value']}
        label={variable?.unit ? `数值（${variable.unit}）` : '内容'}
        extra={variable && hint(variable, chosen?.comparison)}
        rules={[{ required: true, whitespace: true, message: '请填写比较的内容' }]}
      >
        <Input maxLength={100} autoComplete="off" inputMode={variable?.unit ? 'decimal' : undefined} />
      </Form.Item>
    </>
  );
}

/** Words that no event says in full never are: the condition would silence the notice for ever. */
const hint = ({ example }: Known, comparison?: NoticeCondition['comparison']) =>
  comparison === 'IS' || comparison === 'IS_NOT'
    ? `须与事件中的写法一字不差，如“${example}”；只知道一部分时请选“包含”`
    : `如“${example}”`;

const conditionText = (one: NoticeCondition) => `${one.variable}${COMPARISONS[one.comparison]}“${one.value}”`;

/** The rules in plain words: what is typed, or what is in force. */
export function RuleWords({ detail, content }: { detail: NoticeTemplate; content: NoticeContent }) {
  const roles = useReceiverRoles(content.others.length > 0);
  const nameOf = (code: string) => roles.data?.find((role) => role.code === code)?.name ?? code;
  const when = content.conditions.map(conditionText).join('，且');
  return (
    <ul className={css.words}>
      <li>{when ? `${when}时通知${detail.template.receivers}` : `每次都通知${detail.template.receivers}`}</li>
      {content.others.map((one, index) => (
        <li key={index}>
          {one.conditions.length > 0 && `${one.conditions.map(conditionText).join('，且')}时`}
          另行通知{label('receiverPlace', one.place)}的{nameOf(one.role)}
          {one.title ? '，另写文字' : '，用同样的文字'}
        </li>
      ))}
    </ul>
  );
}
