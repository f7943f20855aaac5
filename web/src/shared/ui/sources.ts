import { label } from '../i18n';
import { longDate } from './format';
import type { Certain } from './StatusTag';

/** Who speaks there: the government itself, another authority than the issuing one, the press, or a page that copied it. */
type SourceKind = 'official' | 'local' | 'press' | 'copy';

interface Source {
  url?: string;
  /** Publisher, or the host of the address where the publisher is not known. */
  site?: string;
  kind?: SourceKind;
  remark: string;
}

/** Only publishers that are known for sure: an unknown one is named by its host and called a copy. */
const publishers: Record<string, string> = {
  'gov.cn': '中国政府网',
  'smx.gov.cn': '三门峡市人民政府',
  'stheadline.com': '星岛头条',
};

const press = ['stheadline.com'];

/**
 * Takes a source's text apart: addresses become links, what stands beside them becomes a remark in full-width signs.
 * `known` are the publishers that the district names besides: authorities by their gov.cn, and its press.
 */
export function sourcesIn(text: string, known: Record<string, string> = {}): Source[] {
  return text
    .split(/\s+[;；]\s+/)
    .filter(Boolean)
    .map((part) => {
      const url = /https?:\/\/[^\s（()）]+/.exec(part)?.[0];
      const told = fullWidth(part.replace(url ?? '', '').trim());
      const remark = url ? told.replace(/^（(.*)）$/, '$1') : told;
      const host = url && siteOf(url);
      return {
        url,
        site: host && (publishers[host] ?? known[host] ?? host),
        kind: host ? kindOf(host, remark, known) : undefined,
        remark,
      };
    });
}

/** What a source's remark says beside its publisher and kind: nothing where it only repeats them. */
export function remarkOf({ site, kind, remark }: Source): string {
  const said = [site, kind && label('sourceKind', kind)];
  return remark
    .split('，')
    .filter((part) => !said.includes(part.replace(/\d{4}([-年]\d{1,2}){0,2}[年月日]?$/, '')))
    .join('，');
}

function kindOf(host: string, remark: string, known: Record<string, string>): SourceKind {
  if (/(^|\.)gov\.cn$/.test(host)) return remark.includes('地方') ? 'local' : 'official';
  // A remark that names an agency says whose text it was, not whose page it is.
  return press.includes(host) || host in known ? 'press' : 'copy';
}

/**
 * What the public is shown of a text's sources. A page that copied is counted and not led to: nobody knows who owns it tomorrow,
 * and a visitor of a public service would take it for part of it.
 */
export function publicSources(
  text: string,
  known: Record<string, string> = {},
): { told: Source[]; copies: number } {
  const sources = sourcesIn(text, known);
  const told = sources.filter((one) => one.kind !== 'copy');
  return { told, copies: sources.length - told.length };
}

/** What a link to that address leads to, among the sources of a text. */
export function sourceKind(text: string, url: string, known: Record<string, string> = {}): SourceKind {
  return sourcesIn(text, known).find((one) => one.url === url)?.kind ?? kindOf(siteOf(url), '', known);
}

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
}

function fullWidth(text: string): string {
  const signs: Record<string, string> = { '(': '（', ')': '）', ',': '，', ';': '；', ':': '：' };
  return text.replace(/[(),;:]/g, (sign) => signs[sign]!);
}

/** Said in place of the benefit where none was entered: that the document gives none nobody has said. */
export const NO_BENEFIT = '未列出优惠，以原文为准';

/** A number that is not known yet, beside the word 文号: it need not say that word again. */
export const docNumberText = (docNumber: string | undefined) => docNumber?.replace(/^文号(?=待核实)/, '');

/** Until when a policy is in force, with what is to be known of that. */
export const validityText = ({ validTo, validityNote }: { validTo?: string; validityNote?: string }) =>
  [validTo && longDate(validTo), validityNote].filter(Boolean).join('，') || '未载明';

/**
 * How far a policy was checked, in the words of its tags: "条款待核实（文号已核对，参数待核实），条件参数待核实". What was read on pages that copied
 * it alone was checked with these, and not with who issued it.
 */
export function certaintyText(
  policy: Certain & { confidence: string; source?: string },
  known: Record<string, string> = {},
): string {
  const parts = [...policy.confidence.matchAll(/([a-z-]+)\(([^)]*)\)/g)].map(
    ([, grade, what]) => what + label('confidence', grade === 'high' ? 'high' : 'low'),
  );
  const { told, copies } = publicSources(policy.source ?? '', known);
  const copied = copies > 0 && !told.some(({ kind }) => kind === 'official' || kind === 'local');
  const text = !policy.verified
    ? label('common', 'textUnverified')
    : copied
      ? '条款已与转载文本核对，未与发文机关核对'
      : '条款已核对';
  const criteria = policy.criteriaVerified ? undefined : label('common', 'criteriaUnverified');
  return [text + (parts.length ? `（${parts.join('，')}）` : ''), criteria].filter(Boolean).join('，');
}
