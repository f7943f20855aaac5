import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { api, type PolicyDetail, type PolicyRef } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { DeclareLink, useDeclarable } from '@/shared/declarations';
import { sizeText } from '@/shared/declarations/form';
import { FavouriteButton, ShareButton } from '@/shared/favourites';
import { label } from '@/shared/i18n';
import { groupLabel, groupOf, tally, useMatchResult } from '@/shared/match';
import { Carried, DocumentText, NotTogether, PolicyNotices } from '@/shared/policies';
import { RedeemLink, useRedeemable } from '@/shared/redemptions';
import {
  certaintyText,
  Definition,
  figuresIn,
  Icon,
  Loaded,
  longDate,
  NO_BENEFIT,
  Skeleton,
  sourceKind,
  Sources,
  usePageTitle,
  validityText,
  Words,
} from '@/shared/ui';
import { docNumberText } from '@/shared/ui/sources';
import { ButtonAnchor, buttonClass, ButtonLink, Notice, PageHead, Wrap } from '../../ui';
import { Criteria } from '../../ui/Criteria';
import { Article, Block, Notices } from '../../ui/Article';
import { PolicyTags } from './PolicyCard';
import css from './PolicyPage.module.css';

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
      page
      query={query}
      instead={
        <ButtonLink look="outline" to="/policies">
          全部惠企政策
        </ButtonLink>
      }
      skeleton={
        <Wrap>
          <Skeleton lines={12} />
        </Wrap>
      }
    >
      {(policy) => <Detail policy={policy} />}
    </Loaded>
  );
}

