import { Button } from 'antd';
import { useState } from 'react';
import { isProblem, problemText, type EnterpriseHit } from '@/shared/api';
import { moreHits, tooShort, unclaimable, useEnterpriseSearch } from '@/shared/claims';
import { DemoTag, Empty, Icon, Loaded, Skeleton, Tag, Uscc } from '@/shared/ui';
import { Notice } from '../../ui';
import { Panel } from '../../ui/Panel';
import { SearchBox } from '../../ui/SearchBox';
import css from './ClaimPage.module.css';

/** The first step: which enterprise, and who cannot be claimed and why. */
export function FindEnterprise({ onChoose }: { onChoose: (hit: EnterpriseHit) => void }) {
  const [q, setQ] = useState('');
  const query = useEnterpriseSearch(q);
  const short = tooShort(q);
  return (
    <Panel title="查找企业">
      <SearchBox value={q} placeholder="企业名称或信用代码" onSearch={setQ} />
      {short && (
        <div className={css.hint}>
          <Notice tone="bad">{short}</Notice>
        </div>
      )}
      {!q && (
        <p className={css.hint}>
          输入企业名称（至少两个字）或 18 位统一社会信用代码，从登记信息中找到本企业。
        </p>
      )}
      {q &&
        !short &&
        (isProblem(query.error) && query.error.status === 400 ? (
          <div className={css.hint}>
            <Notice tone="bad">{problemText(query.error)}</Notice>
          </div>
        ) : (
          <Loaded query={query} skeleton={<Skeleton lines={5} />} compact>
            {(hits) =>
              hits.length ? (
                <Hits key={q} hits={hits} onChoose={onChoose} />
              ) : (
                <Empty
                  compact
                  title="没有找到这家企业"
                  hint="请核对名称或信用代码；新设立的企业登记信息次日同步"
                />
              )
            }
          </Loaded>
        ))}
    </Panel>
  );
}

/** As many as a phone shows before one has to look for the end. */
const FIRST = 8;

function Hits({ hits, onChoose }: { hits: EnterpriseHit[]; onChoose: (hit: EnterpriseHit) => void }) {
  const [all, setAll] = useState(false);
  const rest = all ? 0 : Math.max(hits.length - FIRST, 0);
  return (
    <>
      <ul className={css.hits}>
        {hits.slice(0, hits.length - rest).map((hit) => (
          <Hit key={hit.id} hit={hit} onChoose={onChoose} />
        ))}
      </ul>
      {rest > 0 && (
        <Button block onClick={() => setAll(true)}>
          显示其余 {rest} 家
        </Button>
      )}
      {!rest && moreHits(hits) && <p className={css.hint}>{moreHits(hits)}</p>}
    </>
  );
}

function Hit({ hit, onChoose }: { hit: EnterpriseHit; onChoose: (hit: EnterpriseHit) => void }) {
  const closed = unclaimable(hit);
  return (
    <li>
      <div>
        <b>{hit.name}</b>
        <span>
          <Uscc of={hit.uscc} /> {hit.demo && <DemoTag />}
        </span>
        <span>
          {[hit.legalRep && `法定代表人 ${hit.legalRep}`, hit.townName].filter(Boolean).join(' · ')}
          {hit.industryName && <span className={css.industry}> · {hit.industryName}</span>}
        </span>
      </div>
      {closed ? (
        <Tag icon="lock">{closed}</Tag>
      ) : (
        <Button className={css.choose} onClick={() => onChoose(hit)} aria-label={`选择 ${hit.name}`}>
          <span>选择</span>
          <Icon name="right" size={20} />
        </Button>
      )}
    </li>
  );
}
