package cn.zhengqi.code.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.code.Keys;
import cn.zhengqi.files.OfficeHours;
import cn.zhengqi.testing.ServiceTest;
import java.time.OffsetDateTime;
import java.util.List;
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

    /** matching-service has their tax data from the first day on. */
    @Test
    void who_holds_a_code_allows_the_use_of_tax_data_for_a_year_to_come() {
        loader.run(new DefaultApplicationArguments());

        assertThat(count("select count(*) from consent where category = 'TAX' and granted"
                        + " and valid_until > current_date + interval '11 months'"))
                .isEqualTo(140);
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

    @Test
    void officers_scan_and_reviewers_decide_in_office_hours() {
        for (String times : List.of(
                "select at from scan",
                "select at from code_change",
                "select issued_at from enterprise_code",
                "select submitted_at from claim",
                "select decided_at from claim where decided_at is not null")) {
            assertThat(jdbc.sql(times).query(OffsetDateTime.class).list())
                    .as(times)
                    .isNotEmpty()
                    .allMatch(at -> OfficeHours.isOpen(at.toInstant()));
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
