package cn.zhengqi.message.sms;

import cn.zhengqi.message.push.SmsProvider;
import cn.zhengqi.web.sheet.Sheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one provider did on one day of the district.
 *
 * @param id of the day and the provider
 * @param attempts messages that it was asked to bring
 * @param taken of these, those that it took, whatever became of them
 * @param unknown of these, those of which nobody knows
 * @param parts that it charges
 * @param cost in yuan, at the price that was set when each was sent; absent: no price was set
 */
record ProviderDay(
        String id,
        LocalDate day,
        SmsProvider provider,
        long attempts,
        long taken,
        long delivered,
        long undelivered,
        long refused,
        long unknown,
        long parts,
        @Nullable BigDecimal cost) {

    static final Sheet<ProviderDay> SHEET = Sheet.<ProviderDay>titled("短信费用")
            .column("日期", ProviderDay::day)
            .column("服务商", it -> it.provider().label())
            .column("提交", ProviderDay::attempts)
            .column("受理", ProviderDay::taken)
            .column("已送达", ProviderDay::delivered)
            .column("未送达", ProviderDay::undelivered)
            .column("未受理", ProviderDay::refused)
            .column("结果不明", ProviderDay::unknown)
            .column("计费条数", ProviderDay::parts)
            .column("费用（元）", ProviderDay::cost);
}
