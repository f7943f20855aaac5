import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Space } from 'antd-mobile';
import { useSearchParams } from 'react-router';
import { api, type Fact, type Profile } from '@/shared/api';
import { CONSENTS_OF_ADMINISTRATORS, TAX_CONSENT, useMayConsent } from '@/shared/consents';
import { label } from '@/shared/i18n';
import {
  canBeFilled,
  factLines,
  isMissing,
  PROFILE,
  profileParts,
  taxBroughtText,
  taxDueText,
  useProfile,
} from '@/shared/match';
import { OwnTags } from '@/shared/match/OwnTags';
import { dateText, Icon, Loaded, SectionNav, Skeleton, unitText, useDraft } from '@/shared/ui';
import { confirmed, Sheet, useProblems } from '@/shared/ui/mobile';
import { Body, Section } from '../../ui';
import { Toggle } from '../../ui/Toggle';
import { draftOf, FactEditor, type Kept } from './FactEditor';
import css from './ProfilePage.module.css';

export default function ProfilePage() {
  const [params, setParams] = useSearchParams();
  const query = useProfile();
  const set = (name: 'fact' | 'only', value: string | undefined) => {
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  const onlyMissing = params.get('only') === 'missing';
  return (
    <Body>
      <Loaded query={query} skeleton={<Skeleton lines={14} />}>
        {(profile) => {
          const facts = profile.groups.flatMap((group) => group.facts);
          const fact = facts.find((one) => one.name === params.get('fact') && one.editable);
          const missing = facts.filter(canBeFilled).length;
          const parts = profileParts(profile, onlyMissing);
          return (
            <>
              <Section title={profile.enterpriseName}>
                <p>
                  数据完整度 <b className="zq-num">{Math.round(profile.completeness)}%</b>
                  {profile.size && `，企业规模：${label('enterpriseSize', profile.size)}`}
                  {missing > 0 && `，还有 ${missing} 项可以填写`}
                </p>
                <span className={css.bar} aria-hidden="true">
                  <span style={{ width: `${Math.round(profile.completeness)}%` }} />
                </span>
                {(missing > 0 || onlyMissing) && (
                  <div className={css.only}>
                    <span id="only-missing">只看未填写</span>
                    <Toggle
                      aria-labelledby="only-missing"
                      checked={onlyMissing}
                      onChange={(next) => set('only', next ? 'missing' : undefined)}
                    />
                  </div>
                )}
              </Section>
              <Section title="企业标签">
                <OwnTags />
              </Section>
              <Tax profile={profile} />
              {parts.length > 1 && (
                <SectionNav
                  label="画像栏目"
                  top="calc(3rem + env(safe-area-inset-top))"
                  parts={parts.map((part) => ({ id: part.id, title: part.name }))}
                />
              )}
              {parts.map((part) => {
                const rows = part.facts.map((one) => (
                  <FactRow
                    key={one.name}
                    fact={one}
                    draft={draftOf(profile, one)}
                    onOpen={() => set('fact', one.name)}
                  />
                ));
                return part.calculated ? (
                  <Section key={part.id} id={part.id} flush>
                    <details className={css.folded}>
                      <summary>
                        <h2>{part.name}</h2>
                        <span>{part.facts.length} 项，无需填写</span>
                        <Icon name="down" size={18} />
                      </summary>
                      {rows}
                    </details>
                  </Section>
                ) : (
                  <Section key={part.id} id={part.id} title={part.name} flush>
                    {rows}
                  </Section>
                );
              })}
              {fact && (
                <Sheet
                  key={fact.name}
                  title={`${fact.label}${fact.unit ? `（${unitText(fact.unit)}）` : ''}`}
                  onClose={() => set('fact', undefined)}
                >
                  {(close) => <FactEditor fact={fact} profile={profile} onClose={close} />}
                </Sheet>
              )}
            </>
          );
        }}
      </Loaded>
    </Body>
  );
}

function FactRow({ fact, draft, onOpen }: { fact: Fact; draft?: string; onOpen: () => void }) {
  const unsaved = useDraft<Kept>(draft).find();
  const missing = isMissing(fact);
  const series = !missing && fact.kind === 'YEARS';
  const className = series ? `${css.fact} ${css.series}` : css.fact;
  const inner = (
    <>
      <span className={css.name}>
        {fact.label}
        <small>
          {fact.source && label('factSource', fact.source)}
          {fact.asOf && (
            <>
              {fact.source && ' · '}
              <span className="zq-whole">{dateText(fact.asOf)}</span>
            </>
          )}
        </small>
        {unsaved && <small className={css.unsaved}>有草稿</small>}
      </span>
      {missing ? (
        <span className={css.missing}>{fact.editable ? '未填写' : '暂无数据'}</span>
      ) : series ? (
        <span className={css.years}>
          {factLines(fact)
            .flatMap((line) => line.replace(' 年 ', ' 年\n').split('\n'))
            .map((part, index) => (
              <span key={index}>{part}</span>
            ))}
        </span>
      ) : (
        <span className={typeof fact.value === 'number' ? `${css.value} ${css.figure}` : css.value}>
          {factLines(fact).join('')}
        </span>
      )}
    </>
  );
  return fact.editable ? (
    <button type="button" className={className} onClick={onOpen}>
      {inner}
      <Icon name="edit" size={16} />
    </button>
  ) : (
    <div className={className}>{inner}</div>
  );
}

function Tax({ profile }: { profile: Profile }) {
  const queries = useQueryClient();
  const problems = useProblems();
  const { granted, at, until, covers, due } = profile.taxAuthorization;
  const consented = granted || !!due;
  const decides = useMayConsent();
  const change = useMutation({
    mutationFn: (agreed: boolean) =>
      agreed
        ? api.post('/api/match/my/tax-authorization', {
            body: {
              agreed,
              purpose: '用于政策与贷款产品匹配',
            },
          })
        : api.delete('/api/match/my/tax-authorization'),
    onSuccess: () =>
      Promise.all(
        [PROFILE, ['consents'], ['card']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
    onError: (error) => problems(error),
  });
  const ask = async () => {
    const sure = await confirmed(
      consented
        ? {
            title: '收回涉税数据授权？',
            content: `收回后，相关条件按自行填报的数据判定，没有填报的变为“待补充”。${TAX_CONSENT.withdrawn}`,
            confirmText: '收回授权',
            cancelText: '保留授权',
            danger: true,
          }
        : {
            title: '授权查询涉税数据',
            content: `同意平台为政策与贷款产品匹配查询本企业的以下数据：${covers.join('、')}。${TAX_CONSENT.given}当前接入的是模拟数据源。`,
            confirmText: '同意授权',
          },
    );
    if (sure) await change.mutateAsync(!consented).catch(() => undefined);
  };
  return (
    <Section title="涉税数据授权（模拟数据源）">
      <p>
        {granted ? (
          <>
            <span className="zq-whole">已于 {dateText(at)} 授权</span>
            {until && (
              <>
                ，<span className="zq-whole">有效期至 {dateText(until)}</span>
              </>
            )}
            。{taxBroughtText(profile)}
          </>
        ) : due ? (
          taxDueText(due)
        ) : (
          `授权后查询 ${covers.length} 项涉税数据，数据源有的自动填入`
        )}
      </p>
      {decides ? (
        <Space wrap className={css.tax}>
          {due === 'FAILED' && (
            <Button size="small" loading={change.isPending} onClick={() => change.mutate(true)}>
              重新取得
            </Button>
          )}
          <Button size="small" loading={change.isPending} onClick={() => void ask()}>
            {consented ? '收回授权' : '去授权'}
          </Button>
        </Space>
      ) : (
        <p>{CONSENTS_OF_ADMINISTRATORS}</p>
      )}
    </Section>
  );
}
