package cn.zhengqi.auth.wechat;

import cn.zhengqi.auth.api.wechat.InternalWeChat.Note;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Outcome;
import cn.zhengqi.auth.api.wechat.InternalWeChat.Sent;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port to WeChat's official account (公众号): who a browser inside WeChat belongs to, and what a page may ask of WeChat. */
public interface OfficialAccount {

    /** Whether there is one. */
    boolean available();

    /**
     * Where a browser goes to be recognised.
     *
     * @param returnTo path of this site to which it comes back, with {@code code} and {@code state}
     * @throws cn.zhengqi.kernel.ProblemException WECHAT_OFF
     */
    URI recognition(String returnTo, Depth depth, String state);

    /**
     * Who came back with this code, which works once.
     *
     * @throws cn.zhengqi.kernel.ProblemException WECHAT_EXPIRED, WECHAT_UNAVAILABLE, WECHAT_OFF
     */
    WeChatUser userBy(String code, Depth depth);

    /**
     * What a page shows to WeChat's script so that it may scan.
     *
     * @throws cn.zhengqi.kernel.ProblemException WECHAT_FOREIGN_PAGE, WECHAT_UNAVAILABLE, WECHAT_OFF
     */
    PageSignature sign(URI page);

    /** Brings a template message (模板消息) to a follower. For ten minutes WeChat knows it again by the id of the note, and shows it once. */
    Answer notify(String openid, Note note);

    /** The template of subscription messages (订阅通知), to which people agree one message at a time; empty: there is none. */
    Optional<String> subscriptionTemplate();

    /** Brings a subscription message to somebody who has agreed to one. */
    Answer notifyOnce(String openid, Note note);

    /**
     * What became of a message.
     *
     * @param code number of WeChat's answer (errcode), 0 where it took it; null: it was not asked, or nobody knows
     * @param words what the number means, as far as it is known
     */
    record Answer(How how, @Nullable String code, @Nullable String words) {

        /** @param message its number at WeChat (msgid), where it tells one */
        static Answer taken(@Nullable String message) {
            return new Answer(
                    How.ACCEPTED, "0", message == null || message.isBlank() ? "微信已受理" : "微信已受理，消息编号 " + message);
        }

        static Answer of(How how) {
            return new Answer(how, null, null);
        }

        /** How it ended. */
        enum How {
            ACCEPTED,
            /** There is nothing to send it with. */
            NOBODY,
            /** WeChat knows of no agreement that is left; of subscription messages alone. */
            NONE_LEFT,
            /** For another reason, that stays. */
            REFUSED,
            /** It has not gone out, and can be tried again. */
            LATER,
            /** It may have gone out. */
            UNCERTAIN
        }

        Sent sent() {
            Outcome outcome = switch (how) {
                case ACCEPTED -> Outcome.ACCEPTED;
                case NOBODY -> Outcome.NOBODY;
                case NONE_LEFT, REFUSED -> Outcome.REFUSED;
                case LATER -> Outcome.LATER;
                case UNCERTAIN -> Outcome.UNCERTAIN;
            };
            return new Sent(outcome, code, words);
        }
    }

    /** How much is asked of WeChat. */
    enum Depth {
        /** Who it is, without a question to the person. */
        SILENT("snsapi_base"),
        /** Their name at WeChat too, for which WeChat asks them. */
        WITH_NAME("snsapi_userinfo");

        private final String scope;

        Depth(String scope) {
            this.scope = scope;
        }

        String scope() {
            return scope;
        }
    }

    /**
     * Of the JSSDK, as {@code wx.config} takes it.
     *
     * @param scriptUrl of another script than the page's own: the simulator's
     */
    record PageSignature(
            String appId,
            long timestamp,
            String nonceStr,
            String signature,
            @Nullable String scriptUrl) {}
}
