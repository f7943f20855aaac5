import { Button, Checkbox, Input, Select } from 'antd';
import type { Material } from '@/shared/api';
import { Panel } from '../../ui/page';
import { changedAt, freshKey, withoutAt } from './design';
import { Labelled } from './Labelled';
import css from './ProjectPage.module.css';

export function Materials({
  materials,
  onChange,
}: {
  materials: Material[];
  onChange: (materials: Material[]) => void;
}) {
  return (
    <Panel title="申报材料">
      {materials.map((material, at) => {
        const set = (part: Partial<Material>) => onChange(changedAt(materials, at, { ...material, ...part }));
        return (
          <fieldset key={at} className={css.field}>
            <legend>{material.name || `材料 ${at + 1}`}</legend>
            <div className={css.grid}>
              <Labelled text="材料名称">
                <Input value={material.name} maxLength={80} onChange={(e) => set({ name: e.target.value })} />
              </Labelled>
              <Labelled text="格式">
                <Select
                  mode="multiple"
                  value={material.formats}
                  options={[
                    { value: 'PDF' as const, label: 'PDF' },
                    { value: 'JPEG' as const, label: 'JPG' },
                    { value: 'PNG' as const, label: 'PNG' },
                  ]}
                  onChange={(formats) => set({ formats })}
                />
              </Labelled>
              <Labelled className={css.wide} text="说明（选填）">
                <Input
                  value={material.hint}
                  maxLength={200}
                  onChange={(e) => set({ hint: e.target.value || undefined })}
                />
              </Labelled>
            </div>
            <div className={css.row}>
              <Checkbox checked={material.required} onChange={(e) => set({ required: e.target.checked })}>
                必须提供
              </Checkbox>
              <Button size="small" type="link" danger onClick={() => onChange(withoutAt(materials, at))}>
                删除
              </Button>
            </div>
          </fieldset>
        );
      })}
      <Button
        type="dashed"
        block
        onClick={() =>
          onChange([
            ...materials,
            {
              key: freshKey(
                'material',
                materials.map((material) => material.key),
              ),
              name: '',
              required: true,
              formats: ['PDF', 'JPEG', 'PNG'],
            },
          ])
        }
      >
        增加材料
      </Button>
    </Panel>
  );
}
