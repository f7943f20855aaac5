package cn.zhengqi.user;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.user.api.Asset;
import cn.zhengqi.user.api.EnterpriseStatus;
import cn.zhengqi.user.api.JudicialRecord;
import cn.zhengqi.user.api.Shareholder;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.RegisterDetails;
import cn.zhengqi.user.register.RegisterEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Enterprises for tests, each with a code of its own. */
public final class Enterprises {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Enterprises() {}

    public static Enterprise named(String name) {
        return named(name, "500113103", "C3484");
    }

    public static Enterprise named(String name, String townCode, String industryCode) {
        return Enterprise.register(
                Ids.next(),
                new RegisterEntry(
                        Uscc.complete("91500113MAX" + String.format("%06d", NUMBER.incrementAndGet())),
                        name,
                        "企业",
                        "陈志远",
                        new BigDecimal("2000.00"),
                        LocalDate.of(2012, 6, 18),
                        industryCode,
                        townCode,
                        "500113",
                        "重庆市巴南区界石镇石桂大道18号",
                        EnterpriseStatus.ACTIVE),
                new RegisterDetails(
                        List.of(new Shareholder("陈志远", new BigDecimal("62.5"))),
                        List.of(),
                        List.of(new Asset("不动产", "厂房")),
                        List.of(new JudicialRecord("民事案件", "买卖合同纠纷", LocalDate.of(2024, 5, 21)))),
                false,
                Instant.parse("2026-03-01T02:00:00Z"));
    }
}
