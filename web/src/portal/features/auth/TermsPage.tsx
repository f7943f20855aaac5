import { useBrand } from '@/shared/brand';
import { SCANNERS } from '@/shared/consents';
import { PageHead, Wrap } from '../../ui';
import { Block } from '../../ui/Article';
import css from './TermsPage.module.css';

const PARTS = [
  '一、平台提供什么',
  '二、收集哪些信息',
  '三、怎样使用',
  '四、您的权利',
  '五、匹配结果的性质',
  '六、谁在处理',
] as const;

export default function TermsPage() {
  const { name, hotline, footer } = useBrand();
  const told = footer.organizer || footer.undertaker;
  const parts = told ? PARTS : PARTS.slice(0, -1);
  return (
    <>
      <PageHead title="服务与隐私说明" intro={`使用${name}前，请了解我们怎样处理您和企业的信息。`} />
      <Wrap>
        <div className={css.page}>
          <nav className={css.contents} aria-label="目录">
            <ul>
              {parts.map((title, at) => (
                <li key={title}>
                  <a href={`#part-${at + 1}`}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
          <div className={css.text}>
            <Block id="part-1" title={PARTS[0]}>
              <p>
                惠企政策与贷款产品的查询和匹配、企业码的领取与出示、融资申请的在线提交与进度查询，以及相关消息通知。
              </p>
            </Block>
            <Block id="part-2" title={PARTS[1]}>
              <p>
                账号信息（姓名、手机号）；企业登记信息；您自行填报的人员、经营、知识产权等数据；经您另行授权后取得的税务信息；办理业务时提交的材料；为安全目的保存的登录与操作记录。
              </p>
            </Block>
            <Block id="part-3" title={PARTS[2]}>
              <p>
                只用于您发起的办理事项。基本、投资、资产、法务信息按类别授权，{SCANNERS}
                扫码核验时只能看到授权的类别；税务信息经授权由平台取得，只用于匹配，不向扫码人展示。向银行提交融资申请时，须再次征得您的同意。
              </p>
            </Block>
            <Block id="part-4" title={PARTS[3]}>
              <p>
                可随时查看和更正填报的数据，收回任一类别的授权，查看谁在何时看过企业信息，在“账号资料”中导出本人数据、注销账号。注销后，登录与操作日志依法留存，以企业名义提交的业务属于企业，仍予保留。收回授权不影响此前已依法办理的事项。
                {hotline.number && `如有疑问，请拨打${hotline.label} ${hotline.number}。`}
              </p>
            </Block>
            <Block id="part-5" title={PARTS[4]}>
              <p>
                匹配结果依据平台收录的政策条款和您提供的数据计算，用于自查和规划，不代替主管部门的认定和银行的审批。标注“待核实”的内容，以发文机关公布的文本和银行核定为准。
              </p>
            </Block>
            {told && (
              <Block id="part-6" title={PARTS[5]}>
                <p>
                  {[
                    footer.organizer && `本平台由${footer.organizer}主办`,
                    footer.undertaker && `由${footer.undertaker}承办`,
                  ]
                    .filter(Boolean)
                    .join('，')}
                  。{footer.contact && `联系方式：${footer.contact}。`}
                </p>
              </Block>
            )}
          </div>
        </div>
      </Wrap>
    </>
  );
}
