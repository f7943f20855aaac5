import { Link } from 'react-router';
import { useMe } from '@/shared/api';
import { Icon, type IconName } from '@/shared/ui';
import css from './Services.module.css';

interface Service {
  to: string;
  icon: IconName;
  title: string;
  intro: string;
}

/** For enterprises, and for who has not signed in. */
const services: Service[] = [
  {
    to: '/code/claim',
    icon: 'claim',
    title: '领取企业码',
    intro: '按名称或统一社会信用代码找到企业，上传授权书，在线提交审核',
  },
  {
    to: '/code',
    icon: 'code',
    title: '出示企业码',
    intro: '动态码 60 秒内一次有效，静态码可打印张贴、可随时作废',
  },
  {
    to: '/code/card',
    icon: 'card',
    title: '企业名片',
    intro: '扫码人看到的基本、投资、资产、法务信息，只展示授权的部分',
  },
  {
    to: '/center/enterprise',
    icon: 'enterprise',
    title: '企业信息',
    intro: '认证记录、重新认证、解绑，一个账号可认证多家企业',
  },
  {
    to: '/center/profile',
    icon: 'profile',
    title: '企业画像',
    intro: '登记、填报、涉税数据按来源和日期列清，缺什么一目了然',
  },
  {
    to: '/code/consents',
    icon: 'shield',
    title: '数据授权',
    intro: '基本、投资、资产、法务、税务信息分类授权，随时收回',
  },
  {
    to: '/code/scans',
    icon: 'scan',
    title: '扫码记录',
    intro: '谁、何时、在哪里、看了哪些信息，逐次留痕可查',
  },
  {
    to: '/center/applications',
    icon: 'order',
    title: '融资申请',
    intro: '贷款申请的受理、审批、放款进度，一条时间线看到底',
  },
  {
    to: '/code/about',
    icon: 'info',
    title: '企业码介绍',
    intro: '企业码有什么用，怎样领取，扫码人能看到什么',
  },
];

/** For who works for an institution: each with the permission that it needs, in the console. */
const desks: (Service & { needs: string })[] = [
  {
    to: '/admin/scan',
    needs: 'code.scan',
    icon: 'scan',
    title: '扫码核验',
    intro: '扫描企业出示的码，查看企业授权的名片信息',
  },
  {
    to: '/admin/scan/history',
    needs: 'code.scan',
    icon: 'order',
    title: '扫码记录',
    intro: '本人核验过的企业、时间、地点和内容',
  },
  {
    to: '/admin/claims',
    needs: 'code.claim.review',
    icon: 'claim',
    title: '领码审核',
    intro: '核对授权书与登记信息，通过、退回或驳回',
  },
  {
    to: '/admin/codes',
    needs: 'code.manage',
    icon: 'code',
    title: '企业码管理',
    intro: '冻结、解冻、换发、注销，调整级别',
  },
  {
    to: '/admin/service-codes',
    needs: 'code.manage',
    icon: 'print',
    title: '服务码',
    intro: '制作、打印窗口和场所张贴的服务码，统计访问',
  },
  {
    to: '/admin/enterprises',
    needs: 'user.enterprise.read',
    icon: 'enterprise',
    title: '企业信息',
    intro: '查询登记企业及其认证状态',
  },
];

export function Services() {
  const { me, can } = useMe();
  const staff = !!me && !can('code.claim');
  return (
    <ul className={css.services}>
      {staff
        ? desks
            .filter((desk) => can(desk.needs))
            .map((desk) => (
              <li key={desk.to}>
                <a href={desk.to}>
                  <Entry {...desk} />
                </a>
              </li>
            ))
        : services.map((service) => (
            <li key={service.to}>
              <Link to={service.to}>
                <Entry {...service} />
              </Link>
            </li>
          ))}
    </ul>
  );
}

function Entry({ icon, title, intro }: Service) {
  return (
    <>
      <Icon name={icon} size={36} />
      <span>
        <b>{title}</b>
        <span className={css.intro}>{intro}</span>
      </span>
    </>
  );
}
