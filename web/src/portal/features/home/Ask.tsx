import { Link } from 'react-router';
import { useBrand } from '@/shared/brand';
import { Icon, Mascot } from '@/shared/ui';
import css from './Ask.module.css';

export function Ask() {
  const { hotline, mascot } = useBrand();
  return (
    <div className={css.ask}>
      <div className={css.questions}>
        <details>
          <summary>企业码是什么，谁可以领？</summary>
          <p>
            企业码是企业在平台上的身份：办事时出示，工作人员扫码即可看到企业同意公开的信息。由法定代表人或其授权的经办人在线
            <Link to="/code/claim">领取</Link>，需要上传授权书，审核通过后自动发放。
          </p>
        </details>
        <details>
          <summary>扫我的企业码，对方能看到什么？</summary>
          <p>
            只能看到您已授权的类别。投资、资产、法务信息逐类授权，
            <Link to="/code/consents">随时可以收回</Link>；每次扫码都有记录，扫码人、时间、地点和展示内容在
            <Link to="/code/scans">扫码记录</Link>里可查。
          </p>
        </details>
        <details>
          <summary>匹配度和数据完整度有什么区别？</summary>
          <p>
            匹配度说明按现有数据，贵企业符合该政策或产品条件的程度，按条件的分项计：一项条件有五个分项、满足其中两个，匹配度是
            40%，而这项条件还没有满足。数据完整度说明判断所需的数据已经有多少。数据完整度低时，先到
            <Link to="/center/profile">企业画像</Link>补充，再看匹配度才有意义。
          </p>
        </details>
        <details>
          <summary>“待核实”是什么意思？</summary>
          <p>
            政策条款或产品参数未能逐字核对原文时，平台标注“待核实”，不隐藏也不改写。请以发文机关公布的文本和银行核定为准。
          </p>
        </details>
        <details>
          <summary>融资申请提交后，多久有结果？</summary>
          <p>
            申请直接送达银行。受理、审批、放款每一步都会发消息，并显示在
            <Link to="/center/applications">融资申请</Link>的时间线上；审批不通过的，银行必须写明理由。
          </p>
        </details>
      </div>
      {hotline.number && (
        <aside className={css.hotline} aria-label="咨询热线">
          <Mascot pose="point" size={104} title={mascot.name} />
          <p>没有找到答案？请拨打</p>
          <p className={css.label}>{hotline.label}</p>
          <a href={`tel:${hotline.number}`}>
            <Icon name="phone" size={28} />
            {hotline.number}
          </a>
        </aside>
      )}
    </div>
  );
}
