import { Link } from 'react-router';
import { SectionNav } from '@/shared/ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';
import javaVerifier from '../../../../../docs/openapi/WebhookVerifier.java?url&no-inline';
import javaClient from '../../../../../docs/openapi/ZhengqiClient.java?url&no-inline';
import sm2Signer from '../../../../../docs/openapi/Sm2Signer.java?url&no-inline';
import pythonVerifier from '../../../../../docs/openapi/webhook_verifier.py?url&no-inline';
import pythonClient from '../../../../../docs/openapi/zhengqi_client.py?url&no-inline';
import { example } from './example';
import { IN_FORCE } from './inForce';
import css from './openapi.module.css';

const INTERFACES = [
  {
    route: 'POST /openapi/v1/codes/verify',
    scope: 'code.verify',
    text: '核验企业码是否有效、属于哪家企业；不消耗动态码',
  },
  {
    route: 'POST /openapi/v1/cards',
    scope: 'card.read',
    text: '凭企业当场出示的动态码读取企业名片，以企业授权为限，记入企业的查看记录',
  },
  { route: 'GET /openapi/v1/policies（/{idOrCode}）', scope: 'policies.read', text: '已发布的政策' },
  {
    route: 'POST /openapi/v1/matches',
    scope: 'match.read',
    text: '凭企业出示的动态码，或已授权企业的统一社会信用代码，读取匹配的政策和贷款产品；以企业在数据授权中的同意为限',
  },
  {
    route: 'GET /openapi/v1/applications?since=（/{id}、/{id}/enterprise、/{id}/files/{fileId}）',
    scope: 'applications.handle',
    text: '银行收件箱：融资申请列表（按变更时间先后）、详情、申请企业的登记信息（以企业授权为限）、企业随申请提交的文件',
  },
  {
    route: 'POST /openapi/v1/applications/{id}/accept、ask-material、approve、refuse、disbursements、settle',
    scope: 'applications.handle',
    text: '受理、要求补充材料、批准、不通过（原因见 GET /openapi/v1/refusal-reasons）、登记放款（可带放款流水号 reference，同一申请不重复）、结清；每个请求带 Idempotency-Key',
  },
  { route: 'GET /openapi/v1/loans（/{idOrCode}）', scope: 'loans.read', text: '在售的贷款产品' },
];

const FAILURES = [
  { status: 400, codes: 'VALIDATION_FAILED', text: '按 detail 和 errors 中每一项的说明改正参数' },
  { status: 401, codes: 'SIGNATURE_REQUIRED、SIGNATURE_INVALID、DIGEST_INVALID', text: '按上面的步骤检查签名；刚更换密钥的，5 秒后再试' },
  { status: 401, codes: 'SIGNATURE_EXPIRED', text: '校准时钟，重新签名' },
  { status: 401, codes: 'KEY_UNKNOWN、KEY_REVOKED、KEY_EXPIRED', text: '检查密钥编号，或重新申请' },
  { status: 403, codes: 'ADDRESS_NOT_ALLOWED、FORBIDDEN', text: '从登记的地址调用；只调用已批准的接口' },
  {
    status: 403,
    codes: 'CONSENT_REQUIRED、CONSENT_NOT_GIVEN、CONSENT_WITHDRAWN、CONSENT_EXPIRED',
    text: '企业还没有同意，已收回同意，或授权已到期：请企业在“数据授权”中同意后再读取；收回或到期后请删除留存的数据',
  },
  { status: 403, codes: 'SANDBOX_DEMO_ONLY', text: '沙箱密钥只能读取演示企业' },
  { status: 409, codes: 'VERSION_CONFLICT、STATE_CONFLICT', text: '事项已有变化：重新读取后再办理' },
  { status: 409, codes: 'DISBURSEMENT_RECORDED', text: '这一流水号的放款已登记：核对后不必再发' },
  {
    status: 409,
    codes: 'CODE_USED',
    text: '动态码只能读取一次：请企业刷新后重新出示（已过期的是 410 CODE_EXPIRED）',
  },
  { status: 409, codes: 'REQUEST_REPLAYED', text: '换新的 nonce 重新签名' },
  { status: 413, codes: 'PAYLOAD_TOO_LARGE', text: '请求内容最多 64 KB' },
  { status: 422, codes: 'IDEMPOTENCY_KEY_REUSED', text: '同一个 Idempotency-Key 用于了另外的内容：换新的' },
  { status: 428, codes: 'IDEMPOTENCY_KEY_REQUIRED', text: '办理类请求要带 Idempotency-Key（8 至 128 个字符，每件事项一个）' },
  { status: 429, codes: 'QUOTA_EXCEEDED', text: '等 Retry-After 秒；剩余次数见 RateLimit 头' },
  { status: 429, codes: 'TOO_MANY_REQUESTS', text: '此地址未通过验签的请求过多：检查密钥和签名，等 Retry-After 秒' },
  {
    status: 499,
    codes: 'CALLER_GONE',
    text: '只见于调用记录：应答前连接已断开，事项可能已办理。用同一个 Idempotency-Key、新的 nonce 重试即可得知结果',
  },
  { status: 503, codes: 'SERVICE_UNAVAILABLE', text: '稍后换新的 nonce 重试' },
];

