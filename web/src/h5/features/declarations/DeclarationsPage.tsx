import { Link } from 'react-router';
import { useMe } from '@/shared/api';
import { MyDeclarations, ProjectList } from '@/shared/declarations';
import { Body } from '../../ui';
import css from './declarations.module.css';

/** 政策申报: what can be declared for, and what the enterprise has going on. */
export default function DeclarationsPage() {
  const { me } = useMe();
  return (
    <Body>
      {me?.enterprise && (
        <>
          <h2 className={css.title}>我的申报</h2>
          <MyDeclarations />
        </>
      )}
      <h2 className={css.title}>申报项目</h2>
      <p>
        <Link to="/express">政策直通车：按领域和部门找，看截止日期和联系部门</Link>
      </p>
      <ProjectList />
    </Body>
  );
}
