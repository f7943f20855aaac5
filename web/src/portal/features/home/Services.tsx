import { Link } from 'react-router';
import { Icon, type IconName } from '@/shared/ui';
import css from './Services.module.css';

const services: { to: string; icon: IconName; title: string; intro: string }[] = [
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
    title: '我的申请',
    intro: '融资申请的受理、审批、放款进度，一条时间线看到底',
  },
];

export function Services() {
  return (
    <ul className={css.services}>
      {services.map((service) => (
        <li key={service.to}>
          <Link to={service.to}>
            <Icon name={service.icon} size={36} />
            <span>
              <b>{service.title}</b>
              {service.intro}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
