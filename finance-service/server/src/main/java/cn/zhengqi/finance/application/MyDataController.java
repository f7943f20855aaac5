package cn.zhengqi.finance.application;

import cn.zhengqi.data.encryption.DataProtection;
import cn.zhengqi.data.encryption.ProtectedColumn;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 导出我的数据: this service's part. That it was taken out auth-service records, whose part the page asks for first. */
@RestController
class MyDataController {

    private final JdbcClient jdbc;
    private final ProtectedColumn phones;

    MyDataController(JdbcClient jdbc, DataProtection protection) {
        this.jdbc = jdbc;
        this.phones = protection.column("loan_application", "contact_phone");
    }

    @GetMapping("/api/finance/my/data")
    @Permission(Permission.SIGNED_IN)
    @Transactional(readOnly = true)
    public MyData data(CurrentUser user) {
        return new MyData(jdbc.sql("""
                        select number, enterprise_name, bank_name, product_title, amount, purpose, contact_name, contact_phone, status, submitted_at
                        from loan_application where applicant_id = ? order by submitted_at desc, id""")
                .param(user.accountId())
                .query((row, n) -> new MyData.Applied(
                        row.getString("number"),
                        row.getString("enterprise_name"),
                        row.getString("bank_name"),
                        row.getString("product_title"),
                        row.getBigDecimal("amount"),
                        row.getString("purpose"),
                        row.getString("contact_name"),
                        phones.open(row.getString("contact_phone")),
                        ApplicationStatus.valueOf(row.getString("status")).label(),
                        BusinessTime.at(row.getTimestamp("submitted_at").toInstant())))
                .list());
    }
}
