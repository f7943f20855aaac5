package cn.zhengqi.auth.signin;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.web.sheet.Sheet;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to sign in, as those see it who read the log.
 *
 * @param username as it was typed; a phone number is covered: whose it was is found by looking for that number
 * @param accountId absent when nobody has that name
 * @param name of whose account it is, as it is called today
 * @param affiliation institution or enterprise for which they act today; absent also while user-service does not answer
 */
record SignInRow(
        UUID id,
        OffsetDateTime at,
        String username,
        @Nullable UUID accountId,
        @Nullable String name,
        @Nullable String affiliation,
        String address,
        String userAgent,
        SignInResult result) {

    static final Sheet<SignInRow> SHEET = Sheet.<SignInRow>titled("登录日志")
            .column("登录名", SignInRow::username)
            .column("姓名", SignInRow::name)
            .column("所属机构或企业", SignInRow::affiliation)
            .column("结果", row -> row.result().label())
            .column("时间", SignInRow::at)
            .column("来源地址", SignInRow::address)
            .column("终端", SignInRow::userAgent);

    private static final Pattern PHONE = Pattern.compile("\\d{11}");

    static String masked(String username) {
        return PHONE.matcher(username).matches() ? Mask.PHONE.apply(username) : username;
    }

    SignInRow shown(String typed, @Nullable String itsAffiliation) {
        return new SignInRow(id, at, masked(typed), accountId, name, itsAffiliation, address, userAgent, result);
    }
}
