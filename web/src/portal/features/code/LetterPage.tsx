import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '@/shared/api';
import { useBrand } from '@/shared/brand';
import { Icon, Uscc } from '@/shared/ui';
import { Button, Notice, PageHead, Wrap } from '../../ui';
import { namedIn } from './letter';
import css from './LetterPage.module.css';

/** The letter of authorisation to print, with everything that the review looks for; what the register knows is filled in. */
export default function LetterPage() {
  const brand = useBrand();
  const [params] = useSearchParams();
  const { me } = useMe();
  // Who asks for a letter for another enterprise says so in the address. It is not printed as if it were so whatever stands there.
  const named = namedIn(params);
  const { name, uscc } = (named === 'wrong' ? undefined : (named ?? me?.enterprise)) ?? {};
  return (
    <>
      <div className="zq-no-print">
        <PageHead
          title="授权委托书模板"
          intro="打印后填写，由法定代表人签字并加盖企业公章，再扫描或拍照，在领码申请中上传"
          actions={
            <Button look="main" onClick={() => print()}>
              <Icon name="print" /> 打印或存为 PDF
            </Button>
          }
        />
      </div>
      <Wrap className={css.page}>
        {named === 'wrong' && (
          <div className={`${css.told} zq-no-print`}>
            <Notice tone="bad">
              链接中的企业名称或统一社会信用代码不正确，没有填入。请从领码申请中重新打开，或打印后对照营业执照填写。
            </Notice>
          </div>
        )}
        <article className={css.letter}>
          <h2>企业码授权委托书</h2>
          <dl>
            <Field name="委托单位" value={name} />
            <Field name="统一社会信用代码" value={uscc && <Uscc of={uscc} />} />
            <Field name="法定代表人姓名" />
            <Field name="法定代表人身份证号码" />
            <Field name="受托人（经办人）姓名" />
            <Field name="经办人身份证号码" />
            <Field name="经办人手机号" />
          </dl>
          <p>兹委托上述经办人代表本单位，在{brand.name}办理以下事项：</p>
          <ol>
            <li>领取、出示和管理本单位的企业码；</li>
            <li>设置、调整和收回本单位的数据授权。</li>
          </ol>
          <p>
            委托期限：自
            <i />年<i />月<i />
            日起至
            <i />年<i />月<i />
            日止。
          </p>
          <p>经办人在上述权限和期限内办理的事项，本单位均予以认可。</p>
          <dl className={css.signed}>
            <Field name="委托单位（加盖公章）" className={css.seal} />
            <Field name="法定代表人（签字）" />
            <Field name="经办人（签字）" />
            <div>
              <dt>日期</dt>
              <dd>
                <i />年<i />月<i />日
              </dd>
            </div>
          </dl>
        </article>
      </Wrap>
    </>
  );
}

function Field({ name, value, className }: { name: string; value?: ReactNode; className?: string }) {
  return (
    <div className={className}>
      <dt>{name}</dt>
      <dd>{value || <span className="zq-hidden">待填写</span>}</dd>
    </div>
  );
}
