package cn.zhengqi.message.sms;

/**
 * Text messages as they stand on phones. Providers have them as approved templates and are told their variable alone; here they are for the simulator, for previews and for counting parts.
 *
 * @param signature that stands before each
 * @param portal address at which browsers reach the platform
 */
record Wording(String signature, String portal) {

    private static final int LONGEST_SINGLE = 70;
    private static final int LONGEST_PART = 67;

    String of(TextMessage message) {
        return "【" + signature + "】"
                + switch (message.purpose()) {
                    case SIGN_IN -> code("登录", message);
                    case PASSWORD_RESET -> code("重置密码", message);
                    case REGISTRATION -> code("注册账号", message);
                    case PHONE_CHANGE -> code("更换手机号", message);
                    case PHONE_CHANGED -> "您账号的登录手机号已更换为尾号 %s 的号码。如非本人操作，请立即联系平台客服。".formatted(message.code());
                    case ADMISSION_APPROVED -> "%s 的入驻申请已通过，请登录平台查看。".formatted(message.code());
                    case ADMISSION_REJECTED -> "%s 的入驻申请未通过，原因请登录平台查看，修改后可重新提交。".formatted(message.code());
                    case NOTIFICATION -> "您有一条新通知：" + message.code() + "，请登录平台查看。";
                    case PASSWORD_LINK ->
                        "请打开 %s/set-password#%s 设置您的登录密码，3 天内有效，只能使用一次，请勿转发。".formatted(portal, message.code());
                };
    }

    /** As how many messages providers charge a text: 70 characters in one, 67 in each of several. */
    static int parts(String text) {
        int length = text.length();
        return length <= LONGEST_SINGLE ? 1 : (length + LONGEST_PART - 1) / LONGEST_PART;
    }

    private static String code(String what, TextMessage message) {
        return "您正在%s，验证码 %s，5 分钟内有效，请勿告诉他人。".formatted(what, message.code());
    }
}
