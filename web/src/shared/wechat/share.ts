import { useEffect, useState } from 'react';
import { useMe } from '../api';
import { useBrand } from '../brand';
import { isInWeChat } from './inside';

/** As much as WeChat shows of it. */
const LONGEST = 60;

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/**
 * Tells WeChat what this page is shown as when somebody passes it on. Its signature is given to who is signed in; for visitors WeChat shows the bare address.
 *
 * @returns whether WeChat's own menu shares the page as it was told
 */
export function useWeChatShare(title: string, text: string): boolean {
  const { me } = useMe();
  const { logo } = useBrand();
  const [told, setTold] = useState(false);
  const link = location.href.replace(/#.*$/, '');
  const asked = isInWeChat() && !!me;
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    import('./sdk')
      .then(({ shareInWeChat }) =>
        shareInWeChat({
          title,
          desc: shortened(text),
          link,
          imgUrl: new URL(logo || '/share.png', location.origin).href,
        }),
      )
      .then(
        () => gone || setTold(true),
        // Without WeChat's consent there is still the link to copy.
        () => gone || setTold(false),
      );
    return () => {
      gone = true;
    };
  }, [asked, title, text, link, logo]);
  return told;
}