const EVENTS = [
  {
    type: 'application.submitted、application.supplied、application.withdrawn、application.decided',
    data: 'applicationId、number、status：本机构和下级机构、本网点办理的融资申请（收到、企业已补充材料、企业撤回、有审批结果）',
  },
  { type: 'consent.withdrawn', data: 'enterpriseId、category：企业收回对本单位的授权，企业码注销时也是' },
  { type: 'code.revoked', data: 'enterpriseId、number（原编号）、cause：FROZEN 冻结、REISSUED 换发、REVOKED 注销' },
  { type: 'api_key.expiring', data: 'keyId、expiresAt：到期前 14 天' },
  { type: 'webhook.test', data: '测试按钮' },
];

const CLIENTS = [
  { name: 'ZhengqiClient.java', url: javaClient, text: 'Java 17 以上，java ZhengqiClient.java 直接运行' },
  { name: 'zhengqi_client.py', url: pythonClient, text: 'Python 3' },
  { name: 'WebhookVerifier.java', url: javaVerifier, text: '验证事件回调的签名（Java）' },
  { name: 'webhook_verifier.py', url: pythonVerifier, text: '验证事件回调的签名（Python）' },
  { name: 'Sm2Signer.java', url: sm2Signer, text: '用 SM2 签名（Java，Bouncy Castle）' },
];

const PARTS = [
  { id: 'routes', title: '接口' },
  { id: 'signing', title: '如何签名' },
  { id: 'example', title: '签名示例' },
  { id: 'sm2', title: '用 SM2 签名' },
  { id: 'sandbox', title: '沙箱' },
  { id: 'webhooks', title: '事件回调' },
  { id: 'events', title: '事件类型' },
  { id: 'clients', title: '客户端示例' },
  { id: 'errors', title: '错误码' },
];

