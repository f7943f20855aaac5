import { useParams } from 'react-router';
import ActivitiesPage from './ActivitiesPage';
import ActivityPage from './ActivityPage';

/** The list, or the one that the address names: one file to fetch, for the weight of the first page. */
export default function Activities() {
  return useParams().id ? <ActivityPage /> : <ActivitiesPage />;
}
