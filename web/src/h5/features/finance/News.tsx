import { useParams } from 'react-router';
import ArticlePage from './ArticlePage';
import NewsPage from './NewsPage';

/** The list, or the one that the address names: one file to fetch, for the weight of the first page. */
export default function News() {
  return useParams().id ? <ArticlePage /> : <NewsPage />;
}