/** 开发者指南: how another system signs its requests, with an example that anybody can work through. */
export default function GuidePage() {
  return (
    <>
      <CenterHead
        title="开发者指南"
        intro={
          <>
            第三方系统用密钥签名调用平台的接口。密钥在 <Link to="/center/openapi">开放接口</Link> 申请和领取。
          </>
        }
      />
      <Stack>
        <SectionNav label="本页内容" parts={PARTS} />
        <Panel id="routes" title="接口">
          <dl className={css.entries}>
            {INTERFACES.map(({ route, scope, text }) => (
              <div key={route}>
                <dt>
                  <code>{route}</code>
                </dt>
                <dd>
                  {text}（权限 <code>{scope}</code>）
                </dd>
              </div>
            ))}
          </dl>
          <p>
            参数与返回：<a href="/openapi/open-interface.json">接口说明文件</a>（OpenAPI 3.1，可导入常用的接口工具）。
          </p>
        </Panel>
        <Panel id="signing" title="如何签名">
          <ol className={css.steps}>
            <li>
              按 RFC 9421（HTTP Message Signatures）签名，算法 hmac-sha256；密钥是所领取密钥 Base64 解码后的 32 字节。
            </li>
            <li>有请求内容时，加 Content-Digest：内容 SHA-256 的 Base64（RFC 9530）。</li>
            <li>
              签名包含 @method、@authority、@path、@query（或 @target-uri 代替后三项）；有内容时加
              content-digest。没有查询串时 @query 的值是 “?”。
            </li>
            <li>
              签名参数：created（秒，与平台时间相差不超过 5 分钟）、nonce（16 至 64
              位字母、数字、-、_，每个请求不同）、keyid、alg。
            </li>
            <li>
              每个组成部分一行，最后一行是 @signature-params，行间一个换行，末尾没有换行；对其作 HMAC-SHA256。
            </li>
          </ol>
          <p>
            {IN_FORCE}在此之前用它签名返回 401 SIGNATURE_INVALID，稍候再用，或先用保留的旧密钥。最多保留一个旧密钥：再次更换时，上次保留的随即失效；事件回调的密钥也是。
          </p>
        </Panel>
        <Panel id="example" title="签名示例">
          <p>
            密钥编号 <code>{example.keyId}</code>，密钥 <code>{example.secret}</code>，请求：
          </p>
          <pre className={css.code}>{example.request}</pre>
          <p>被签名的文本：</p>
          <pre className={css.code}>{example.base}</pre>
          <p>添加的请求头：</p>
          <pre className={css.code}>{example.headers}</pre>
        </Panel>
        <Panel id="sm2" title="用 SM2 签名">
          <p>
            也可以用国密算法：alg 为 sm2-sm3，SM2（GB/T 32918.2）和 SM3，用户标识 1234567812345678，签名值是 r ‖ s（各 32
            字节）。申请或更换密钥时提交公钥，私钥不离开您的系统。Content-Digest 可以用 sm3 代替 sha-256。
          </p>
        </Panel>
        <Panel id="sandbox" title="沙箱">
          <p>沙箱密钥用于开发和联调：企业码、名片、匹配和融资申请只有演示企业的数据，其他企业的码回答 SANDBOX_DEMO_ONLY；事件回调只发送演示企业的事件、测试事件和密钥到期提醒。</p>
        </Panel>
        <Panel id="webhooks" title="事件回调">
          <ol className={css.steps}>
            <li>在密钥的“事件回调”中设置接收地址并选择事件，平台按 Standard Webhooks 发送 POST 请求。</li>
            <li>
              验证：对 “webhook-id.webhook-timestamp.内容” 作 HMAC-SHA256，密钥是 whsec_ 之后部分的 Base64
              解码；webhook-signature 中以空格分隔的 v1,Base64 有一个相同即可。
            </li>
            <li>检查 webhook-timestamp 与当前时间相差不超过 5 分钟；同一 webhook-id 可能收到多次，只处理一次。</li>
            <li>15 秒内回答 2xx 即送达；否则在一天内重试，间隔逐次增加。回答 410 后停用并通知管理人员，检查接收程序后可以启用。</li>
          </ol>
        </Panel>
        <Panel id="events" title="事件类型">
          <dl className={css.entries}>
            {EVENTS.map(({ type, data }) => (
              <div key={type}>
                <dt>
                  <code>{type}</code>
                </dt>
                <dd>{data}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel id="clients" title="客户端示例">
          <p>不用任何库，可直接运行或抄进自己的系统；平台的测试用它们调用每个接口。</p>
          <dl className={css.entries}>
            {CLIENTS.map(({ name, url, text }) => (
              <div key={name}>
                <dt>
                  <a href={url} download={name}>
                    {name}
                  </a>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <Panel id="errors" title="错误码">
          <p>出错时返回 application/problem+json：code 不会变更，detail 可直接展示给用户。</p>
          <dl className={css.entries}>
            {FAILURES.map(({ codes, status, text }) => (
              <div key={codes}>
                <dt>
                  {status} <code>{codes}</code>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </Stack>
    </>
  );
}
