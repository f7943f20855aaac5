package cn.zhengqi.message.notification;

import org.jspecify.annotations.Nullable;

/**
 * A notification as its receivers will see it by each way that was chosen.
 *
 * @param weChat its title alone: the text stays on the platform
 */
public record Preview(
        @Nullable InSite inSite,
        @Nullable WeChat weChat,
        @Nullable Sms sms) {

    public record InSite(
            String title, String body, @Nullable String link) {}

    public record WeChat(String title, @Nullable String link) {}

    /**
     * @param text with the signature before it
     * @param length in characters
     * @param parts how many messages it is charged as
     */
    public record Sms(String text, int length, int parts) {

        private static final int LONGEST_SINGLE = 70;
        private static final int LONGEST_PART = 67;

        public static Sms of(String text) {
            int length = text.length();
            return new Sms(text, length, length <= LONGEST_SINGLE ? 1 : (length + LONGEST_PART - 1) / LONGEST_PART);
        }
    }
}
