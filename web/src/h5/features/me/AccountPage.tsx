import { Button, Form, Toast } from 'antd-mobile';
import { useState } from 'react';
import { Link } from 'react-router';
import { isProblem, useMe } from '@/shared/api';
import { label } from '@/shared/i18n';
import { closeMyAccount, ClosureTerms, MY_DATA_HOLDS, takeOutMyData } from '@/shared/security';
import type { Proofs } from '@/shared/security/secondFactor';
import { Definition } from '@/shared/ui';
import { confirmed, useProblems } from '@/shared/ui/mobile';
import { Body, Notice, Section } from '../../ui';
import { ProofItems } from '../../ui/ProofItems';
import css from './AccountPage.module.css';
import { ChangePhone } from './ChangePhone';

/** 账号资料: what is kept of the person, taking it out, correcting it, closing the account. */
export default function AccountPage() {
  const { me } = useMe();
  const problems = useProblems();
  const [busy, setBusy] = useState(false);
  const [closing, setClosing] = useState(false);
  const [takingOut, setTakingOut] = useState(false);
  const [dataForm] = Form.useForm<Proofs>();
  const [onlyAdmin, setOnlyAdmin] = useState<string>();
  const [form] = Form.useForm<Proofs>();
  if (!me) return null;
  const run = async (work: () => Promise<void>, form?: Parameters<typeof problems>[1]) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      problems(error, form);
    } finally {
      setBusy(false);
    }
  };
  const close = async (proofs: Proofs) => {
    const sure = await confirmed({
      content: '注销后不能恢复，不能再用该账号登录。确定注销？',
      confirmText: '确认注销',
      cancelText: label('common', 'cancel'),
    });
    if (!sure) return;
    setOnlyAdmin(undefined);
    await run(
      () =>
        closeMyAccount(proofs, '/m/').catch((error: unknown) => {
          if (!isProblem(error, 'CLOSURE_ONLY_ADMIN')) throw error;
          setOnlyAdmin(error.message);
        }),
      form,
    );
  };
  return (
    <Body>
      <Section title="账号资料">
        <Definition
          columns={1}
          items={[
            { label: '姓名', value: me.name },
            { label: '手机号', value: me.phone },
            { label: '账号类型', value: label('userType', me.userType) },
          ]}
        />
        <p className={css.after}>
          姓名、登录密码可在电脑端“<a href="/center/account">账号资料</a>”中更改。
        </p>
      </Section>
      <Section title="更换手机号">
        <ChangePhone />
      </Section>
      <Section title="我的数据">
        <p className={css.before}>{MY_DATA_HOLDS}。</p>
        {takingOut ? (
          <Form
            form={dataForm}
            layout="vertical"
            requiredMarkStyle="none"
            footer={
              <Button block color="primary" size="large" type="submit" loading={busy}>
                导出
              </Button>
            }
            onFinish={(proofs: Proofs) =>
              void run(async () => {
                await takeOutMyData(proofs);
                setTakingOut(false);
                dataForm.resetFields();
                Toast.show('已导出');
              }, dataForm)
            }
          >
            <ProofItems />
          </Form>
        ) : (
          <Button
            block
            onClick={() => {
              setClosing(false);
              setTakingOut(true);
            }}
          >
            导出我的数据
          </Button>
        )}
      </Section>
      <Section title="注销账号">
        {onlyAdmin && (
          <Notice tone="bad">
            {onlyAdmin}。<a href="/center/members">成员管理（电脑端）</a>　
            <Link to="/my/enterprise">企业信息</Link>
          </Notice>
        )}
        {closing ? (
          <>
            <ClosureTerms />
            <Form
              form={form}
              layout="vertical"
              requiredMarkStyle="none"
              footer={
                <Button block color="danger" size="large" type="submit" loading={busy}>
                  注销账号
                </Button>
              }
              onFinish={({ password, code }: Proofs) => void close({ password, code })}
            >
              <ProofItems />
            </Form>
          </>
        ) : (
          <>
            <p className={css.before}>注销后不能恢复，不能再用该账号登录。</p>
            <Button
              block
              color="danger"
              fill="outline"
              onClick={() => {
                setTakingOut(false);
                setClosing(true);
              }}
            >
              注销账号
            </Button>
          </>
        )}
      </Section>
    </Body>
  );
}
