package cn.zhengqi.ops.audit;

import cn.zhengqi.auth.api.SignInResult;
import cn.zhengqi.auth.api.SignInWay;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ClientName;
import cn.zhengqi.web.sheet.Sheet;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to sign in or end of a sign-in, as those see it who read 登录日志.
 *
 * @param seq its number in the chain
 * @param username what was typed, covered: whose it was is found by looking for all of it
 * @param accountId absent when nobody has that name
 * @param name of whose account it was, as it was called then
 * @param affiliation institution or enterprise for which they acted then; absent also where user-service did not say
 * @param way absent for the end of a sign-in, and in what was written before ways were
 * @param client "Chrome · Windows"
 */
record SignInRow(
        long seq,
        OffsetDateTime at,
        String username,
        @Nullable UUID accountId,
        @Nullable String name,
        @Nullable String affiliation,
        @Nullable SignInWay way,
        SignInResult result,
        String address,
        String userAgent,
        String client) {

    static final Sheet<SignInRow> SHEET = Sheet.<SignInRow>titled("登录日志")
            .column("序号", SignInRow::seq)
            .column("登录名", SignInRow::username)
            .column("姓名", SignInRow::name)
            .column("登录时所属机构或企业", SignInRow::affiliation)
            .column("登录方式", row -> row.way() == null ? null : row.way().label())
            .column("结果", row -> row.result().label())
            .column("时间", SignInRow::at)
            .column("来源地址", SignInRow::address)
            .column("终端", SignInRow::client);

    static SignInRow of(SignInEntry it) {
        return new SignInRow(
                it.seq(),
                BusinessTime.at(it.occurredAt()),
                it.typed(),
                it.accountId(),
                it.accountName(),
                it.affiliation(),
                it.way() == null ? null : SignInWay.valueOf(it.way()),
                SignInResult.valueOf(it.result()),
                it.address(),
                it.userAgent(),
                ClientName.of(it.userAgent()));
    }
}
