import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button as AntButton, Checkbox, Modal, Space, Switch } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, type Fact, type Profile } from '@/shared/api';
import { CONSENTS_OF_ADMINISTRATORS, TAX_CONSENT, useMayConsent } from '@/shared/consents';
import { label } from '@/shared/i18n';
import {
  canBeFilled,
  factLines,
  formulaText,
  isMissing,
  PROFILE,
  profileParts,
  taxBroughtText,
  taxDueText,
  useProfile,
  type ProfilePart,
} from '@/shared/match';
import { OwnTags } from '@/shared/match/OwnTags';
import { dateText, dateTimeText, Icon, Loaded, SectionNav, Skeleton, Tag, type Tone } from '@/shared/ui';
import { useProblems } from '@/shared/ui/antd';
import { ButtonLink, Notice } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import css from './ProfilePage.module.css';

const sourceTones: Record<string, Tone> = {
  REGISTER: 'info',
  SELF: 'quiet',
  TAX: 'good',
  DEMO: 'quiet',
  DERIVED: 'quiet',
};

export default function ProfilePage() {
  const query = useProfile();
  return (
    <>
      <CenterHead
        title="企业画像"
        intro="匹配政策与贷款产品所用的数据，逐项注明来源和日期"
        actions={
          <>
            <ButtonLink look="outline" small to="/match">
              智能匹配
            </ButtonLink>
            <ButtonLink look="main" small to="/center/profile/edit">
              填写与更新
            </ButtonLink>
          </>
        }
      />
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {(profile) => <Parts profile={profile} />}
      </Loaded>
    </>
  );
}

function Parts({ profile }: { profile: Profile }) {
  const [params, setParams] = useSearchParams();
  const onlyMissing = params.get('only') === 'missing';
  const parts = profileParts(profile, onlyMissing);
  const facts = profile.groups.flatMap((group) => group.facts);
  return (
    <Stack>
      <Panel>
        <Completeness
          profile={profile}
          onlyMissing={onlyMissing}
          onOnlyMissing={(next) => setParams(next ? { only: 'missing' } : {}, { replace: true })}
        />
      </Panel>
      <Panel title="企业标签">
        <OwnTags />
      </Panel>
      <Tax profile={profile} />
      {parts.length > 1 && (
        <SectionNav
          label="画像栏目"
          parts={parts.map((part) => ({
            id: part.id,
            title: (
              <>
                {part.name}
                {part.missing > 0 && (
                  <small className="zq-num">
                    {part.missing}
                    <span className="zq-hidden">项未填写</span>
                  </small>
                )}
              </>
            ),
          }))}
        />
      )}
      {parts.map((part) => (
        <Part key={part.id} part={part} facts={facts} />
      ))}
    </Stack>
  );
}

function Part({ part, facts }: { part: ProfilePart; facts: Fact[] }) {
  const rows = (
    <ul className={css.facts}>
      {part.facts.map((fact) => (
        <FactRow key={fact.name} fact={fact} facts={facts} />
      ))}
    </ul>
  );
  if (!part.calculated) {
    return (
      <Panel id={part.id} title={part.name} flush>
        {rows}
      </Panel>
    );
  }
  return (
    <Panel id={part.id} flush>
      <details className={css.folded}>
        <summary>
          <h2>{part.name}</h2>
          <span>由以上数据算出的 {part.facts.length} 项，无需填写</span>
          <Icon name="down" size={18} />
        </summary>
        {rows}
      </details>
    </Panel>
  );
}

function Completeness({
  profile,
  onlyMissing,
  onOnlyMissing,
}: {
  profile: Profile;
  onlyMissing: boolean;
  onOnlyMissing: (next: boolean) => void;
}) {
  const missing = profile.groups.flatMap((group) => group.facts).filter(canBeFilled).length;
  return (
    <div className={css.completeness}>
      <p>
        <span>数据完整度</span>
        <b className="zq-num">{Math.round(profile.completeness)}%</b>
        <span className={css.bar} aria-hidden="true">
          <span style={{ width: `${profile.completeness}%` }} />
        </span>
      </p>
      <p>
        {profile.size && <>企业规模：{label('enterpriseSize', profile.size)}（按国家统计局划型标准测算）。</>}
        {missing > 0 ? `还有 ${missing} 项可以填写。` : '可填写的数据都已齐全。'}
      </p>
      {(missing > 0 || onlyMissing) && (
        <p className={`${css.only} zq-no-print`}>
          <Switch id="only-missing" checked={onlyMissing} onChange={onOnlyMissing} />
          <label htmlFor="only-missing">只看未填写</label>
        </p>
      )}
    </div>
  );
}

