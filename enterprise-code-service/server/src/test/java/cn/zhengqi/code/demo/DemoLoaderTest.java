package cn.zhengqi.code.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.Keys;
import cn.zhengqi.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@ServiceTest(
        properties = {
            "zhengqi.demo.enabled=true",
            "zhengqi.code.data-key=" + Keys.DATA_KEY,
            "zhengqi.files-dir=target/test-files"
        })
@ActiveProfiles("test")
class DemoLoaderTest {

    @Autowired
    DemoLoader loader;

    @Autowired
    JdbcClient jdbc;

    @Test
    void codes_open_claims_and_scans_are_loaded_once() {
        loader.run(new DefaultApplicationArguments());

        assertThat(count("select count(*) from enterprise_code where demo")).isEqualTo(140);
        assertThat(count("select count(*) from claim where status = 'SUBMITTED'"))
                .isEqualTo(12);
        assertThat(count("select count(*) from claim where status = 'APPROVED'"))
                .isEqualTo(140);
        assertThat(count("select count(*) from scan")).isEqualTo(48);
        assertThat(count("select count(*) from outbox where type = 'code.CodeIssued'"))
                .isEqualTo(140);
        assertThat(count("select count(*) from outbox where type = 'code.CodeClaimSubmitted'"))
                .isEqualTo(12);
    }

    @Test
    void the_demo_has_all_colours_and_nothing_in_the_future() {
        assertThat(count("select count(distinct level) from enterprise_code")).isEqualTo(3);
        assertThat(count("select count(*) from enterprise_code where issued_at > now()"))
                .isZero();
        assertThat(count("select count(*) from claim where submitted_at > now() or decided_at < submitted_at"))
                .isZero();
        assertThat(count("select count(*) from scan where at > now()")).isZero();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