function Detail({ policy }: { policy: PolicyDetail }) {
  const { publishers } = useBrand();
  usePageTitle(policy.title);
  const older = policy.supersedes;
  const outdated = policy.editions.some((one) => one.edition === policy.edition && !one.current);
  const declarable = useDeclarable(policy.id);
  const redeemable = useRedeemable(policy.id);
  // What can be handed in now is the main thing; without it, whether it is worth waiting for.
  const open = declarable.length > 0 || redeemable.length > 0;
  // Of several each has to say which it is: that is a list.
  const several = declarable.length > 1 || redeemable.length > 1;
  const projects = (
    <>
      <DeclareLink policyId={policy.id} className={buttonClass('main')} />
      <RedeemLink policyId={policy.id} className={buttonClass(declarable.length ? 'primary' : 'main')} />
    </>
  );
  const original = policy.sourceUrl && sourceKind(policy.source, policy.sourceUrl, publishers);
  return (
    <>
      <PageHead
        title={<Words>{policy.title}</Words>}
        last="政策详情"
        intro={<PolicyTags policy={policy} outdated={outdated} />}
      />
      <Wrap>
        <Article
          main={
            <>
              {!several && projects}
              {/* What has no conditions is not among what is matched: a button would lead nowhere. */}
              {policy.criteria.length > 0 && (
                <ButtonLink look={open ? 'outline' : 'main'} to={`/match?open=${policy.code}`}>
                  <Icon name="match" /> 匹配本企业
                </ButtonLink>
              )}
            </>
          }
          keep={
            <>
              <FavouriteButton of="policy" id={policy.id} className={buttonClass('outline', true)} />
              <ShareButton
                title={policy.title}
                text={policy.benefit ?? policy.summary}
                className={buttonClass('outline', true)}
              />
            </>
          }
          aside={
            <>
              {policy.sourceUrl && original !== 'copy' && (
                <ButtonAnchor look="outline" href={policy.sourceUrl} target="_blank" rel="noreferrer">
                  {original && label('sourceLink', original)}{' '}
                  <Icon name="external" size={18} title="在新窗口打开" />
                </ButtonAnchor>
              )}
              <p>
                {policy.criteria.length > 0 &&
                  '匹配会逐条对照本政策的条件，并说明贵企业满足了哪些、差在哪里。'}
                {policy.dept && <>业务咨询请联系{ofDistrict(policy.dept)}。</>}
              </p>
            </>
          }
        >
          <Notices>
            {!outdated && <Matched code={policy.code} />}
            <PolicyNotices policy={policy} notice={Notice} />
            {!policy.verified && (
              <Notice tone="wait">条款未与公开发布的文本逐字核对，请以发文机关公布的文本为准。</Notice>
            )}
          </Notices>
          {several && (
            <Block title="可以办理的项目">
              <div className={css.projects}>{projects}</div>
            </Block>
          )}
          {policy.benefit ? (
            <Block title="优惠内容">
              <p className="zq-benefit">{figuresIn(policy.benefit)}</p>
            </Block>
          ) : (
            <p className="zq-no-benefit">{NO_BENEFIT}</p>
          )}
          <Block title="基本信息">
            <Definition
              items={[
                { label: '文号', value: docNumberText(policy.docNumber) },
                { label: '级别', value: label('policyLevel', policy.level) },
                { label: '发文机关', value: policy.issuer, wide: policy.issuer.length > 16 },
                { label: '类别', value: label('policyCategory', policy.category) },
                { label: '发布日期', value: longDate(policy.publishDate) },
                ...(policy.effectiveFrom
                  ? [{ label: '施行日期', value: longDate(policy.effectiveFrom) }]
                  : []),
                {
                  label: '有效期至',
                  value: validityText(policy),
                },
                ...(policy.dept ? [{ label: '区级主管', value: policy.dept }] : []),
              ]}
            />
          </Block>
          <Block title="申报条件" id="criteria">
            {policy.criteria.length ? (
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
          </Block>
          {policy.exclusions.length > 0 && (
            <Block title="不能同时享受的政策">
              <NotTogether of={policy.exclusions} link={quotedLink} />
            </Block>
          )}
          <Block title="政策解读">
            <p>{figuresIn(policy.summary)}</p>
          </Block>
          {policy.text && (
            <Block title="文件原文">
              <DocumentText text={policy.text} />
            </Block>
          )}
          {(older.length > 0 || policy.editions.length > 1) && (
            <Block title="版本沿革">
              <ul>
                {older.map((one) => (
                  <li key={one.id}>
                    替代：《
                    <RefLink policy={one} />》 {one.docNumber}
                  </li>
                ))}
                {policy.editions.length > 1 &&
                  policy.editions.map((one) => (
                    <li key={one.edition}>
                      {one.edition === policy.edition ? (
                        `第 ${one.edition} 版`
                      ) : (
                        <Link
                          style={UNDERLINED}
                          to={
                            one.current
                              ? `/policies/${policy.code}`
                              : `/policies/${policy.code}?edition=${one.edition}`
                          }
                        >
                          第 {one.edition} 版
                        </Link>
                      )}
                      （{one.publishDate}）：{one.title} {one.docNumber}
                      {one.current && '（现行）'}
                    </li>
                  ))}
              </ul>
            </Block>
          )}
          {policy.relations.length > 0 && (
            <Block title="相关文件">
              <ul>
                {policy.relations.map(({ kind, stated, words, policy: other }) => (
                  <li key={`${kind} ${stated} ${other.code}`}>
                    {words}：《
                    <RefLink policy={other} />》 {other.docNumber}
                  </li>
                ))}
              </ul>
            </Block>
          )}
          {policy.attachments.length > 0 && (
            <Block title="附件">
              <ul>
                {policy.attachments.map((file) => (
                  <li key={file.url}>
                    <a href={file.url} target="_blank" rel="noreferrer" style={UNDERLINED}>
                      <Icon name="file" size={18} /> {file.name}
                    </a>{' '}
                    （{sizeText(file.size)}）
                  </li>
                ))}
              </ul>
            </Block>
          )}
          <Block title="来源与可信度">
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
          </Block>
        </Article>
      </Wrap>
    </>
  );
}

/** How the latest match came out for this policy, where it is at hand already: it is too large to be fetched for one line. */
function Matched({ code }: { code: string }) {
  const match = useMatchResult(undefined, false).data?.policies.find((one) => one.code === code);
  if (!match) return null;
  const { published, met } = tally(match);
  return (
    <Notice tone="info">
      最近一次匹配：{groupLabel(groupOf(match), false)}
      {published > 0 && `，满足 ${met}/${published} 项`}。<Link to={`/match?open=${code}`}>查看匹配结果</Link>
    </Notice>
  );
}

/** Departments are entered with and without saying that they are the district's. */
const ofDistrict = (department: string) => (department.includes('区') ? department : `区${department}`);

/** Within a line of text its colour alone would not tell that it is a link. */
const UNDERLINED = { textDecoration: 'underline' };

const quotedLink = ({ code }: PolicyRef, text: string) => (
  <Link style={UNDERLINED} to={`/policies/${code}`}>
    <Words>{text}</Words>
  </Link>
);

function RefLink({ policy }: { policy: PolicyRef }) {
  return (
    <Link style={UNDERLINED} to={`/policies/${policy.code}`}>
      <Words>{policy.title}</Words>
    </Link>
  );
}
