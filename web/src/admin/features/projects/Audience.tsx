import { Radio } from 'antd';
import { useState } from 'react';
import type { CriteriaFault } from '@/shared/api';
import { useMe } from '@/shared/api';
import { Panel } from '../../ui/page';
import { Conditions } from '../policy-drafts/criteria/Conditions';
import type { Criterion } from '../policy-drafts/criteria/model';
import css from './ProjectPage.module.css';
import { Reach } from './Reach';

/** The tree as the project has it. */
export type Criteria = Record<string, unknown> | undefined;

/** 申报对象: whom the project is for beside what its policy asks, and what it means not to be meant. */
export function Audience({
  policyId,
  own,
  criteria,
  barring,
  refused,
  onChange,
}: {
  policyId: string | undefined;
  /** Whether it has conditions of its own, though none may be written yet. */
  own: boolean;
  criteria: Criteria;
  barring: boolean;
  /** What the server found wrong when it was sent. */
  refused?: CriteriaFault[];
  onChange: (part: { own?: boolean; criteria?: Criteria; barring?: boolean }) => void;
}) {
  const { can } = useMe();
  // Whoever changes their mind finds what they wrote.
  const [written, setWritten] = useState(criteria);
  return (
    <Panel title="申报对象">
      <Radio.Group
        aria-label="申报对象"
        value={own}
        options={[
          { value: false, label: '与政策条件一致' },
          { value: true, label: '另设条件' },
        ]}
        onChange={(e) => {
          const chosen = e.target.value as boolean;
          onChange({ own: chosen, criteria: chosen ? written : undefined });
        }}
      />
      {own && (
        <>
          <p className={css.hint}>在政策条件之外，还要满足这里的条件。修改后，已提交的申报不受影响。</p>
          <Conditions
            name="申报对象的条件"
            empty="还没有条件，请添加。"
            value={criteria as unknown as Criterion | undefined}
            refused={refused}
            onChange={(tree) => {
              const changed = tree as unknown as Criteria;
              setWritten(changed);
              onChange({ criteria: changed });
            }}
          />
          {criteria && can('match.reverse.policy') && can('user.enterprise.read') && (
            <Reach key={JSON.stringify([policyId, criteria])} policyId={policyId} criteria={criteria} />
          )}
        </>
      )}
      <div className={css.barring}>
        <span id="barring">核对不符合的企业</span>
        <Radio.Group
          aria-labelledby="barring"
          value={barring}
          options={[
            { value: false, label: '仅提示' },
            { value: true, label: '仅限对象' },
          ]}
          onChange={(e) => onChange({ barring: e.target.value as boolean })}
        />
        <span className={css.hint}>
          {barring
            ? '按企业画像核对确定不符合的，不能开始填写，也不能提交；待补充数据的不受限。'
            : '只把核对结果告诉企业，仍可申报，由部门审核。'}
        </span>
      </div>
    </Panel>
  );
}