function FactRow({ fact, facts }: { fact: Fact; facts: Fact[] }) {
  const missing = isMissing(fact);
  // What a figure is, is asked for where it is missing; how it came about, where it was calculated.
  const note = fact.formula ? formulaText(fact.formula, facts) : missing && fact.hint;
  return (
    <li id={fact.name}>
      <span className={css.name}>
        {fact.label}
        {note && <small>{note}</small>}
      </span>
      <span className={missing ? css.missing : css.value}>
        {missing ? (
          fact.editable ? (
            <Link to={`/center/profile/edit?fact=${fact.name}`} aria-label={`${fact.label}未填写，去填写`}>
              未填写<span className="zq-no-print">，去填写</span>
            </Link>
          ) : (
            '暂无数据'
          )
        ) : (
          factLines(fact).map((line) => <span key={line}>{line}</span>)
        )}
      </span>
      <span className={css.source}>
        {fact.source && <Tag tone={sourceTones[fact.source]}>{label('factSource', fact.source)}</Tag>}
        {fact.asOf && <time dateTime={fact.asOf}>{dateText(fact.asOf)}</time>}
      </span>
    </li>
  );
}

function Tax({ profile }: { profile: Profile }) {
  const { taxAuthorization: tax } = profile;
  const decides = useMayConsent();
  const [open, setOpen] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const queries = useQueryClient();
  const problems = useProblems();
  const { message, modal } = App.useApp();
  const settle = (next: Profile, text: string) => {
    queries.setQueryData(PROFILE, next);
    void queries.invalidateQueries({ queryKey: ['consents'] });
    void message.success(text);
    setOpen(false);
    setAgreed(false);
  };
  const grant = useMutation({
    mutationFn: () =>
      api.post('/api/match/my/tax-authorization', { body: { agreed: true, purpose: '政策与贷款产品匹配' } }),
    onSuccess: (next) => settle(next, '已授权，涉税数据已更新'),
    onError: (error) => problems(error),
  });
  const withdraw = useMutation({
    mutationFn: () => api.delete('/api/match/my/tax-authorization'),
    onSuccess: (next) => settle(next, '已收回授权'),
    onError: (error) => problems(error),
  });

  return (
    <Panel
      title="涉税数据授权（模拟数据源）"
      more={
        !decides ? undefined : tax.granted || tax.due ? (
          <Space wrap className="zq-no-print">
            {tax.due === 'FAILED' && (
              <AntButton loading={grant.isPending} onClick={() => grant.mutate()}>
                重新取得
              </AntButton>
            )}
            <AntButton
              onClick={() =>
                modal.confirm({
                  title: '收回涉税数据授权？',
                  content: `收回后，相关条件按自行填报的数据判定，没有填报的变为“待补充”。${TAX_CONSENT.withdrawn}`,
                  okText: '收回授权',
                  okButtonProps: { danger: true },
                  cancelText: '保留授权',
                  onOk: () => withdraw.mutateAsync().catch(() => undefined),
                })
              }
            >
              收回授权
            </AntButton>
          </Space>
        ) : (
          <AntButton className="zq-no-print" onClick={() => setOpen(true)}>
            去授权
          </AntButton>
        )
      }
    >
      {tax.granted ? (
        <p>
          已于 <span className="zq-whole">{dateTimeText(tax.at)}</span> 授权
          {tax.until && (
            <>
              ，<span className="zq-whole">有效期至 {dateText(tax.until)}</span>
            </>
          )}
          。{taxBroughtText(profile)}涉税数据由模拟数据源提供，用于演示。
        </p>
      ) : tax.due ? (
        <p role="status">{taxDueText(tax.due)}</p>
      ) : (
        <p>
          授权后查询 {tax.covers.length} 项涉税数据，数据源有的自动填入。
          {decides ? '可随时收回。' : CONSENTS_OF_ADMINISTRATORS}
        </p>
      )}
      <Modal
        open={open}
        title="涉税数据授权"
        okText="同意并授权"
        cancelText="取消"
        okButtonProps={{ disabled: !agreed }}
        confirmLoading={grant.isPending}
        onOk={() => grant.mutate()}
        onCancel={() => setOpen(false)}
      >
        <ul className={css.terms}>
          <li>取得内容：{tax.covers.join('、')}。</li>
          <li>使用目的：政策与贷款产品匹配，不作他用。</li>
          <li>有效期限：一年，可随时在本页收回。</li>
          <li>{TAX_CONSENT.given}</li>
        </ul>
        <Notice tone="wait">当前接入的是模拟数据源，返回的是演示数据。</Notice>
        <Checkbox
          checked={agreed}
          onChange={(event) => setAgreed(event.target.checked)}
          style={{ marginTop: 16 }}
        >
          我代表{profile.enterpriseName}同意以上授权
        </Checkbox>
      </Modal>
    </Panel>
  );
}
