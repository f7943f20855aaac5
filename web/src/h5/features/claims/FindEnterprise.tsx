import { useState } from 'react';
import { isProblem, useMe, type EnterpriseHit } from '@/shared/api';
import { moreHits, tooShort, unclaimable, useEnterpriseSearch, CLAIM_STEPS } from '@/shared/claims';
import { DemoTag, Empty, Loaded, Skeleton, Tag, Uscc } from '@/shared/ui';
import { Body, Notice, Section, Steps } from '../../ui';
import { Search } from '../../ui/Growing';
import css from './ClaimPage.module.css';

/** Finds the enterprise in the register by name or code; one that cannot be claimed is shown and not chosen. */
export function FindEnterprise({ onChoose }: { onChoose: (hit: EnterpriseHit) => void }) {
  const [q, setQ] = useState('');
  const query = useEnterpriseSearch(q);
  // What was typed cannot be a code: that is told at the field, as nothing has failed.
  const refused =
    isProblem(query.error) && query.error.status === 400
      ? (query.error.fields[0]?.message ?? query.error.message)
      : tooShort(q);
  const { me } = useMe();
  return (
    <Body>
      <Steps steps={CLAIM_STEPS} current={0} />
      {me?.enterprise && <Notice>本账号已关联{me.enterprise.name}。在这里可以为另一家企业领码。</Notice>}
      <Search
        label="查找企业"
        placeholder="企业名称或统一社会信用代码"
        value={q}
        onSearch={setQ}
        error={refused}
      />
      {refused ? null : !q ? (
        <Notice>输入企业名称（至少两个字）或 18 位信用代码，从登记信息中找到本企业。</Notice>
      ) : (
        <Loaded query={query} compact skeleton={<Skeleton lines={6} />}>
          {(hits) =>
            hits.length ? (
              <>
                <Section flush>
                  {hits.map((hit) => (
                    <Hit key={hit.id} hit={hit} onChoose={onChoose} />
                  ))}
                </Section>
                {moreHits(hits) && <Notice>{moreHits(hits)}</Notice>}
              </>
            ) : (
              <Empty compact title="没有找到这家企业" hint="请核对名称或信用代码" />
            )
          }
        </Loaded>
      )}
    </Body>
  );
}

function Hit({ hit, onChoose }: { hit: EnterpriseHit; onChoose: (hit: EnterpriseHit) => void }) {
  const closed = unclaimable(hit);
  const text = (
    <>
      <b>
        {hit.name} {hit.demo && <DemoTag />} {closed && <Tag icon="lock">{closed}</Tag>}
      </b>
      <Uscc of={hit.uscc} />
      <span>{[hit.legalRep, hit.townName].filter(Boolean).join(' · ')}</span>
    </>
  );
  return closed ? (
    <div className={css.hit}>{text}</div>
  ) : (
    <button type="button" className={css.hit} onClick={() => onChoose(hit)}>
      {text}
    </button>
  );
}
