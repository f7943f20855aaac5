import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, type PolicyDetail, type PolicyRef } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { useDeclarable } from '@/shared/declarations';
import { sizeText } from '@/shared/declarations/form';
import { FavouriteButton, ShareButton } from '@/shared/favourites';
import { Carried, DocumentText, NotTogether, PolicyNotices } from '@/shared/policies';
import { useRedeemable } from '@/shared/redemptions';
import { label } from '@/shared/i18n';
import {
  certaintyText,
  Deadline,
  Definition,
  figuresIn,
  Loaded,
  longDate,
  NO_BENEFIT,
  PolicyCertainty,
  Skeleton,
  Sources,
  StatusTag,
  Tag,
  usePageTitle,
  validityText,
  Words,
} from '@/shared/ui';
import { ActionBar, Body, LinkButton, Notice, Section } from '../../ui';
import { Criteria } from '../../ui/Criteria';
import css from './policies.module.css';

export default function PolicyPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  // An old link names the edition that it was about; without one it is the edition in force.
  const edition = /^[1-9]\d{0,5}$/.test(params.get('edition') ?? '')
    ? Number(params.get('edition'))
    : undefined;
  const query = useQuery({
    queryKey: ['policy', id, edition],
    queryFn: ({ signal }) =>
      edition
        ? api.get('/api/policy/policies/{idOrCode}/editions/{edition}', {
            path: { idOrCode: id, edition },
            signal,
          })
        : api.get('/api/policy/policies/{idOrCode}', { path: { idOrCode: id }, signal }),
  });
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={14} />}
      instead={<LinkButton to="/policies">看看其他政策</LinkButton>}
    >
      {(policy) => <Policy policy={policy} />}
    </Loaded>
  );
}

function Policy({ policy }: { policy: PolicyDetail }) {
  usePageTitle(policy.title);
  const { publishers } = useBrand();
  const outdated = policy.editions.some((one) => one.edition === policy.edition && !one.current);
  const declarable = useDeclarable(policy.id);
  const redeemable = useRedeemable(policy.id);
  // The bar has room for one of a kind; of several each has to say which it is.
  const several = declarable.length > 1 || redeemable.length > 1;
  const open = [
    ...declarable.map(({ id, title }) => ({ act: '立即申报', to: `/declarations/projects/${id}`, title })),
    ...redeemable.map(({ id, title }) => ({ act: '申请兑付', to: `/redemptions/projects/${id}`, title })),
  ];
  return (
    <>
      <Body>
        <PolicyNotices policy={policy} notice={Notice} />
        <Section>
          <h2 className={css.title}>
            <Words>{policy.title}</Words>
          </h2>
          {policy.docNumber && <p className={css.doc}>{policy.docNumber}</p>}
          <p className={css.tags}>
            <Tag tone="info">{label('policyLevel', policy.level)}</Tag>
            {outdated ? <Tag>旧版</Tag> : <StatusTag of="policyStatus" value={policy.status} />}
            {policy.status === 'EFFECTIVE' && !outdated && <Deadline day={policy.validTo} />}
            <PolicyCertainty head of={policy} />
          </p>
          <p className={css.keep}>
            <FavouriteButton of="policy" id={policy.id} />
            <ShareButton title={policy.title} text={policy.benefit ?? policy.summary} />
          </p>
          {policy.benefit ? (
            <p className={css.benefit}>{figuresIn(policy.benefit)}</p>
          ) : (
            <p className="zq-no-benefit">{NO_BENEFIT}</p>
          )}
        </Section>
        {several && (
          <Section title="可以办理的项目">
            <ul className={css.clauses}>
              {open.map(({ act, to, title }) => (
                <li key={to}>
                  <Link to={to}>
                    {act}：{title}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title="基本信息">
          <Definition
            columns={1}
            items={[
              { label: '发文机关', value: policy.issuer },
              { label: '发布日期', value: longDate(policy.publishDate) },
              ...(policy.effectiveFrom ? [{ label: '施行日期', value: longDate(policy.effectiveFrom) }] : []),
              { label: '有效期至', value: validityText(policy) },
            ]}
          />
        </Section>
        <Section title="申报条件">
          {policy.criteria.length > 0 ? (
            <>
              <Criteria criteria={policy.criteria} />
              <Carried
                of={policy.carried}
                list={(criteria) => <Criteria criteria={criteria} />}
                link={quotedLink}
              />
            </>
          ) : (
            <p>本文件没有录入可逐条对照的申报条件，不参与企业匹配，请查看文件原文。</p>
          )}
        </Section>
        {policy.exclusions.length > 0 && (
          <Section title="不能同时享受的政策">
            <NotTogether of={policy.exclusions} className={css.clauses} link={quotedLink} />
          </Section>
        )}
        <Section title="政策解读">
          <p>{figuresIn(policy.summary)}</p>
        </Section>
        {policy.text && (
          <Section title="文件原文">
            <DocumentText text={policy.text} />
          </Section>
        )}
        {policy.relations.length > 0 && (
          <Section title="相关文件">
            <ul className={css.clauses}>
              {policy.relations.map(({ kind, stated, words, policy: other }) => (
                <li key={`${kind} ${stated} ${other.code}`}>
                  {words}：<Link to={`/policies/${other.code}`}>《{other.title}》</Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {policy.attachments.length > 0 && (
          <Section title="附件">
            <ul className={css.clauses}>
              {policy.attachments.map((file) => (
                <li key={file.id}>
                  <a href={file.url} target="_blank" rel="noreferrer" style={UNDERLINED}>
                    {file.name}
                  </a>
                  （{sizeText(file.size)}）
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title="来源与可信度">
          <Definition
            columns={1}
            items={[
              {
                label: '来源',
                value: policy.source && (
                  <Sources owner="发文机关" text={policy.source} told={policy.verified} />
                ),
              },
              { label: '核对情况', value: certaintyText(policy, publishers) },
            ]}
          />
        </Section>
      </Body>
      <ActionBar>
        {/* What has no conditions is not among what is matched: a button would lead nowhere. */}
        {policy.criteria.length > 0 && (
          <LinkButton look={several || open.length ? 'plain' : 'main'} to={`/match?open=${policy.code}`}>
            匹配本企业
          </LinkButton>
        )}
        {!several &&
          // What can be declared for is the main thing, and the main thing stands last.
          [...open].reverse().map(({ act, to, title }) => (
            <LinkButton key={to} look={to === open[0]!.to ? 'main' : 'plain'} to={to} title={title}>
              {act}
              <span className="zq-hidden">：{title}</span>
            </LinkButton>
          ))}
      </ActionBar>
    </>
  );
}

/** Within a line of text its colour alone would not tell that it is a link. */
const UNDERLINED = { textDecoration: 'underline' };

const quotedLink = ({ code }: PolicyRef, text: string) => (
  <Link style={UNDERLINED} to={`/policies/${code}`}>
    {text}
  </Link>
);
