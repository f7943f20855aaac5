package cn.zhengqi.message.template;

import cn.zhengqi.message.ways.OuterNotice;
import org.jspecify.annotations.Nullable;

/** How long words may be by each way. */
final class Limits {

    static final int TITLE = 100;
    static final int BODY = 2000;
    static final int LINK = 200;

    static final int WECHAT = OuterNotice.LONGEST_WECHAT;

    static final int SMS = OuterNotice.LONGEST_SMS;

    private Limits() {}

    /** Real values are longer than examples at times: the notice is told all the same. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    static @Nullable String linkOrNone(@Nullable String link) {
        return link == null || link.length() > LINK ? null : link;
    }
}
