import { Input, Select } from 'antd';
import { useState } from 'react';
import { useIndustries, useTowns } from '../../reference';
import css from './redemptions.module.css';

/** By a part of the name or the code, by town, by section of industry. */
export interface Sought {
  q?: string;
  townCode?: string;
  industry?: string;
}

/** Looks for one among hundreds that may have an offer. */
export function CandidateSearch({ sought, onSeek }: { sought: Sought; onSeek: (sought: Sought) => void }) {
  const [typed, setTyped] = useState(sought.q);
  const towns = useTowns();
  const industries = useIndustries();
  return (
    <div className={css.seek} role="search" aria-label="候选企业查询">
      <Input.Search
        allowClear
        aria-label="企业名称或统一社会信用代码"
        placeholder="企业名称或统一社会信用代码"
        maxLength={100}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={(words) => onSeek({ ...sought, q: words.trim() || undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="所属镇街"
        placeholder="所属镇街"
        loading={towns.isPending}
        value={sought.townCode}
        options={(towns.data ?? []).map((town) => ({ value: town.code, label: town.name }))}
        onChange={(townCode?: string) => onSeek({ ...sought, townCode })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="行业门类"
        placeholder="行业门类"
        loading={industries.isPending}
        value={sought.industry}
        options={(industries.data ?? []).map((one) => ({
          value: one.code,
          label: `${one.code} ${one.name}`,
        }))}
        onChange={(industry?: string) => onSeek({ ...sought, industry })}
      />
    </div>
  );
}
