import { Button, Checkbox, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { CriteriaFault } from '@/shared/api';
import type { KnownFact } from './codes';
import { FactSelect, ValueField } from './ComparisonFields';
import css from './criteria.module.css';
import { CriterionNode } from './CriteriaEditor';
import { Faults } from './Faults';
import { Field } from './Field';
import { changed, factOf, faultsAt, freshBand, replacedAt, texts, type Band, type Banded } from './model';
import { mark, type Own } from './own';
import { Tools } from './Tools';
import { wrapping } from './wrapping';

export function BandedFields(own: Own<Banded>) {
  const { node, path, here, facts, readOnly, onChange } = own;
  const by = factOf(facts, node.by);
  const set = (bands: Band[]) => onChange({ ...node, bands });
  return (
    <>
      <Field label="按哪个指标分档" wide>
        {(id) => (
          <FactSelect
            id={id}
            value={node.by}
            facts={facts.filter((one) => one.operators.length > 0 && !['BOOLEAN', 'DATE'].includes(one.kind))}
            disabled={readOnly}
            status={mark(here, 'by')}
            onChange={(fact) => onChange({ ...node, by: fact.name })}
          />
        )}
      </Field>
      <div className={css.wide}>
        {node.bands.map((band, index) => (
          <div key={index} className={css.block} role="group" aria-label={`第 ${index + 1} 档`}>
            <BandHead
              band={band}
              by={by}
              here={faultsAt(own.faults, `${path}/bands/${index}`)}
              readOnly={readOnly}
              onChange={(next) => set(replacedAt(node.bands, index, next))}
            >
              <Tools
                list={node.bands}
                index={index}
                name={`第 ${index + 1} 档`}
                readOnly={readOnly}
                onChange={set}
              />
            </BandHead>
            <ul className={css.tree}>
              <CriterionNode
                node={band.then}
                path={`${path}/bands/${index}/then`}
                onChange={(then) => set(replacedAt(node.bands, index, { ...band, then }))}
                actions={wrapping(band.then, (then) => set(replacedAt(node.bands, index, { ...band, then })))}
                facts={facts}
                faults={own.faults}
                differences={own.differences}
                readOnly={readOnly}
              />
            </ul>
          </div>
        ))}
        {!readOnly && (
          <Button size="small" className={css.add} onClick={() => set([...node.bands, freshBand()])}>
            添加一档
          </Button>
        )}
        <p className={css.quiet}>{leftOut(by, node.bands)}</p>
      </div>
    </>
  );
}

/** Who is in no band meets nothing: of what can be chosen it is said by name, before somebody forgets one. */
function leftOut(by: KnownFact | undefined, bands: Band[]): string {
  const forgotten =
    by?.kind === 'CHOICE'
      ? by.choices.filter((choice) => !bands.some((band) => band.in?.includes(choice)))
      : undefined;
  if (!forgotten) return '不在任何一档的企业判为不符合。';
  return forgotten.length === 0
    ? '每一种都有所属的档。'
    : `未列入任何一档：${forgotten.join('、')}。这些企业判为不符合。`;
}

function BandHead({
  band,
  by,
  here,
  readOnly,
  onChange,
  children,
}: {
  band: Band;
  by: KnownFact | undefined;
  here: CriteriaFault[];
  readOnly: boolean;
  onChange: (band: Band) => void;
  children: ReactNode;
}) {
  const numbers = by && (by.kind === 'NUMBER' || by.kind === 'INTEGER' || by.kind === 'YEARS');
  const end = (side: 'from' | 'to', label: string, word: string) => (
    <Field label={by?.unit ? `${label}（${by.unit}）` : label}>
      {(id) => (
        <span className={css.pair}>
          <InputNumber
            id={id}
            value={band[side] ?? null}
            disabled={readOnly}
            status={mark(here, 'from', 'to')}
            placeholder="不限"
            onChange={(number) => onChange(changed(band, { [side]: number ?? undefined }))}
          />
          <Checkbox
            checked={band[`${side}Included`]}
            disabled={readOnly}
            onChange={(event) => onChange({ ...band, [`${side}Included`]: event.target.checked })}
          >
            {word}
          </Checkbox>
        </span>
      )}
    </Field>
  );
  return (
    <>
      <Faults faults={here} />
      <div className={css.blockHead}>
        <Field label="这一档的名称">
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={band.label}
              disabled={readOnly}
              status={mark(here, 'label')}
              onChange={(event) => onChange({ ...band, label: event.target.value })}
            />
          )}
        </Field>
        {numbers && (
          <>
            {end('from', '下限', '含下限')}
            {end('to', '上限', '含上限')}
          </>
        )}
        {by && !numbers && (
          <Field label="这一档包括">
            {(id) => (
              <ValueField
                id={id}
                fact={by}
                op="in"
                value={band.in}
                disabled={readOnly}
                status={mark(here, 'in')}
                onChange={(list) => onChange({ ...band, in: texts(list) })}
              />
            )}
          </Field>
        )}
        {children}
      </div>
    </>
  );
}
