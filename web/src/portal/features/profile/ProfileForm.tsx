import { Button, Form } from 'antd';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Profile } from '@/shared/api';
import { SectionNav } from '@/shared/ui';
import { LeaveGuard, MainButton, useErrorSummary } from '@/shared/ui/antd';
import { Notice } from '../../ui';
import { Panel, Stack } from '../../ui/Panel';
import { FactField } from './FactField';
import css from './ProfileForm.module.css';
import { SavedElsewhere } from './SavedElsewhere';
import { useProfileEdit } from './useProfileEdit';
import { useWantedField } from './useWantedField';
import type { Values } from './values';

export function ProfileForm({ profile }: { profile: Profile }) {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const news = useRef<HTMLDivElement>(null);
  const { summary, formProps, tell } = useErrorSummary(form);
  const edit = useProfileEdit(profile, form, news, tell);
  useWantedField(edit.facts);

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={edit.initial}
      {...formProps}
      onValuesChange={edit.keep}
      onFinish={edit.finish}
    >
      <LeaveGuard when={edit.unsaved} />
      <Stack>
        {summary}
        {edit.restored.length > 0 && (
          <Notice tone="info">
            这里是上次没有保存的草稿，保存后才生效。
            <button type="button" className={css.link} onClick={edit.giveUp}>
              放弃草稿
            </button>
          </Notice>
        )}
        {edit.elsewhere.length > 0 && (
          <div ref={news} tabIndex={-1} className={css.news}>
            <SavedElsewhere form={form} facts={edit.facts} names={edit.elsewhere} onTaken={edit.keep} />
          </div>
        )}
        {edit.groups.length > 1 && (
          <SectionNav
            label="画像栏目"
            parts={edit.groups.map((group, index) => ({ id: `part-${index + 1}`, title: group.name }))}
          />
        )}
        {edit.groups.map((group, index) => (
          <Panel key={group.name} id={`part-${index + 1}`} title={group.name}>
            <div className={css.grid}>
              {group.facts.map((fact) => (
                <FactField key={fact.name} fact={fact} />
              ))}
            </div>
          </Panel>
        ))}
      </Stack>
      <div className={css.bar}>
        <p className={edit.restored.length > 0 ? css.told : undefined}>
          {edit.restored.length > 0
            ? `保存时包括上次的草稿：${edit.restored.join('、')}`
            : edit.dirty
              ? '有未保存的改动'
              : '金额单位为万元，以最近一期数据为准'}
        </p>
        <Button onClick={() => void navigate('/center/profile')}>取消</Button>
        <MainButton htmlType="submit" loading={edit.saving}>
          保存
        </MainButton>
      </div>
    </Form>
  );
}
