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

/** What it is called and means, for what is declared and for what is paid. */
const WORDS = {
  DECLARATION: {
    whom: '申报对象',
    hint: '在政策条件之外，还要满足这里的条件。修改后，已提交的申报不受影响。',
    strict: '按企业画像核对确定不符合的，不能开始填写，也不能提交；待补充数据的不受限。',
    mild: '只把核对结果告诉企业，仍可申报，由部门审核。',
  },
  REDEMPTION: {
    whom: '兑付对象',
    hint: '在政策条件之外，还要满足这里的条件。项目开放后不能修改。',
    strict: '按企业画像核对确定不符合的，不能申请；待补充数据的不受限。',
    mild: '只把核对结果告诉企业，仍可申请，由部门审核。',
  },
};

/** 申报对象, 兑付对象: whom the project is for beside what its policy asks, and what it means not to be meant. */
export function Audience({
  of = 'DECLARATION',
  policyId,
  own,
  criteria,
  barring,
  refused,
  onChange,
}: {
  of?: keyof typeof WORDS;
  policyId: string | undefined;
  /** Whether it has conditions of its own, though none may be written yet. */
  own: boolean;
  criteria: Criteria;
  /** Absent where nobody asks for it: who is not meant is not found either. */
  barring: boolean | undefined;
  /** What the server found wrong when it was sent. */
  refused?: CriteriaFault[];
  onChange: (part: { own?: boolean; criteria?: Criteria; barring?: boolean }) => void;
}) {
  const { can } = useMe();
  const { whom, hint, strict, mild } = WORDS[of];
  // Whoever changes their mind finds what they wrote.
  const [written, setWritten] = useState(criteria);
  return (
    <Panel title={whom}>
      <Radio.Group
        aria-label={whom}
        name="whom"
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
          <p className={css.hint}>{hint}</p>
          <Conditions
            name={`${whom}的条件`}
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
            <Reach
              key={JSON.stringify([policyId, criteria])}
              whom={whom}
              policyId={policyId}
              criteria={criteria}
            />
          )}
        </>
      )}
      {barring !== undefined && (
        <div className={css.barring}>
          <span id="barring">核对不符合的企业</span>
          <Radio.Group
            aria-labelledby="barring"
            name="barring"
            value={barring}
            options={[
              { value: false, label: '仅提示' },
              { value: true, label: '仅限对象' },
            ]}
            onChange={(e) => onChange({ barring: e.target.value as boolean })}
          />
          <span className={css.hint}>{barring ? strict : mild}</span>
        </div>
      )}
    </Panel>
  );
}
