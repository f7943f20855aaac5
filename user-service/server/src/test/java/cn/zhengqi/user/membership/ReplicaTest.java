package cn.zhengqi.user.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.testing.ServiceTest;
import cn.zhengqi.testing.TestServers;
import cn.zhengqi.user.Enterprises;
import cn.zhengqi.user.register.Enterprise;
import cn.zhengqi.user.register.Register;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With a replica that lags behind by everything: it has not even the tables. */
@ServiceTest
@ActiveProfiles("test")
class ReplicaTest {

    @DynamicPropertySource
    static void aReplica(DynamicPropertyRegistry properties) {
        properties.add(
                "zhengqi.db.replica-url",
                () -> TestServers.get().freshDatabase("users").url());
    }

    @Autowired
    Memberships memberships;

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void who_somebody_is_is_never_asked_of_the_replica() {
        Enterprise enterprise = Enterprises.named("重庆落后机械有限公司");
        register.add(enterprise);
        UUID account = Ids.next();
        jdbc.sql("""
                        insert into membership (id, account_id, enterprise_id, role_code, joined_at)
                        values (?, ?, ?, 'ENTERPRISE_ADMIN', now())""").params(Ids.next(), account, enterprise.getId()).update();

        assertThat(memberships.principal(account, UserType.ENTERPRISE).permissions())
                .contains("finance.apply");
        memberships.endAll(enterprise.getId(), null, "测试", Instant.now());
        assertThat(memberships.principal(account, UserType.ENTERPRISE).permissions())
                .doesNotContain("finance.apply");
        assertThat(register.detail(enterprise.getId()).name()).isEqualTo("重庆落后机械有限公司");

        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        assertThatThrownBy(() -> reading.execute(status -> jdbc.sql("select count(*) from membership")
                        .query(Long.class)
                        .single()))
                .as("the replica is asked where it may be")
                .hasMessageContaining("membership");
    }
}
