package cn.zhengqi.message.template;

import org.jspecify.annotations.Nullable;

/** How long words may be by each way. */
final class Limits {

    static final int TITLE = 100;
    static final int BODY = 2000;
    static final int LINK = 200;

    /** Of a field of a template message of the official account. */
    static final int WECHAT = 20;

    /** Of the variable of a provider's template. */
    static final int SMS = 35;

    private Limits() {}

    /** Real values are longer than examples at times: the notice is told all the same. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    static @Nullable String linkOrNone(@Nullable String link) {
        return link == null || link.length() > LINK ? null : link;
    }
}
