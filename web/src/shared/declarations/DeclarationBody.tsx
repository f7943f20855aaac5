import { Link } from 'react-router';
import type { Declaration } from '../api';
import { DepartmentContact } from '../express/DepartmentContact';
import { willBeBy } from '../promise';
import { longDate } from '../ui/format';
import { StatusTag } from '../ui/StatusTag';
import { ContactReading } from './Contact';
import css from './declare.module.css';
import { Draft } from './Draft';
import { contactOf, WHY_NOT } from './form';
import { FormReading } from './FormReading';
import { useProject } from './queries';
import { Supplement } from './Supplement';
import { PolicyEnded, Progress, ReceiptButton, Withdraw } from './underway';

/** One declaration as its enterprise has it: a draft to fill in, one that came back to supplement, or one that is on its way. */
export function DeclarationBody({ declaration, gone }: { declaration: Declaration; gone: () => void }) {
  if (declaration.status === 'DRAFT')
    return <Draft key={declaration.id} declaration={declaration} gone={gone} />;
  if (declaration.status === 'SENT_BACK')
    return <Supplement key={declaration.version} declaration={declaration} />;
  return <OnItsWay declaration={declaration} />;
}

/** Who was refused can ask the department of the step why. */
function WhomToAsk({ of: { projectId, steps, stepIndex, institutionName } }: { of: Declaration }) {
  const project = useProject(projectId);
  const step = steps[stepIndex];
  const id = step?.institutionId ?? project.data?.institutionId;
  const name = step?.institutionName ?? institutionName;
  return id ? <DepartmentContact id={id} name={name} /> : <p>对结果有疑问的，请咨询{name}。</p>;
}

/** That everybody may read of it and object, and where. */
function Shown({ id, notice }: { id: string; notice: NonNullable<Declaration['notice']> }) {
  return (
    <p>
      {notice.running
        ? `正在公示${notice.until ? `，至 ${longDate(notice.until)}` : ''}；`
        : '公示期已满，等待部门办理；'}
      <Link to={`/notices/${id}`}>查看公示</Link>。
    </p>
  );
}

function OnItsWay({ declaration }: { declaration: Declaration }) {
  const open = declaration.status === 'SUBMITTED' || declaration.status === 'IN_REVIEW';
  const again =
    declaration.window === 'OPEN' &&
    (declaration.status === 'REJECTED' || declaration.status === 'WITHDRAWN');
  return (
    <div className={css.page}>
      <PolicyEnded of={declaration} />
      <section className={css.card} aria-labelledby="state">
        <h2 id="state" className={css.tags}>
          申报编号 {declaration.number} <StatusTag of="declarationStatus" value={declaration.status} />
        </h2>
        {declaration.status === 'SUBMITTED' && (
          <p>
            已提交至{declaration.stepInstitutionName}
            {declaration.promise?.dueOn &&
              `，${willBeBy(declaration.promise.dueOn, declaration.promise.dueAt)}办结本环节`}
            。
          </p>
        )}
        {open && declaration.notice && <Shown id={declaration.id} notice={declaration.notice} />}
        {declaration.status === 'REJECTED' && <p className={css.bad}>驳回原因：{declaration.reason}</p>}
        {declaration.status === 'APPROVED' && (
          <p>申报已批准，后续请关注{declaration.institutionName}的通知。</p>
        )}
        {again && (
          <p>
            仍在申报时间内，
            <Link to={`/declarations/projects/${declaration.projectId}`}>
              {declaration.status === 'REJECTED' ? '可修改后重新申报' : '可重新申报'}
            </Link>
            。
          </p>
        )}
        {declaration.status === 'REJECTED' && (
          <>
            {!again && <p>{WHY_NOT[declaration.window] ?? '该项目的申报已截止'}，不能重新申报。</p>}
            <WhomToAsk of={declaration} />
          </>
        )}
        <ReceiptButton declaration={declaration} />
      </section>
      <Progress declaration={declaration} />
      <section className={css.card} aria-labelledby="filled">
        <h2 id="filled">申报内容</h2>
        <FormReading
          form={declaration.form}
          materials={declaration.materials}
          answers={declaration.answers}
          papers={declaration.papers}
          files={declaration.files}
          prefilled={declaration.prefilled}
          before={declaration.before}
        />
        <ContactReading contact={contactOf(declaration)} />
      </section>
      {open && (
        <p className={css.actions}>
          <Withdraw declaration={declaration} />
        </p>
      )}
    </div>
  );
}
