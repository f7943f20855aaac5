package cn.zhengqi.auth.wechat;

import org.jspecify.annotations.Nullable;

/**
 * Somebody, as the official account knows them.
 *
 * @param openid names this person to this official account alone
 * @param nickname absent where they were not asked for it
 */
public record WeChatUser(String openid, @Nullable String nickname) {

    /** Neither goes into a log. */
    @Override
    public String toString() {
        return "WeChatUser";
    }
}
